import { indicators } from "@karnameh/projections/indicators";
import type {
  ClaimRow,
  InconsistencyRow,
  IndicatorMetadata,
  ModelStatus,
  ReleaseRow,
} from "@karnameh/projections/planner/catalogue";
import type { Planner } from "@karnameh/projections/planner/port";
import {
  type Observation,
  type ObservationQuery,
  type ObservationSet,
  QuestionError,
} from "@karnameh/projections/planner/question";
import { type Period, parsePeriod, periodFromOrdinal } from "@karnameh/schema/calendar";

/** What a test may bend. */
export type Twin = {
  status?: Partial<ModelStatus>;
  isSynthetic?: boolean;
  cards?: readonly IndicatorMetadata[];
  claims?: readonly InconsistencyRow[];
  releases?: readonly ReleaseRow[];
  /** The series of which something was imported. */
  imported?: readonly string[];
  /** Indicators that fail, with what they throw. */
  failing?: Readonly<Record<string, Error>>;
  /** Called at each question: counts what was really asked. */
  onAsk?: (question: ObservationQuery) => void;
};

const base: IndicatorMetadata[] = indicators.map(({ formula: _, window, ...rest }) => ({
  ...rest,
  kind: "EVENTS",
  window: window ?? null,
  dimensions: [],
  events: [],
  methodology: [],
}));

export const twinCards: readonly IndicatorMetadata[] = base;

/** Means, yearly growth and seasonal swing, near what the simulated country gives. */
const SHAPES: Readonly<Record<string, readonly [mean: number, growth: number, swing: number]>> = {
  trainees: [61_240, 0.09, 0.16],
  trainees_person_courses: [78_310, 0.1, 0.18],
  completion_rate: [84.2, 0.008, 0.015],
  private_share: [56.1, 0.012, 0.02],
  training_person_hours: [7_412_800, 0.1, 0.2],
  certificates_issued: [49_870, 0.12, 0.14],
  certification_rate: [71.4, -0.004, 0.02],
  days_to_certificate_median: [34, -0.12, 0.06],
  days_to_certificate_p90: [81, -0.1, 0.07],
  placement_rate_6m: [41.7, 0.03, 0.04],
  placement_rate_12m: [52.3, 0.02, 0.03],
  hires: [18_930, 0.05, 0.22],
  replacement_rate: [30, 0, 0],
  employed: [412_600, 0.025, 0.01],
  insurance_coverage_rate: [68.9, 0.015, 0.01],
  covered_persons: [298_400, 0.03, 0.008],
};

const A_YEAR = { MONTH: 12, QUARTER: 4, YEAR: 1 } as const;

const valueAt = (code: string, period: Period, index: number): number => {
  const [mean, growth, swing] = SHAPES[code] ?? [100, 0, 0];
  const year = index / A_YEAR[period.frequency];
  const season = Math.sin((period.ordinal % A_YEAR[period.frequency]) * (6.28 / A_YEAR[period.frequency]));
  const noise = ((period.ordinal * 7_919 + code.length * 104_729) % 97) / 97 - 0.5;
  return mean * (1 + growth * year + swing * season + swing * 0.4 * noise);
};

/** The rates that look ahead have no value where the window is still open; one early period has none for want of events. */
const reasonAt = (card: IndicatorMetadata, index: number, count: number) => {
  const open = { P6M: 2, P12M: 4, P36M: 8, P30D: 1, P90D: 1 }[card.window ?? ""] ?? 0;
  if (count > 3 && index >= count - open) return "WINDOW_OPEN";
  return index === 2 && ["training_person_hours", "completion_rate"].includes(card.code) ? "NO_EVENTS" : null;
};

