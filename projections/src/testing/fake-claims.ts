import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import type { ClaimGapRow } from "../planner/claim-gap.ts";

const figure = (figureId: string, value: number, fa: string, en: string): ClaimRow => ({
  figureId,
  documentId: "doc-1",
  documentTitle: { fa: "گزارش سال سوم دولت", en: "Report on the government's third year" },
  measure: "trainees",
  value,
  valueText: null,
  qualifier: "EQ",
  unit: "PERSONS",
  kind: "FLOW",
  periodFrom: "2021-09-23",
  periodTo: "2023-09-22",
  subject: { fa, en },
  speakerName: "رئیس سازمان",
  speakerRole: null,
  speakerOrganisation: "سازمان آموزش فنی و حرفه‌ای کشور",
  place: "¶ 4",
  knownOn: "2023-11-05",
});

/** The total number of trainees that a report states. */
export const traineesTotal = figure("RF-36", 2_861_000, "کارآموختگان دو سال", "Trainees of two years");
/** The public part of that total. */
export const publicTrainees = figure("RF-37", 1_039_000, "مراکز دولتی", "Public centres");
/** The private part of that total. */
export const privateTrainees = figure("RF-38", 1_463_000, "آموزشگاه‌های آزاد", "Private schools");

/** A total that is not the sum of its parts: 359,000 too many. */
export const traineesInconsistency: InconsistencyRow = {
  relationId: "trainees-sum",
  kind: "SUM",
  left: traineesTotal,
  right: [publicTrainees, privateTrainees],
  expected: 2_502_000,
  gap: 359_000,
  gapPercent: (359_000 / 2_861_000) * 100,
  tolerance: 0,
  inconsistencyId: "00000000-0000-5000-8000-000000000001",
  reason: "SUM_DIFFERS",
  severity: "CONTRADICTION",
  expectedText: null,
  status: "OPEN",
  remarks: [],
  gapUnit: "PERSONS",
  hypotheses: [
    {
      rank: 1,
      plausibility: 0.9,
      edits: [
        {
          figureId: "RF-37",
          kind: "DIGIT_LOST",
          from: 1_039_000,
          to: 1_398_000,
          printed: { fa: "۱ میلیون و ۳۹ هزار", en: "1 million and 39 thousand" },
          intended: { fa: "۱ میلیون و ۳۹۸ هزار", en: "1 million and 398 thousand" },
        },
      ],
      explanation: {
        fa: "اگر در RF-37 یک رقم افتاده باشد، رقم‌ها درست با هم می‌خوانند.",
        en: "If RF-37 lost a digit, the figures agree exactly.",
      },
    },
  ],
};

/** Hours of training for each trainee: a quotient of two figures. */
export const hoursPerTrainee: ComparisonRow = {
  relationId: "hours-per-trainee",
  left: { ...traineesTotal, value: 6_800_000, unit: "PERSON_HOURS" },
  right: { ...publicTrainees, value: 94_000, unit: "PERSONS", qualifier: "GT" },
  value: 6_800_000 / 94_000,
  isPercent: false,
  qualifier: "LE",
};

/** The stated total against an indicator computed from events. */
export const traineesGap: ClaimGapRow = {
  relationId: "trainees-against-events",
  figure: traineesTotal,
  kind: null,
  components: [],
  measured: {
    relationId: "trainees-against-events",
    figureId: "RF-36",
    indicator: "trainees",
    period: "1400",
    where: [],
  },
  expected: 2_000_000,
  gap: 861_000,
  gapPercent: (861_000 / 2_861_000) * 100,
  status: "A",
  isSynthetic: true,
  reason: null,
  detail: null,
};
