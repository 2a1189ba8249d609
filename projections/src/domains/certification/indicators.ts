import {
  everyCalendar,
  everyFrequency,
  type Formula,
  type Indicator,
  ownDefinition,
} from "../../engine/indicator.ts";
import { assessedCompleters } from "./assessed-completers.ts";
import { attempts } from "./attempts.ts";
import { certificates } from "./certificates.ts";
import { certification } from "./certification.ts";
import { sites } from "./sites.ts";
import { sittings } from "./sittings.ts";
import { waits } from "./waits.ts";

const common = {
  theme: "certification",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  definedBy: ownDefinition,
} as const;

const issued: Indicator = {
  ...common,
  code: "certificates_issued",
  title: { fa: "گواهینامه‌های صادرشده", en: "Certificates issued" },
  meaning: {
    fa: "تعداد گواهینامه‌های مهارت که در بازه صادر شده‌اند و همچنان معتبرند.",
    en: "Number of skill certificates issued in the period that are still valid.",
  },
  notCounted: {
    fa: "گواهینامه‌های باطل‌شده: از روز ثبت ابطال دیگر شمرده نمی‌شوند. این شاخص تعداد اسناد است، نه تعداد افراد.",
    en: "Revoked certificates: they are not counted from the day the revocation was recorded. The indicator counts documents, not persons.",
  },
  unit: "CERTIFICATES",
  decimals: 0,
  formula: { kind: "sum", of: { cube: certificates, measure: "issued" } },
};

const certificationRate: Indicator = {
  ...common,
  code: "certification_rate",
  title: { fa: "نرخ گواهینامه", en: "Certification rate" },
  meaning: {
    fa: "سهم افرادی که برای آزمونی در بازه گواهینامهٔ معتبر دارند، از همهٔ افرادی که در بازه آزمون دادند.",
    en: "Share of the persons assessed in the period who hold a valid certificate for an assessment of the period.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۹۰ روز از پایان آن‌ها نگذشته است، گواهینامه‌های باطل‌شده و گواهینامه‌هایی که آزمون آن‌ها در بازهٔ دیگری بود. این شاخص نسبت افراد به افراد است، نه نسبت گواهینامه به آزمون. نوع مرکز از دوره‌ای است که ثبت‌نام آن در آزمون آمده است؛ برای آزمون بدون آموزش، نوع مرکز مصداق ندارد.",
    en: "Cohorts whose 90 days have not passed, revoked certificates, and certificates for assessments of another period. The rate divides persons by persons, not documents by assessments. The provider is that of the course whose enrolment the assessment names; without training it is not applicable.",
  },
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: certification, measure: "certified" },
    under: { cube: certification, measure: "assessed" },
  },
  window: "P90D",
};

const days = (q: number): Formula => ({ kind: "quantile", of: { cube: certificates, measure: "issued" }, q });

const notCountedDays = {
  fa: "آزمون‌هایی که هنوز به گواهینامه نرسیده‌اند، گواهینامه‌های باطل‌شده و گواهینامه‌هایی که روز آزمون آن‌ها نامعلوم است. این شاخص به تفکیک نوع مرکز منتشر نمی‌شود؛ نرخ گواهینامه به این تفکیک هست.",
  en: "Assessments without a certificate yet, revoked certificates, and certificates whose day of assessment is unknown. Not available by provider; the certification rate is.",
};

const median: Indicator = {
  ...common,
  code: "days_to_certificate_median",
  title: { fa: "روز تا گواهینامه (میانه)", en: "Days to certificate (median)" },
  meaning: {
    fa: "میانهٔ تعداد روزهای میان آخرین آزمون و صدور گواهینامه، برای گواهینامه‌های صادرشده در بازه.",
    en: "Median number of days from the last assessment to the issue of the certificate, for certificates issued in the period.",
  },
  notCounted: notCountedDays,
  unit: "DAYS",
  decimals: 0,
  formula: days(0.5),
};

const p90: Indicator = {
  ...common,
  code: "days_to_certificate_p90",
  title: { fa: "روز تا گواهینامه (صدک ۹۰)", en: "Days to certificate (90th percentile)" },
  meaning: {
    fa: "تعداد روزهایی که ۹۰ درصد گواهینامه‌های صادرشده در بازه تا آن پس از آخرین آزمون صادر شدند.",
    en: "Number of days within which 90 percent of the certificates issued in the period were issued after the last assessment.",
  },
  notCounted: notCountedDays,
  unit: "DAYS",
  decimals: 0,
  formula: days(0.9),
};

const passRate: Indicator = {
  ...common,
  code: "pass_rate",
  title: { fa: "نرخ قبولی در نخستین آزمون", en: "Pass rate at the first attempt" },
  meaning: {
    fa: "سهم قبولی در نخستین آزمون‌هایی که در بازه نمره گرفتند. نخستین آزمون هر شخص در هر استاندارد شمرده می‌شود، کتبی و عملی جداگانه.",
    en: "Share of the first attempts graded in the period that were passed. A first attempt is a person's first assessment of a standard, theory and practical separately.",
  },
  notCounted: {
    fa: "آزمون‌های مجدد و نخستین آزمون‌هایی که هنوز نمره نگرفته‌اند. کسی که در دو استاندارد آزمون داده است دو بار شمرده می‌شود.",
    en: "Repeated attempts, and first attempts without a grade yet. A person assessed in two standards counts twice.",
  },
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: attempts, measure: "passed" },
    under: { cube: attempts, measure: "graded" },
  },
};

