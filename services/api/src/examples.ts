import type { Text } from "@karnameh/schema/text";

/**
 * A question to begin with: GraphiQL opens with them, the first page and the docs show them. It can be asked as it
 * stands; its variables have defaults. Its name is the title of its tab: one short word, so that all tabs are seen.
 */
export type Example = {
  readonly id: string;
  readonly title: Text;
  readonly query: string;
};

const traineesByProvider: Example = {
  id: "trainees-by-provider",
  title: { fa: "کارآموزان به تفکیک نوع مرکز در هر سال", en: "Trainees by provider in each Jalali year" },
  query: `query Trainees($period: PeriodRange = { from: "1400", to: "1402" }) {
  observations(indicator: "trainees", by: ["provider"], period: $period, frequency: YEAR, calendar: JALALI) {
    notice { en } # says SYNTHETIC where the answer rests on simulated events
    citation { en }
    unit { label { en } }
    observations {
      period { code label { en } inGregorian { en } }
      coordinates { code label { en } }
      value # in the unit, not rounded
      display { en } # rounded for reading
      status # A normal, P provisional, M no data
    }
  }
}`,
};

const placementAsOf: Example = {
  id: "placement-as-of",
  title: {
    fa: "نرخ اشتغال پس از دوره، چنان‌که در روزی در گذشته دانسته بود",
    en: "Placement rate, as known on a day in the past",
  },
  query: `query Placement($asOf: Day = "2023-06-30") {
  # آنچه پس از این روز ثبت شده است دیده نمی‌شود
  observations(indicator: "placement_rate_6m", frequency: YEAR, calendar: JALALI, asOf: $asOf) {
    notice { fa }
    vintage { asOf position }
    observations {
      period { label { fa } inJalali { fa } }
      display { fa } # مقدار برای خواندن
      numerator # صورت: شاغلان
      denominator # مخرج: پایان‌دهندگان دوره
      status
      reasonText { fa } # اگر عددی نیست، چرا
    }
  }
}`,
};

const contradictions: Example = {
  id: "inconsistencies",
  title: { fa: "رقم‌هایی که با هم نمی‌خوانند", en: "Reported figures that contradict each other" },
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
    fa: "فاصلهٔ رقم‌های گفته‌شده از اجزا و از رویدادها",
    en: "How far stated figures are from their parts and from the events",
  },
  query: `query Gaps($asOf: Day) {
  claimGaps(first: 20, asOf: $asOf) {
    nodes {
      measure
      figure { id subject { fa en } display { fa en } }
      components { id display { fa en } } # the figures that lead to it / رقم‌هایی که به آن می‌رسند
      counted { code period { label { fa en } } } # or what is counted / یا آنچه شمرده شده است
      expected
      gap
      gapPercent
      status
      reasonText { fa en } # why there is none / چرا فاصله‌ای نیست
      notice { fa en }
    }
  }
}`,
};

const saipaReplacement: Example = {
  id: "saipa-replacement",
  title: { fa: "جایگزینی بازنشستگان در سایپا", en: "How far Saipa's hires replace its retirees" },
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
    fa: "«داده نداریم» صفر نیست: تراکم اتحادیه در ایران",
    en: "No data is not zero: union density in Iran",
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
    fa: "نرخ بیکاری آمارگیری به تفکیک جنس و سن، و آنچه کم‌اعتبار است",
    en: "Unemployment of a survey by sex and age, and what of it is unreliable",
  },
  query: `query Survey($period: PeriodRange = { from: "1402", to: "1402" }) {
  observations(indicator: "unemployment_rate", by: ["sex", "age"], period: $period, frequency: YEAR, calendar: JALALI) {
    notice { fa en }
    observations {
      coordinates { label { fa en } }
      display { fa en }
      sampleSize # persons asked on whom the rate rests / شمار پرسش‌شدگانی که نرخ بر آنان استوار است
      status # U: fewer than 30, low reliability, not for a headline / کم‌اعتبار؛ شایستهٔ تیتر نیست
    }
  }
}`,
};

const licenceDecisions: Example = {
  id: "licence-decisions",
  title: {
    fa: "مجوزها در سه روز کاری: چند تا را سکوت اداره صادر کرد",
    en: "Licences within three working days: how many were issued by the office's silence",
  },
  query: `query Licences($period: PeriodRange = { from: "1400", to: "1402" }) {
  bySilence: observations(indicator: "licence_automatic_share", period: $period, frequency: YEAR, calendar: JALALI) {
    notice { fa en }
    observations {
      period { label { fa en } }
      display { fa en }
      numerator # not decided in three working days, so issued by itself / در سه روز کاری تصمیمی نبود و خودکار صادر شد
      denominator # all that led to a licence / همهٔ درخواست‌هایی که به مجوز رسیدند
    }
  }
  # By the calendar then valid; those still undecided are counted as waiting
  # با تقویم همان روزها؛ آنها که هنوز بی‌جواب‌اند منتظر شمرده می‌شوند
  workingDays: observations(indicator: "licence_decision_working_days_median", period: $period, frequency: YEAR, calendar: JALALI) {
    observations { period { label { fa en } } display { fa en } denominator }
  }
}`,
};

const threeParties: Example = {
  id: "three-parties",
  title: {
    fa: "چه کسی با چه کسی: رابطه‌های دولت، کارفرما و کارگر",
    en: "Who deals with whom: government, employers and workers",
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
      coordinates { label { fa en } } # who acts, with whom, what it is / کنشگر، طرف مقابل، نوع رابطه
      display { fa en }
    }
  }
}`,
};

const system: Example = {
  id: "system",
  title: { fa: "سامانه در این دم", en: "The system at this moment" },
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
  contradictions,
  claimGaps,
  saipaReplacement,
  surveyReliability,
  licenceDecisions,
  threeParties,
  unionDensity,
  system,
];
