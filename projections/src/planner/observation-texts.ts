import type { Text } from "@karnameh/schema/text";
import type { MissingReason, Status } from "./observation-query.ts";

/** Why an observation has no value. The API, the pages and the docs show these texts. */
export const missingReasons: Readonly<Record<MissingReason, Text>> = {
  NO_EVENTS: {
    fa: "برای این دوره رویدادی ثبت نشده است.",
    en: "No events were recorded for this period.",
  },
  NO_DENOMINATOR: {
    fa: "مخرج کسر صفر است.",
    en: "The denominator is zero.",
  },
  WINDOW_OPEN: {
    fa: "دورهٔ پیگیری این گروه هنوز به پایان نرسیده بود.",
    en: "The follow-up window of this cohort was still open on the as-of date.",
  },
  NOT_REACHED: {
    fa: "هنوز شمار کافی از پرونده‌ها پایان نیافته است.",
    en: "Not enough cases have ended yet to compute this value.",
  },
  NO_OBSERVATION: {
    fa: "سری رسمی برای این دوره مقداری ندارد.",
    en: "The official series has no value for this period.",
  },
  NOT_IMPORTED: {
    fa: "هیچ مجموعه‌داده‌ای از این سری رسمی وارد نشده است.",
    en: "No dataset of this official series was imported.",
  },
};

/** What each observation status (SDMX CL_OBS_STATUS) means here. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  A: "Normal. Zero is a value like any other.",
  P: "Provisional: on the as-of date the period had not ended, or its data were still incomplete.",
  M: "Missing: there is no data. The value is null, never zero, and `reason` explains why.",
  Q: "Suppressed: a value exists but is withheld for confidentiality. No indicator has this status yet.",
  E: "Estimated by a model or a projection.",
  U: "Low reliability: the survey sample has fewer than 30 observations; `sampleSize` is their number. Or the provider of a series says so.",
  B: "Break: by its provider, the observation cannot be compared with earlier ones of its series.",
};
