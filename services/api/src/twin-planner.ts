import type {
  ClaimGapRow,
  ClaimRow,
  ComparisonRow,
  InconsistencyRow,
  IndicatorMetadata,
  Page,
} from "@karnameh/projections/planner/catalogue";
import type { PageRequest, Planner } from "@karnameh/projections/planner/port";
import {
  type Observation,
  type ObservationQuery,
  type ObservationSet,
  QuestionError,
} from "@karnameh/projections/planner/question";
import { parsePeriod } from "@karnameh/schema/calendar";

const text = (en: string) => ({ fa: `${en} (فارسی)`, en });

const card = (
  code: string,
  theme: string,
  unit: string,
  dimensions: IndicatorMetadata["dimensions"],
): IndicatorMetadata => ({
  code,
  kind: code === "ILR_TUMT_NOC_RT_A" ? "SERIES" : "EVENTS",
  theme,
  title: code === "trainees" ? { fa: "كارآموزان", en: "Trainees" } : text(code),
  meaning: text("What is counted."),
  notCounted: text("What is not."),
  unit,
  decimals: unit === "PERCENT" ? 1 : 0,
  definedBy: text("A standard"),
  codes: {},
  window: null,
  dimensions,
  calendars: ["JALALI", "GREGORIAN"],
  frequencies: ["MONTH", "QUARTER", "YEAR"],
  events: ["TraineeEnrolled"],
  methodology: ["select 1"],
});

const provider = { id: "provider", title: text("Provider"), codelist: "CL_PROVIDER" };
const organisation = { id: "organisation", title: text("Organisation"), codelist: null };
const sex = { id: "sex", title: text("Sex"), codelist: "CL_SEX" };
const age = { id: "age", title: text("Age"), codelist: "CL_AGE5" };
const party = { id: "party", title: text("Party"), codelist: "CL_PARTY" };
const counterparty = { id: "counterparty", title: text("Counterparty"), codelist: "CL_PARTY" };
const dealing = { id: "dealing", title: text("Dealing"), codelist: "CL_DEALING" };
const country = { id: "country", title: text("Country"), codelist: null };

const cards: readonly IndicatorMetadata[] = [
  card("trainees", "training", "PERSONS", [provider]),
  card("placement_rate_6m", "placement", "PERCENT", [provider]),
  card("replacement_rate", "placement", "PERCENT", [organisation]),
  card("unemployment_rate", "workforce", "PERCENT", [sex, age]),
  card("licence_automatic_share", "licensing", "PERCENT", []),
  card("licence_decision_working_days_median", "licensing", "DAYS", []),
  card("dealings_between_parties", "network", "DEALINGS", [party, counterparty, dealing]),
  card("ILR_TUMT_NOC_RT_A", "relations", "PERCENT", [country]),
];

/** A row of a twin's answer: 1402, normal, 1. */
export const row = (given: Partial<Observation> = {}): Observation => ({
  period: parsePeriod("1402", "JALALI"),
  coordinates: [],
  value: 1,
  numerator: null,
  denominator: null,
  sampleSize: null,
  status: "A",
  reason: null,
  isSynthetic: false,
  ...given,
});

const answer = (question: ObservationQuery, observations: readonly Observation[]): ObservationSet => {
  const { unit = "PERSONS", decimals = 0 } = cards.find(({ code }) => code === question.indicator) ?? {};
  const { indicator, by = [], where = [], frequency = "YEAR", calendar = "JALALI", asOf } = question;
  return {
    query: { indicator, by, where, from: "1402", to: "1402", frequency, calendar, asOf },
    vintage: { asOf: asOf ?? "2024-01-01", position: "42" },
    unit,
    decimals,
    isSynthetic: observations.some((each) => each.isSynthetic),
    observations,
  };
};

const figure = (figureId: string, value: number): ClaimRow => ({
  figureId,
  documentId: "doc-1",
  documentTitle: text("A report"),
  measure: "trainees",
  value,
  valueText: null,
  qualifier: "EQ",
  unit: "PERSONS_AMBIGUOUS",
  kind: "FLOW",
  periodFrom: "2021-03-21",
  periodTo: "2022-03-20",
  subject: text("Trainees"),
  speakerName: null,
  speakerRole: null,
  speakerOrganisation: "TVTO",
  place: "p. 1",
  knownOn: "2023-08-23",
});

const figures = [figure("RF-01", 2_861_000), figure("RF-02", 1_039_000), figure("RF-03", 1_463_000)] as const;

const trainingSum: InconsistencyRow = {
  relationId: "REL-1",
  kind: "SUM",
  left: figures[0],
  right: figures.slice(1),
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
  gapUnit: "PERSONS_AMBIGUOUS",
  hypotheses: [
    {
      rank: 1,
      plausibility: 0.9,
      edits: [
        {
          figureId: "RF-02",
          kind: "DIGIT_LOST",
          from: 1_039_000,
          to: 1_398_000,
          printed: text("1 million and 39 thousand"),
          intended: text("1 million and 398 thousand"),
        },
      ],
      explanation: text("If a digit was lost, the figures agree."),
    },
  ],
};

const hoursEach: ComparisonRow = {
  relationId: "REL-2",
  left: { ...figures[0], value: 6_800_000, unit: "PERSON_HOURS" },
  right: { ...figures[1], value: 94_000, unit: "PERSONS", qualifier: "GT" },
  value: 6_800_000 / 94_000,
  isPercent: false,
  qualifier: "LE",
};

const traineesGap: ClaimGapRow = {
  relationId: "REL-3",
  figure: figures[0],
  kind: null,
  components: [],
  measured: { relationId: "REL-3", figureId: "RF-01", indicator: "trainees", period: "1400", where: [] },
  expected: 2_000_000,
  gap: 861_000,
  gapPercent: (861_000 / 2_861_000) * 100,
  status: "A",
  isSynthetic: true,
  reason: null,
  detail: null,
};

const page = <T>(items: readonly T[], { first, after }: PageRequest): Promise<Page<T>> =>
  Promise.resolve({ total: items.length, items: items.slice(after, after + first) });

const unknown = (indicator: string): QuestionError =>
  new QuestionError("UNKNOWN_INDICATOR", `'${indicator}' is not an indicator.`, "indicators lists them all.");

export type Twin = Planner & { readonly asked: readonly ObservationQuery[] };

/** A planner in memory that answers every question with the same rows, and keeps what it was asked. */
export const twinPlanner = (rows: readonly Observation[] = [row()], given: Partial<Planner> = {}): Twin => {
  const asked: ObservationQuery[] = [];
  const known = (code: string) => cards.find((each) => each.code === code);
  return {
    asked,
    indicators: () => Promise.resolve(cards),
    indicator: (code) => Promise.resolve(known(code)),
    values: () => Promise.resolve([{ code: "PUBLIC", label: text("Public") }]),
    label: (_, code) => Promise.resolve(text(code)),
    observations: (question) => {
      asked.push(question);
      return known(question.indicator)
        ? Promise.resolve(answer(question, rows))
        : Promise.reject(unknown(question.indicator));
    },
    figures: (slice) => page(figures, slice),
    inconsistencies: (slice) => page([trainingSum], slice),
    comparisons: (slice) => page([hoursEach], slice),
    claimGaps: (slice) => page([traineesGap], slice),
    releases: (slice) => page([], slice),
    status: () =>
      Promise.resolve({
        position: "42",
        knownOn: "2024-01-01",
        hash: "abc",
        events: 42,
        unprocessableEvents: [{ reason: "unknown type", type: "WorkerVanished", count: 1 }],
      }),
    ...given,
  };
};
