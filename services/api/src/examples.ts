import type { Text } from "@karnameh/schema/text";

/**
 * An example query: GraphiQL opens each in a tab, and the home page and the docs list them. Its variables have
 * defaults, so it runs unchanged. The operation name is the title of the tab: one short word, so that all tabs fit.
 */
export type Example = {
  readonly id: string;
  readonly title: Text;
  readonly query: string;
};

const traineesByProvider: Example = {
  id: "trainees-by-provider",
  title: {
    fa: "کارآموزان به تفکیک نوع مرکز آموزشی و سال",
    en: "Trainees by type of provider and Jalali year",
  },
  query: `query Trainees($period: PeriodRange = { from: "1400", to: "1402" }) {
  observations(indicator: "trainees", by: ["provider"], period: $period, frequency: YEAR, calendar: JALALI) {
    notice { en } # SYNTHETIC if the response is computed from simulated events
    citation { en }
    unit { label { en } }
    observations {
      period { code label { en } inGregorian { en } }
      coordinates { code label { en } }
      value # not rounded
      display { en } # rounded
      status # A normal, P provisional, M missing
    }
  }
}`,
};

const placementAsOf: Example = {
  id: "placement-as-of",
  title: {
    fa: "نرخ اشتغال پس از آموزش بر اساس داده‌های یک تاریخ گذشته",
    en: "Placement rate as of a past date",
  },
  query: `query Placement($asOf: Day = "2023-06-30") {
  # داده‌هایی که پس از این تاریخ ثبت شده‌اند به حساب نمی‌آیند
  observations(indicator: "placement_rate_6m", frequency: YEAR, calendar: JALALI, asOf: $asOf) {
    notice { fa }
    vintage { asOf position }
    observations {
      period { label { fa } inJalali { fa } }
      display { fa } # مقدار گردشده
      numerator # صورت کسر: شاغلان
      denominator # مخرج کسر: پایان‌دهندگان دوره
      status
      reasonText { fa } # دلیل نبودِ مقدار
    }
  }
}`,
};

const inconsistencies: Example = {
  id: "inconsistencies",
  title: { fa: "آمارهای متناقض", en: "Reported figures that contradict each other" },
  query: `query Figures {
  inconsistencies(first: 10) {
    totalCount
    nodes {
      kind { label { fa en } }
      left { subject { fa en } display { fa en } document { id title { fa en } } place }
      right { subject { fa en } display { fa en } document { id } place }
      expected
      gap
      gapPercent
      reason { code label { fa en } }
      hypotheses { rank plausibility explanation { fa en } }
    }
  }
}`,
};

const claimGaps: Example = {
  id: "claim-gaps",
  title: {
    fa: "اختلاف رقم‌های اعلام‌شده با مقدار مورد انتظار",
    en: "Gaps between stated figures and their expected values",
  },
  query: `query Gaps($asOf: Day) {
  claimGaps(first: 20, asOf: $asOf) {
    nodes {
      measure
      figure { id subject { fa en } display { fa en } }
      components { id display { fa en } } # parts of the figure / اجزای رقم
      comparedIndicator { code period { label { fa en } } } # or an indicator / یا یک شاخص
      expected
      gap
      gapPercent
      status
      reasonText { fa en } # why there is no gap / دلیل محاسبه‌نشدن اختلاف
      notice { fa en }
    }
  }
}`,
};

const saipaReplacement: Example = {
  id: "saipa-replacement",
  title: { fa: "نرخ جایگزینی بازنشستگان در سایپا", en: "Replacement rate of retirees at Saipa" },
  query: `query Saipa($organisation: [ID!]! = ["saipa"]) {
  observations(
    indicator: "replacement_rate"
    by: ["organisation"]
    where: [{ dimension: "organisation", values: $organisation }]
    period: { from: "1402", to: "1402" }
  ) {
    observations {
      period { label { fa en } }
      coordinates { label { fa en } }
      display { fa en }
      numerator
      denominator
      status
    }
  }
}`,
};

