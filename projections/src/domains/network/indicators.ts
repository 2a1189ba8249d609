import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { dealings } from "./dealings.ts";

const between: Indicator = {
  code: "dealings_between_parties",
  theme: "network",
  title: { fa: "تعامل طرف‌های روابط کار", en: "Contacts between the social partners and government" },
  meaning: {
    fa: "تعداد پیمان‌ها، معرفی‌ها، لیست‌ها، جلسه‌ها، مشورت‌ها و اختلاف‌های ثبت‌شده میان دولت، کارفرمایان و کارگران. «طرف» آغازکنندهٔ تعامل است و «طرف مقابل» دیگری. تعامل دوسویه برای نخستین طرف در ترتیب دولت، کارفرما، کارگر شمرده می‌شود. نام سازمان تنها اگر عمومی باشد یا در رویداد آمده باشد ذکر می‌شود.",
    en: "Number of agreements, referrals, lists, meetings, consultations and disputes recorded between government, employers and workers. The party is the one that acts; the counterparty is the other. A joint act counts for the first of the two in the order government, employers, workers. An organisation is named only if it is public or the event names it.",
  },
  notCounted: {
    fa: "تعامل‌های درون یک طرف و تعامل‌های ثبت‌نشده. جلسه‌ای با سه طرف سه تعامل است: یکی برای هر دو طرف. تمدید پیمان و مرحله‌های بعدی اختلاف تعامل تازه شمرده نمی‌شوند.",
    en: "Contacts within a party and unrecorded contacts. A meeting of three parties counts as three contacts, one for each pair. Renewals of an agreement and later stages of a dispute are not new contacts.",
  },
  unit: "DEALINGS",
  decimals: 0,
  definedBy: {
    fa: "تعریف کارنامه؛ طرف‌های سه‌گانهٔ مقاوله‌نامهٔ ۱۴۴ سازمان بین‌المللی کار",
    en: "Defined by Karnameh; the three parties of ILO Convention 144",
  },
  codes: {},
  formula: { kind: "sum", of: { cube: dealings, measure: "dealings" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

/** Who deals with whom. */
export const networkIndicators: readonly Indicator[] = [between];