const assessmentRate: Indicator = {
  ...common,
  code: "assessment_rate_90d",
  title: {
    fa: "نرخ شرکت کارآموختگان در آزمون تا ۹۰ روز",
    en: "Assessment rate of completers within 90 days",
  },
  meaning: {
    fa: "سهم افرادی که از روز پایان دوره تا ۹۰ روز پس از آن در آزمون استاندارد همان دوره یا آزمون مربوط به همان ثبت‌نام شرکت کردند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by their last course) who took an assessment of the course's standard, or one that names the enrolment, within 90 days.",
  },
  notCounted: {
    fa: "بازه‌هایی که ۹۰ روز از پایان آن‌ها نگذشته است، آزمون استانداردی دیگر و آزمون پیش از پایان دوره. قبولی در آزمون شرط نیست.",
    en: "Cohorts whose 90 days have not passed, assessments of another standard, and assessments before the completion. Passing is not required.",
  },
  unit: "PERCENT",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: assessedCompleters, measure: "assessed_90d" },
    under: { cube: assessedCompleters, measure: "completers" },
  },
  window: "P90D",
};

const wait = (q: number): Formula => ({
  kind: "survival",
  of: { cube: waits, measure: "cases" },
  open: { cube: waits, measure: "open" },
  q,
});

const notCountedWaits = {
  fa: "کسانی که در آخرین آزمون خود مردود شدند، گواهینامه‌های باطل‌شده و گواهینامه‌هایی که روز آزمون آن‌ها نامعلوم است. مدت انتظار کسانی که هنوز منتظرند تا تاریخ داده‌ها محاسبه می‌شود.",
  en: "Persons who failed their last assessment, revoked certificates, and certificates whose day of assessment is unknown. For persons still waiting, only the days until the as-of date count.",
};

const kaplanMeier = {
  fa: "برآوردگر کاپلان–مایر (۱۹۵۸)؛ انتظارهای پایان‌نیافته در تاریخ داده‌ها سانسور می‌شوند",
  en: "Kaplan–Meier estimator (1958); waits that have not ended are censored on the as-of date",
};

const waitMedian: Indicator = {
  ...common,
  code: "certificate_wait_days_median",
  title: {
    fa: "مدت انتظار گواهینامه با احتساب منتظران (میانه)",
    en: "Wait for a certificate, pending included (median)",
  },
  meaning: {
    fa: "تعداد روزهایی که نیمی از کسانی که آخرین آزمون آنان در بازه بود تا آن گواهینامه می‌گیرند، با احتساب کسانی که هنوز منتظرند.",
    en: "Number of days within which half of the persons whose last assessment is in the period get a certificate. Persons still waiting are included.",
  },
  notCounted: notCountedWaits,
  unit: "DAYS",
  decimals: 0,
  definedBy: kaplanMeier,
  formula: wait(0.5),
};

const waitP90: Indicator = {
  ...common,
  code: "certificate_wait_days_p90",
  title: {
    fa: "مدت انتظار گواهینامه با احتساب منتظران (صدک ۹۰)",
    en: "Wait for a certificate, pending included (90th percentile)",
  },
  meaning: {
    fa: "تعداد روزهایی که ۹۰ درصد کسانی که آخرین آزمون آنان در بازه بود تا آن گواهینامه می‌گیرند، با احتساب کسانی که هنوز منتظرند.",
    en: "Number of days within which 90 percent of the persons whose last assessment is in the period get a certificate. Persons still waiting are included.",
  },
  notCounted: notCountedWaits,
  unit: "DAYS",
  decimals: 0,
  definedBy: kaplanMeier,
  formula: wait(0.9),
};

const siteLoad: Indicator = {
  ...common,
  code: "assessments_per_site",
  title: { fa: "آزمون به ازای هر مرکز فعال", en: "Assessments per active site" },
  meaning: {
    fa: "تعداد آزمون‌های برگزارشده در ماه به ازای هر مرکز آزمونی که دست‌کم یک روز آن ماه فعال بود (مرکز-ماه).",
    en: "Number of assessments in the month per assessment site in service on at least one day of the month (site-months).",
  },
  notCounted: {
    fa: "آزمون‌هایی که مرکز آن‌ها ثبت نشده است. این شاخص تنها ماهانه منتشر می‌شود، زیرا مرکز-ماه‌ها برای یک سال جمع‌پذیر نیستند.",
    en: "Assessments that name no site. Published by month only, because site-months do not add up to a yearly level.",
  },
  unit: "RATIO",
  decimals: 1,
  formula: {
    kind: "ratio",
    over: { cube: sittings, measure: "sittings" },
    under: { cube: sites, measure: "in_service" },
  },
  calendars: ["JALALI"],
  frequencies: ["MONTH"],
};

export const certificationIndicators: readonly Indicator[] = [
  issued,
  certificationRate,
  median,
  p90,
  passRate,
  assessmentRate,
  waitMedian,
  waitP90,
  siteLoad,
];