const unionDensity: Example = {
  id: "union-density",
  title: {
    fa: "تراکم اتحادیه‌ای در ایران: نبود داده به معنای صفر نیست",
    en: "Union density in Iran: missing data are not zero",
  },
  query: `query Unions($country: [ID!]! = ["IRN"]) {
  observations(
    indicator: "ILR_TUMT_NOC_RT_A"
    by: ["country"]
    where: [{ dimension: "country", values: $country }]
    period: { from: "2016", to: "2020" }
  ) {
    observations { period { code } coordinates { label { fa en } } value status reason reasonText { fa en } }
  }
}`,
};

const surveyReliability: Example = {
  id: "survey-reliability",
  title: {
    fa: "نرخ بیکاری بر اساس آمارگیری نیروی کار به تفکیک جنس و سن، با برآوردهای کم‌اعتبار",
    en: "Unemployment rate from the survey by sex and age, with unreliable estimates",
  },
  query: `query Survey($period: PeriodRange = { from: "1402", to: "1402" }) {
  observations(indicator: "unemployment_rate", by: ["sex", "age"], period: $period, frequency: YEAR, calendar: JALALI) {
    notice { fa en }
    observations {
      coordinates { label { fa en } }
      display { fa en }
      sampleSize # number of respondents / حجم نمونه
      status # U: fewer than 30 respondents, low reliability / کم‌اعتبار: حجم نمونه کمتر از ۳۰
    }
  }
}`,
};

const licenceDecisions: Example = {
  id: "licence-decisions",
  title: {
    fa: "مجوزهای کسب‌وکار: سهم صدور خودکار پس از سه روز کاری",
    en: "Business licences: share issued automatically after three working days",
  },
  query: `query Licences($period: PeriodRange = { from: "1400", to: "1402" }) {
  automatic: observations(indicator: "licence_automatic_share", period: $period, frequency: YEAR, calendar: JALALI) {
    notice { fa en }
    observations {
      period { label { fa en } }
      display { fa en }
      numerator # issued automatically, without a decision in three working days / صادرشده به‌صورت خودکار
      denominator # all applications that led to a licence / همهٔ درخواست‌های منتهی به صدور مجوز
    }
  }
  # Working days of the official calendar; undecided applications count as waiting
  # روزهای کاری تقویم رسمی؛ درخواست‌های بدون تصمیم در انتظار شمرده می‌شوند
  workingDays: observations(indicator: "licence_decision_working_days_median", period: $period, frequency: YEAR, calendar: JALALI) {
    observations { period { label { fa en } } display { fa en } denominator }
  }
}`,
};

const tripartiteNetwork: Example = {
  id: "tripartite-network",
  title: {
    fa: "شبکهٔ روابط سه‌جانبه: دولت، کارفرمایان و کارگران",
    en: "Tripartite network: government, employers and workers",
  },
  query: `query Parties($period: PeriodRange = { from: "1402", to: "1402" }) {
  observations(
    indicator: "dealings_between_parties"
    by: ["party", "counterparty", "dealing"]
    period: $period
    frequency: YEAR
    calendar: JALALI
  ) {
    notice { fa en }
    observations {
      coordinates { label { fa en } } # party, counterparty, type / طرف، طرف مقابل، نوع رابطه
      display { fa en }
    }
  }
}`,
};

const system: Example = {
  id: "system",
  title: { fa: "وضعیت سامانه", en: "State of the system" },
  query: `query System {
  system {
    state
    head
    position
    lag
    ageSeconds
    events
    unprocessableEvents { type reason count }
    limits { name value meaning { fa en } }
    version
  }
}`,
};

export const examples: readonly Example[] = [
  traineesByProvider,
  placementAsOf,
  inconsistencies,
  claimGaps,
  saipaReplacement,
  surveyReliability,
  licenceDecisions,
  tripartiteNetwork,
  unionDensity,
  system,
];
