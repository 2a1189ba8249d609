import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
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
const population = { cube: national, measure: "population", where: { country: ["IRN"] } } as const;

/** Employers send the list of a month by the end of the next. */
export const LISTS_SENT = "P30D";

/** Contributions are due with their list, by the end of the next month or the first working day after it; Nowruz takes the longest. */
const CONTRIBUTIONS_PAID = "P40D";

const coveredReported: Indicator = {
  ...common,
  code: "covered_persons_reported",
  title: { fa: "افراد تحت پوشش به گزارش بیمه‌گر", en: "Covered persons (reported by insurers)" },
  meaning: {
    fa: "تعداد بیمه‌شدگان اصلی، مستمری‌بگیران و افراد تبعی هر دو، بر پایهٔ آخرین گزارش بیمه‌گر تا پایان بازه.",
    en: "Main insured persons, pensioners and the dependants of both, by the insurer's latest report up to the last day of the period.",
  },
  notCounted: {
    fa: "این شاخص تعداد بیمه‌پردازان نیست: افراد تبعی حق بیمه نمی‌پردازند. کسی که زیر پوشش دو بیمه‌گر است دو بار شمرده می‌شود.",
    en: "This is not the number of contributors: dependants pay no contributions. A person covered by two insurers counts twice.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: ownDefinition,
  formula: { kind: "sum", of: { cube: coverageSnapshots, measure: "covered" } },
};

const mainShare: Indicator = {
  ...common,
  code: "main_insured_share",
  title: { fa: "سهم بیمه‌شدگان اصلی از افراد تحت پوشش", en: "Main insured as a share of covered persons" },
  meaning: {
    fa: "سهم بیمه‌شدگان اصلی از همهٔ افراد تحت پوشش، به گزارش بیمه‌گر.",
    en: "Main insured persons as a percentage of all covered persons that insurers report.",
  },
  notCounted: {
    fa: "افراد تبعی و مستمری‌بگیران تنها در مخرج کسر شمرده می‌شوند.",
    en: "Dependants and pensioners count in the denominator only.",
  },
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: coverageSnapshots, measure: "main_insured" },
    under: { cube: coverageSnapshots, measure: "covered" },
  },
};

