import { defineCodelist, rows } from "../codelist.ts";

const source = "Karnameh";

export const CL_MEETING_LEVEL = defineCodelist({
  id: "CL_MEETING_LEVEL",
  title: { fa: "سطح نشست", en: "Level of a meeting" },
  source,
  codes: rows([
    ["MINISTER", "وزیر", "Minister"],
    ["AGENCY_HEAD", "رئیس سازمان", "Head of an agency"],
    ["AMBASSADOR", "سفیر", "Ambassador"],
    ["DIRECTOR", "مدیرکل", "Director"],
    ["EXPERT", "کارشناس", "Expert"],
  ]),
});

export const CL_DIRECTION = defineCodelist({
  id: "CL_DIRECTION",
  title: { fa: "جهت تبادل", en: "Direction of an exchange" },
  source,
  codes: rows([
    ["IN", "آموزش مربیان کشور دیگر در ایران", "Trainers of another country trained in Iran"],
    ["OUT", "آموزش مربیان ایران در کشور دیگر", "Trainers of Iran trained in another country"],
  ]),
});

export const CL_EXPERT_CATEGORY = defineCodelist({
  id: "CL_EXPERT_CATEGORY",
  title: { fa: "دستهٔ اعزام‌شدگان", en: "Category of persons sent abroad" },
  source,
  codes: rows([
    ["CIVIL_SERVANT", "کارمند دولت", "Civil servants"],
    ["MANAGER", "مدیر شرکت", "Company managers"],
    ["ENGINEER", "مهندس", "Engineers"],
  ]),
});

export const CL_MEDAL = defineCodelist({
  id: "CL_MEDAL",
  title: { fa: "مدال", en: "Medal" },
  source: "Karnameh, after the medals of WorldSkills",
  codes: rows([
    ["GOLD", "طلا", "Gold"],
    ["SILVER", "نقره", "Silver"],
    ["BRONZE", "برنز", "Bronze"],
    ["EXCELLENCE", "دیپلم افتخار", "Medallion for excellence"],
    ["NONE", "بدون مدال", "No medal"],
  ]),
});

export const CL_ORGANISATION = defineCodelist({
  id: "CL_ORGANISATION",
  title: { fa: "سازمان‌ها", en: "Organisations named in the sources" },
  source: "Karnameh; an event may name other organisations too",
  codes: rows([
    ["tvto", "سازمان آموزش فنی و حرفه‌ای کشور", "Technical and Vocational Training Organization"],
    ["tvto-east-azerbaijan", "ادارهٔ کل آموزش فنی و حرفه‌ای آذربایجان شرقی", "TVTO of East Azerbaijan", "tvto"],
    ["mcls", "وزارت تعاون، کار و رفاه اجتماعی", "Ministry of Cooperatives, Labour and Social Welfare"],
    ["government-13", "دولت سیزدهم", "Thirteenth government"],
    ["sso", "سازمان تأمین اجتماعی", "Social Security Organization"],
    ["mfa", "وزارت امور خارجه", "Ministry of Foreign Affairs"],
    ["embassy-chn", "سفارت چین", "Embassy of China"],
    [
      "mohrss",
      "وزارت منابع انسانی و تأمین اجتماعی چین",
      "Ministry of Human Resources and Social Security of China",
    ],
    ["iran-china-friendship", "انجمن دوستی ایران و چین", "Iran-China Friendship Association"],
    ["sco", "سازمان همکاری شانگهای", "Shanghai Cooperation Organisation"],
    ["worldskills", "سازمان جهانی مهارت", "WorldSkills"],
    ["saipa", "گروه خودروسازی سایپا", "Saipa"],
    ["relief-committee", "کمیتهٔ امداد", "Relief Committee"],
    ["nutrition-institute", "انستیتو تغذیه", "Nutrition institute"],
    ["supreme-labour-council", "شورای عالی کار", "Supreme Labour Council"],
  ]),
});
