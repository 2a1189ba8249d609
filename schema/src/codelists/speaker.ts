import { defineCodelist, rows } from "../codelist.ts";

export const CL_SPEAKER = defineCodelist({
  id: "CL_SPEAKER",
  title: { fa: "گویندگان نام‌برده در منابع", en: "Speakers that the sources name" },
  source: "Karnameh; an event may name other speakers too",
  codes: rows([
    ["alireza-asgarian", "علیرضا عسگریان", "Alireza Asgarian"],
    ["ali-owsat-hashemi", "علی اوسط هاشمی", "Ali Owsat Hashemi"],
    ["chang-hua", "چانگ هوا", "Chang Hua"],
    ["nasser-chamani", "ناصر چمنی", "Nasser Chamani"],
    ["mohammad-ali-teymouri", "محمدعلی تیموری", "Mohammad-Ali Teymouri"],
    ["gholamhossein-hosseininia", "غلامحسین حسینی‌نیا", "Gholamhossein Hosseininia"],
    ["newspaper", "روزنامه", "Newspaper"],
  ]),
});

export const CL_SPEAKER_ROLE = defineCodelist({
  id: "CL_SPEAKER_ROLE",
  title: { fa: "سمت گویندگان", en: "Roles of speakers" },
  source: "Karnameh; an event may name other roles too",
  codes: rows([
    ["deputy-minister-for-welfare", "معاون رفاه اجتماعی وزیر", "Deputy minister for welfare"],
    [
      "deputy-minister-and-head-of-the-organization",
      "معاون وزیر و رئیس سازمان",
      "Deputy minister and head of the organization",
    ],
    ["head-of-the-organization", "رئیس سازمان", "Head of the organization"],
    ["ambassador-of-china", "سفیر چین", "Ambassador of China"],
    ["labour-activist", "فعال کارگری", "Labour activist"],
    ["chief-executive", "مدیرعامل", "Chief executive"],
  ]),
});
