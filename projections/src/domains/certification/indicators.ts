import { everyCalendar, everyFrequency, type Formula, type Indicator } from "../../engine/indicator.ts";
import { assessedCompleters } from "./assessed-completers.ts";
import { attempts } from "./attempts.ts";
import { certificates } from "./certificates.ts";
import { certification } from "./certification.ts";
import { sites } from "./sites.ts";
import { sittings } from "./sittings.ts";
import { waits } from "./waits.ts";

const ours = {
  fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
  en: "Defined by this system; no international standard was found for it.",
};
const common = {
  theme: "certification",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  definedBy: ours,
} as const;

const issued: Indicator = {
  ...common,
  code: "certificates_issued",
  title: { fa: "گواهینامه‌های صادرشده", en: "Certificates issued" },
  meaning: {
    fa: "شمار گواهینامه‌های مهارت که در بازه صادر شده و همچنان معتبرند.",
    en: "Skill certificates issued in the period that stand.",
  },
  notCounted: {
    fa: "گواهینامه‌هایی که سپس باطل شدند: از روزی که ابطال دانسته شد از شمار می‌افتند. این شمارِ اسناد است نه افراد.",
    en: "Certificates revoked since: they leave the count on the day the revocation became known. Documents, not persons.",
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
    fa: "سهم افرادی که برای سنجشی در این بازه گواهینامهٔ معتبر دارند، از همهٔ افراد سنجیده‌شده در بازه.",
    en: "Share of the persons assessed in the period who hold a standing certificate for an assessment of the period.",
  },
  notCounted: {
    fa: "کسانی که ۹۰ روز از پایان بازهٔ سنجش آنان نگذشته است، گواهینامه‌های باطل‌شده، و گواهینامه‌هایی که سنجش آن‌ها در بازهٔ دیگری بود. این نسبتِ گواهینامه به آزمون نیست. نوع مرکز از دورهٔ ثبت‌نامی است که آزمون نام می‌برد؛ آزمون بی‌آموزش مصداق ندارد.",
    en: "Cohorts whose 90 days have not passed, for their certificates are still being made; revoked certificates, and certificates for assessments of another period. Persons over persons, not documents over sittings. The provider is that of the course whose enrolment the assessment names; without training it is not applicable.",
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
  fa: "سنجش‌هایی که هنوز گواهینامه‌ای نداده‌اند، گواهینامه‌های باطل‌شده، و آن‌ها که روز سنجششان ناشناخته است. به تفکیک نوع مرکز داده نمی‌شود؛ نرخ گواهی‌گرفتن به آن تفکیک هست.",
  en: "Assessments still without a certificate, revoked certificates, and those whose day of assessment is unknown. Not told by provider; the certification rate is.",
};

const median: Indicator = {
  ...common,
  code: "days_to_certificate_median",
  title: { fa: "روز تا گواهینامه (میانه)", en: "Days to certificate (median)" },
  meaning: {
    fa: "میانهٔ روزهای میان آخرین سنجش و صدور گواهینامه، برای گواهینامه‌های صادرشده در بازه.",
    en: "Median days from the last assessment to the issue of the certificate, for certificates issued in the period.",
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
    fa: "شمار روزهایی که نود درصد گواهینامه‌های صادرشده در بازه پس از آخرین سنجش در آن صادر شدند.",
    en: "Days within which nine in ten of the certificates issued in the period followed their last assessment.",
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
    fa: "سهم نخستین آزمون‌های قبول‌شده از همهٔ نخستین آزمون‌هایی که در بازه نمره گرفتند؛ نخستین آزمونِ هر شخص در هر استاندارد، کتبی و عملی جدا.",
    en: "Share of the first attempts graded in the period that were passed: each person's first sitting of a standard, theory and practical apart.",
  },
  notCounted: {
    fa: "آزمون‌های دوباره، و نخستین آزمون‌هایی که هنوز نمره نگرفته‌اند. کسی که دو استاندارد را آزموده دو بار شمرده می‌شود.",
    en: "Repeated attempts, and first attempts without a grade yet. A person who sat two standards counts twice.",
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
  title: { fa: "نرخ سنجش کارآموختگان تا ۹۰ روز", en: "Assessment rate of completers within 90 days" },
  meaning: {
    fa: "سهم افرادی که از روز پایان دوره تا ۹۰ روز پس از آن در آزمونِ استاندارد همان دوره، یا آزمونی به نام همان ثبت‌نام، شرکت کردند، از همهٔ کسانی که در بازه دوره‌ای را به پایان رساندند (آخرین دورهٔ هر فرد).",
    en: "Share of the persons who completed a course in the period (each by the last) who sat, from that day to 90 days after, an assessment of the course's standard or one that names the enrolment.",
  },
  notCounted: {
    fa: "کسانی که ۹۰ روز از پایان بازهٔ آنان نگذشته است؛ آزمون استانداردی دیگر؛ آزمون پیش از پایان دوره. گذراندن آزمون شرط نیست.",
    en: "Cohorts whose 90 days have not passed; assessments of another standard; assessments before the completion. Passing is not asked for.",
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
  fa: "کسانی که در آخرین آزمون خود رد شدند، گواهینامه‌های باطل‌شده، و گواهینامه‌ای که روز آزمونش ناشناخته است. منتظران تا روز دانستن به شمار می‌آیند، نه بیشتر.",
  en: "Those who failed their last sitting, revoked certificates, and certificates whose day of assessment is unknown. Who still waits counts for the days until the day of knowledge and no more.",
};

const kaplanMeier = {
  fa: "برآوردگر کاپلان و مایر (۱۹۵۸)؛ انتظارهای پایان‌نیافته در روز دانستن بریده می‌شوند",
  en: "The estimator of Kaplan and Meier (1958); waits not ended are censored on the day of knowledge",
};

const waitMedian: Indicator = {
  ...common,
  code: "certificate_wait_days_median",
  title: {
    fa: "انتظار گواهینامه با منتظران (میانه)",
    en: "Wait for a certificate, pending included (median)",
  },
  meaning: {
    fa: "شمار روزهایی که نیمی از آزمون‌دادگانِ بازه تا آن به گواهینامه می‌رسند، با به‌شمارآوردن کسانی که هنوز منتظرند.",
    en: "Days by which half of those whose last assessment lies in the period have their certificate, with those reckoned in who still wait.",
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
    fa: "انتظار گواهینامه با منتظران (صدک ۹۰)",
    en: "Wait for a certificate, pending included (90th percentile)",
  },
  meaning: {
    fa: "شمار روزهایی که نود درصد آزمون‌دادگانِ بازه تا آن به گواهینامه می‌رسند، با به‌شمارآوردن کسانی که هنوز منتظرند.",
    en: "Days by which nine in ten of those whose last assessment lies in the period have their certificate, with those reckoned in who still wait.",
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
  title: { fa: "آزمون به ازای هر مرکز دایر", en: "Assessments per active site" },
  meaning: {
    fa: "شمار آزمون‌های داده‌شده در مراکز در ماه، به ازای هر مرکزی که دست‌کم یک روز آن ماه دایر بود (مرکز-ماه).",
    en: "Assessments taken at sites in the month, for each site in service on at least one day of it (site-months).",
  },
  notCounted: {
    fa: "آزمون‌هایی که مرکز آن‌ها گفته نشده است. ماه‌ها جمع‌پذیر نیستند؛ از این رو تنها ماهانه منتشر می‌شود.",
    en: "Assessments that name no site. Published by months only, for a year's site-months are no level.",
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