const ssoCoverage: Indicator = {
  ...common,
  code: "sso_population_coverage",
  title: {
    fa: "سهم جمعیت زیر پوشش سازمان تأمین اجتماعی",
    en: "Population covered by the Social Security Organization",
  },
  meaning: {
    fa: "نسبت افراد تحت پوشش سازمان تأمین اجتماعی (بیمه‌شدگان اصلی، مستمری‌بگیران و افراد تبعی هر دو) در پایان سال به جمعیت کشور (سری جمعیت بانک جهانی).",
    en: "Persons covered by the Social Security Organization (main insured, pensioners and the dependants of both) at the end of the year as a percentage of the population (World Bank series SP.POP.TOTL).",
  },
  notCounted: {
    fa: "پوشش دیگر بیمه‌گران. صورت کسر افراد تبعی را نیز در بر می‌گیرد و صورت کسر شاخص ۱٫۳٫۱ اهداف توسعهٔ پایدار نیست. جمعیت مربوط به سال میلادی‌ای است که در آن سال شمسی پایان می‌یابد.",
    en: "Other insurers. The numerator includes dependants and is not that of SDG 1.3.1. The population is that of the Gregorian year that ends within the year.",
  },
  definedBy: ownDefinition,
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
    fa: "تعداد افرادی که در ماه پایانی بازه دست‌کم یک روز سابقهٔ بیمه دارند یا در آخرین روز بازه از بیمهٔ اجتماعی مزایا می‌گیرند. هر فرد یک بار شمرده می‌شود.",
    en: "Persons with an insured day in the last month of the period, or with a social insurance benefit on its last day. Each person counts once.",
  },
  notCounted: {
    fa: "افراد تبعی و مزایای غیربیمه‌ای مانند یارانه. لیست ماه آخر تا پایان مهلت آن در ماه بعد کامل نیست و پیش از آن عددی منتشر نمی‌شود. اصلاحیه‌ای که ماه لیست را مشخص نکند به حساب نمی‌آید.",
    en: "Dependants, and benefits outside insurance, such as the cash subsidy. The lists of the last month are incomplete until their deadline in the next month; there is no value before it. Amendments without the month of their list do not count.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "صورت کسر شاخص ۱٫۳٫۱ اهداف توسعهٔ پایدار، تنها بیمهٔ اجتماعی",
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
    fa: "نسبت افراد زیر پوشش مؤثر در پایان سال به جمعیت کشور (سری جمعیت بانک جهانی).",
    en: "Persons effectively protected at the end of the year as a percentage of the population (World Bank series SP.POP.TOTL).",
  },
  notCounted: {
    fa: `${protectedPersons.notCounted.fa} این شاخص به تفکیک جنس و استان منتشر نمی‌شود، زیرا جمعیت تنها برای کل کشور در دست است. شاخص افراد زیر پوشش مؤثر به این تفکیک‌ها هست.`,
    en: `${protectedPersons.notCounted.en} Not available by sex or province, because the population is known for the country only. The numerator, persons effectively protected, is available by both.`,
  },
  definedBy: {
    fa: "شاخص ۱٫۳٫۱ اهداف توسعهٔ پایدار، تنها بیمهٔ اجتماعی",
    en: "SDG 1.3.1, social insurance only",
  },
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
    fa: "نسبت حق بیمهٔ پرداخت‌شدهٔ لیست‌های ماه‌های بازه، در هر زمانی که پرداخت شده باشد، به ۳۰ درصد دستمزد مشمول کسر حق بیمه: ۷ درصد سهم بیمه‌شده، ۲۰ درصد سهم کارفرما و ۳ درصد بیمهٔ بیکاری. این شاخص تا ۴۰ روز پس از بازه، یعنی تا پایان مهلت ارسال لیست و پرداخت، مقدماتی است.",
    en: "Contributions paid at any time for the lists of the period's months as a percentage of the contributions due: 30 percent of insurable wages, of which the worker pays 7 percent, the employer 20 percent and unemployment insurance is 3 percent. Provisional until 40 days after the period, when lists and payments are due.",
  },
  notCounted: {
    fa: "سهم دولت (۳ درصد) و پرداخت برای لیستی که ارسال نشده است. معافیت کارگاه‌های کوچک از سهم کارفرما از مخرج کم نمی‌شود. لیست‌ها به ماه شمسی‌اند.",
    en: "The state’s share of 3 percent, and payments for lists that were never submitted. The exemption of small workshops is not subtracted from the denominator. Lists are for Jalali months.",
  },
  definedBy: {
    fa: "مادهٔ ۲۸ قانون تأمین اجتماعی و قانون بیمهٔ بیکاری",
    en: "Social Security Act, article 28, and Unemployment Insurance Act",
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
  title: { fa: "نرخ ارسال به‌موقع لیست بیمه", en: "Contribution lists submitted on time" },
  meaning: {
    fa: "سهم لیست‌هایی که تا پایان مهلت مادهٔ ۳۹ ارسال شدند، از همهٔ لیست‌هایی که مهلت آن‌ها در بازه به پایان رسید. برای کارگاهی که بیمه‌شده داشت و لیست نفرستاد یک لیست در مخرج شمرده می‌شود.",
    en: "Share of the lists submitted by the deadline of article 39 among all lists whose deadline was in the period. An establishment with insured workers and no list counts as one list due.",
  },
  notCounted: {
    fa: "لیست‌های ارسال‌نشدهٔ ماهی که برای آن هیچ لیستی ثبت نشده است، لیست‌های مربوط به کارکنانی که اشتغال آنان ثبت نشده است و لیست‌هایی که مهلت آن‌ها نگذشته یا هنوز بررسی نشده است.",
    en: "Missing lists for months without any recorded list, lists for workers whose employment is not recorded, and lists whose deadline has not passed or was not assessed.",
  },
  definedBy: {
    fa: "مادهٔ ۳۹ قانون تأمین اجتماعی؛ روز مهلت طبق تقویم معتبر در همان روز",
    en: "Social Security Act, article 39; the deadline follows the calendar in force on that day",
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
