import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { national } from "../reported/national.ts";
import { collection, payments } from "./collection.ts";
import { protection } from "./protection.ts";
import { coverageSnapshots } from "./snapshots.ts";
import { timelyLists } from "./timely-lists.ts";

const common = {
  theme: "insurance",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  unit: "PERCENT",
  decimals: 1,
} as const;
const ours = {
  fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
  en: "Defined by this system; no international standard was found for it.",
};
const population = { cube: national, measure: "population", where: { country: ["IRN"] } } as const;

/** Employers send the list of a month by the end of the next. */
export const LISTS_SENT = "P30D";

/** Contributions are due with their list, by the end of the next month or the first working day after it; Nowruz takes the longest. */
const CONTRIBUTIONS_PAID = "P40D";

const coveredReported: Indicator = {
  ...common,
  code: "covered_persons_reported",
  title: { fa: "افراد تحت پوشش به گزارش بیمه‌گر", en: "Covered persons as the insurer reports them" },
  meaning: {
    fa: "بیمه‌شدگان اصلی، مستمری‌بگیران و افراد تبعی هر دو، بر پایهٔ تازه‌ترین گزارش بیمه‌گر در روز پایان بازه.",
    en: "Main insured, pensioners and the dependants of both, by the insurer's newest report on the last day of the period.",
  },
  notCounted: {
    fa: "این شمارِ بیمه‌پردازان نیست: افراد تبعی چیزی نمی‌پردازند. کسی که زیر پوشش دو بیمه‌گر است دو بار شمرده می‌شود.",
    en: "It is not a count of contributors: dependants pay nothing. A person covered by two insurers counts twice.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: ours,
  formula: { kind: "sum", of: { cube: coverageSnapshots, measure: "covered" } },
};

const mainShare: Indicator = {
  ...common,
  code: "main_insured_share",
  title: { fa: "سهم بیمه‌شدگان اصلی از افراد تحت پوشش", en: "Main insured among the covered" },
  meaning: {
    fa: "سهم بیمه‌شدگان اصلی از همهٔ افراد تحت پوشش به گزارش بیمه‌گر: از هر صد نفرِ تحت پوشش چند نفر خود بیمه‌پردازند.",
    en: "Share of the main insured in all covered persons that the insurer reports: how many of a hundred covered are insured themselves.",
  },
  notCounted: {
    fa: "افراد تبعی و مستمری‌بگیران تنها در مخرج‌اند.",
    en: "Dependants and pensioners stand in the denominator only.",
  },
  definedBy: ours,
  formula: {
    kind: "ratio",
    over: { cube: coverageSnapshots, measure: "main_insured" },
    under: { cube: coverageSnapshots, measure: "covered" },
  },
};

const ssoCoverage: Indicator = {
  ...common,
  code: "sso_population_coverage",
  title: { fa: "پوشش جمعیت از سوی تأمین اجتماعی", en: "Population covered by the SSO" },
  meaning: {
    fa: "افراد تحت پوشش سازمان تأمین اجتماعی (اصلی، تبعی، مستمری‌بگیر و تبعیِ آنان) در پایان سال نسبت به جمعیت کشور (SP.POP.TOTL).",
    en: "All whom the Social Security Organization covers (main insured, pensioners and the dependants of both) at the end of the year over the population (SP.POP.TOTL).",
  },
  notCounted: {
    fa: "پوشش دیگر بیمه‌گران. صورت کسر افراد تبعی را در بر دارد و صورت SDG 1.3.1 نیست. جمعیتِ سال میلادی‌ای به کار می‌رود که در سال پایان می‌یابد.",
    en: "Other insurers. The numerator holds dependants and is not that of SDG 1.3.1. The population is that of the Gregorian year that ends within the year.",
  },
  definedBy: ours,
  formula: {
    kind: "ratio",
    over: { cube: coverageSnapshots, measure: "covered", where: { organisation: ["sso"] } },
    under: population,
  },
  frequencies: ["YEAR"],
};

const protectedPersons: Indicator = {
  ...common,
  code: "effectively_protected_persons",
  title: { fa: "افراد زیر پوشش مؤثر", en: "Persons effectively protected" },
  meaning: {
    fa: "افرادی که در ماهِ روز پایان بازه دست‌کم یک روز بیمه دارند یا در آن روز از بیمهٔ اجتماعی مزایا می‌گیرند؛ هر فرد یک بار.",
    en: "Persons with an insured day in the month of the period's last day, or with a benefit of social insurance on that day; each counts once.",
  },
  notCounted: {
    fa: "افراد تبعی؛ مزایای غیربیمه‌ای مانند یارانه. فهرستِ ماه آخر تا پایان مهلت آن در ماه بعد دانسته نیست؛ پیش از آن عددی داده نمی‌شود. اصلاحی که ماهِ فهرستش را نگوید دیده نمی‌شود.",
    en: "Dependants, and benefits that are not of insurance, such as the subsidy. The lists of the last month are not known until their time limit in the next; before it there is no number. An amendment that does not say the month of its list is not seen.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "صورت کسر SDG 1.3.1، تنها بیمهٔ اجتماعی",
    en: "Numerator of SDG 1.3.1, social insurance only",
  },
  codes: { sdg: "1.3.1" },
  formula: { kind: "sum", of: { cube: protection, measure: "protected" } },
  window: LISTS_SENT,
};

const effectiveCoverage: Indicator = {
  ...common,
  code: "effective_coverage_rate",
  title: { fa: "نرخ پوشش مؤثر", en: "Effective coverage rate" },
  meaning: {
    fa: "افراد زیر پوشش مؤثر در پایان سال نسبت به جمعیت کشور (SP.POP.TOTL).",
    en: "Persons effectively protected at the end of the year over the population (SP.POP.TOTL).",
  },
  notCounted: {
    fa: `${protectedPersons.notCounted.fa} به تفکیک جنس و استان داده نمی‌شود: جمعیت تنها برای کل کشور هست؛ صورت کسر، افراد زیر پوشش مؤثر، به این تفکیک هست.`,
    en: `${protectedPersons.notCounted.en} Not told by sex or province: the population is there for the country only. The numerator, persons effectively protected, is told by both.`,
  },
  definedBy: { fa: "SDG 1.3.1، تنها بیمهٔ اجتماعی", en: "SDG 1.3.1, social insurance only" },
  codes: { sdg: "1.3.1", ilo: "SDG_0131_SEX_SOC_RT" },
  formula: { kind: "ratio", over: { cube: protection, measure: "protected" }, under: population },
  window: LISTS_SENT,
  frequencies: ["YEAR"],
};

const collectionRatio: Indicator = {
  ...common,
  code: "contribution_collection_ratio",
  title: { fa: "نسبت وصول حق بیمه", en: "Collection ratio of contributions" },
  meaning: {
    fa: "آنچه از حق بیمهٔ فهرست‌های ماه‌های بازه پرداخت شد، هرگاه پرداخت شده باشد، نسبت به ۳۰ درصدِ مزد مشمول: ۷ سهم کارگر، ۲۰ سهم کارفرما و ۳ بیمهٔ بیکاری. تا ۴۰ روز پس از بازه که مهلت فهرست‌ها و پرداخت‌ها می‌گذرد، مقدماتی است.",
    en: "What was paid, whenever, of the contributions of the lists for the months of the period, over 30 per cent of the insurable wages: 7 of the worker, 20 of the employer, 3 for unemployment insurance. Provisional until 40 days after the period, when lists and payments are due.",
  },
  notCounted: {
    fa: "سهم دولت (۳ درصد). معافیت کارگاه‌های کوچک از سهم کارفرما از مخرج کم نمی‌شود. پرداخت برای فهرستی که نرسیده است شمرده نمی‌شود. فهرست‌ها ماه شمسی دارند.",
    en: "The state’s share of 3 per cent. The exemption of small workshops is not taken off the denominator. Payments for a list that never came. Lists are by Jalali month.",
  },
  definedBy: {
    fa: "مادهٔ ۲۸ قانون تأمین اجتماعی و قانون بیمهٔ بیکاری",
    en: "Social security act, article 28, and the act on unemployment insurance",
  },
  formula: {
    kind: "ratio",
    over: { cube: payments, measure: "paid" },
    under: { cube: collection, measure: "due" },
  },
  settles: CONTRIBUTIONS_PAID,
  calendars: ["JALALI"],
};

const onTime: Indicator = {
  ...common,
  code: "contribution_lists_on_time_rate",
  title: { fa: "نرخ فهرست‌های به‌موقع بیمه", en: "Contribution lists in time" },
  meaning: {
    fa: "سهم فهرست‌هایی که تا پایان مهلت مادهٔ ۳۹ رسیدند، از همهٔ فهرست‌هایی که مهلتشان در بازه به پایان رسید؛ کارگاهی که کارکن بیمه‌شده داشت و فهرستی نفرستاد یک فهرست بدهکار است.",
    en: "Share of the lists that came by the deadline of Article 39 in all lists whose deadline fell in the period. An establishment that had insured workers and sent none owes one list.",
  },
  notCounted: {
    fa: "فهرست‌های نرسیدهٔ ماهی که از هیچ کارگاهی فهرستی برای آن ثبت نشده، و کارکنانی که اشتغالشان ثبت نشده است. فهرستی که مهلتش نگذشته یا سیاست مهلت‌ها دربارهٔ آن چیزی ثبت نکرده است.",
    en: "Lists that never came of months of which no list at all is recorded, or for workers whose employment is not. Lists whose deadline has not passed, or of which the policies of deadlines recorded nothing.",
  },
  definedBy: {
    fa: "مادهٔ ۳۹ قانون تأمین اجتماعی؛ روز مهلت از تقویم معتبر در همان روز",
    en: "Social security act, article 39; the day of the deadline by the calendar that was valid on it",
  },
  formula: {
    kind: "ratio",
    over: { cube: timelyLists, measure: "on_time" },
    under: { cube: timelyLists, measure: "due" },
  },
};

/** What insurers report, whom insurance protects, and what it collects. */
export const schemeIndicators: readonly Indicator[] = [
  coveredReported,
  mainShare,
  ssoCoverage,
  protectedPersons,
  effectiveCoverage,
  collectionRatio,
  onTime,
];