const observe = (
  card: IndicatorMetadata,
  { frequency = "YEAR", calendar = "JALALI" }: ObservationQuery,
  isSynthetic: boolean,
) => {
  const first = parsePeriod(calendar === "JALALI" ? "1400" : "2021", calendar).ordinal * A_YEAR[frequency];
  const count = 3 * A_YEAR[frequency];
  return Array.from({ length: count }, (_, index): Observation => {
    const period = periodFromOrdinal(calendar, frequency, first + index);
    const reason = reasonAt(card, index, count);
    const value = reason === null ? valueAt(card.code, period, index) : null;
    const isRate = card.unit === "PERCENT" && value !== null;
    const denominator = isRate ? 40_000 + index * 350 : null;
    return {
      period,
      coordinates: [],
      value,
      numerator: denominator === null || value === null ? null : Math.round((denominator * value) / 100),
      denominator,
      sampleSize: null,
      status: reason !== null ? "M" : index === count - 1 ? "P" : "A",
      reason,
      isSynthetic,
    };
  });
};

const claim = (figureId: string, value: number, fa: string, en: string): ClaimRow => ({
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

/** Trainees stated against the sum of public and private ones. */
export const traineesClaim: InconsistencyRow = {
  relationId: "trainees-sum",
  kind: "SUM",
  left: claim("RF-36", 2_861_000, "کارآموختگان دو سال", "Trainees of two years"),
  right: [
    claim("RF-37", 1_039_000, "مراکز دولتی", "Public centres"),
    claim("RF-38", 1_463_000, "آموزشگاه‌های آزاد", "Private schools"),
  ],
  expected: 2_502_000,
  gap: 359_000,
  gapPercent: 12.548,
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
      edits: [],
      explanation: {
        fa: "اگر در RF-37 یک رقم افتاده باشد، رقم‌ها درست با هم می‌خوانند.",
        en: "If RF-37 lost a digit, the figures agree exactly.",
      },
    },
  ],
};

const twinStatus: ModelStatus = {
  position: "184223",
  knownOn: "2024-03-19",
  hash: "b7d1",
  events: 184_223,
  unprocessableEvents: [],
};

const answer = (
  twin: Twin,
  cards: readonly IndicatorMetadata[],
  status: ModelStatus,
  question: ObservationQuery,
): ObservationSet => {
  twin.onAsk?.(question);
  const failure = twin.failing?.[question.indicator];
  if (failure) throw failure;
  const card = cards.find(({ code }) => code === question.indicator);
  if (!card) throw new QuestionError("UNKNOWN_INDICATOR", "no such indicator", "ask for indicators");
  const isSynthetic = (twin.isSynthetic ?? true) && card.code !== "replacement_rate";
  const observations = observe(card, question, isSynthetic);
  const { frequency = "YEAR", calendar = "JALALI", indicator } = question;
  const [from, to] = [observations[0]?.period.code ?? "", observations.at(-1)?.period.code ?? ""];
  return {
    query: { indicator, by: [], where: [], from, to, frequency, calendar, asOf: undefined },
    vintage: { asOf: status.knownOn, position: status.position },
    unit: card.unit,
    decimals: card.decimals,
    isSynthetic,
    observations,
  };
};

/** A planner in memory: every indicator there is, over the Jalali years 1400 to 1402. Reads the twin at each call. */
export const plannerTwin = (twin: Twin = {}): Planner => {
  const cards = (): readonly IndicatorMetadata[] => twin.cards ?? twinCards;
  const status = (): ModelStatus => ({ ...twinStatus, ...twin.status });
  const page = <T>(rows: readonly T[], first: number) => ({
    total: rows.length,
    items: rows.slice(0, first),
  });
  return {
    indicators: async () => cards(),
    indicator: async (code) => cards().find((each) => each.code === code),
    values: async (code) =>
      (twin.imported ?? []).includes(code) ? [{ code: "IRN", label: { fa: "ایران", en: "Iran" } }] : [],
    label: async (_, code) => ({ fa: code, en: code }),
    observations: async (question) => answer(twin, cards(), status(), question),
    figures: async () => ({ total: 0, items: [] }),
    inconsistencies: async ({ first }) => page(twin.claims ?? [traineesClaim], first),
    comparisons: async () => ({ total: 0, items: [] }),
    claimGaps: async () => ({ total: 0, items: [] }),
    releases: async ({ first }) => page(twin.releases ?? [], first),
    status: async () => status(),
  };
};
