import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { dealings } from "./dealings.ts";

const between: Indicator = {
  code: "dealings_between_parties",
  theme: "network",
  title: { fa: "رابطهٔ طرف‌ها با یکدیگر", en: "Dealings between the parties" },
  meaning: {
    fa: "شمار پیمان‌ها، معرفی‌ها، فهرست‌ها، جلسه‌ها، مشورت‌ها و اختلاف‌های ثبت‌شده میان دولت، کارفرمایان و کارگران. طرف آن است که دست به کار شد و طرف مقابل آن که با او؛ کارِ دوسویه زیر نخستین طرف در ترتیب دولت، کارفرما، کارگر می‌آید. سازمان تنها آنجا نام برده می‌شود که عمومی است یا رویداد خود آن را نام می‌برد.",
    en: "Agreements, referrals, lists, meetings, consultations and disputes recorded between government, employers and workers. The party is the one that acts, the counterparty the one with which; what both do stands under the first of the two in the order government, employers, workers. An organisation is named only where it is public or the event itself names it.",
  },
  notCounted: {
    fa: "رابطه‌های درون یک طرف و رابطه‌های ثبت‌نشده. جلسه‌ای با سه طرف سه رابطه است، برای هر دو طرف یکی. تمدید پیمان و مرحله‌های بعدی اختلاف رابطهٔ تازه نیستند.",
    en: "Dealings within a party and those nobody recorded. A meeting of three parties is three dealings, one for each two. The renewal of an agreement and the later stages of a dispute are no new dealings.",
  },
  unit: "DEALINGS",
  decimals: 0,
  definedBy: {
    fa: "تعریف این سامانه؛ سه طرفِ مقاوله‌نامهٔ ۱۴۴ سازمان بین‌المللی کار",
    en: "Defined by this system; the three parties of ILO Convention 144",
  },
  codes: {},
  formula: { kind: "sum", of: { cube: dealings, measure: "dealings" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

/** Who deals with whom. */
export const networkIndicators: readonly Indicator[] = [between];
