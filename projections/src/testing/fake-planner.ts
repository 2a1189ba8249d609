import type { InconsistencyRow } from "../claims/claim-types.ts";
import { indicators } from "../indicators.ts";
import { describeIndicator } from "../planner/describe-indicators.ts";
import type { ExistingValue, IndicatorMetadata } from "../planner/indicator-metadata.ts";
import type { ModelStatus } from "../planner/model-status.ts";
import {
  type Observation,
  type ObservationQuery,
  type ObservationSet,
  QueryError,
} from "../planner/observation-query.ts";
import type { Page, PageRequest } from "../planner/page.ts";
import type { Planner } from "../planner/port.ts";
import type { ReleaseRow } from "../planner/releases.ts";
import {
  hoursPerTrainee,
  privateTrainees,
  publicTrainees,
  traineesGap,
  traineesInconsistency,
  traineesTotal,
} from "./fake-claims.ts";
import { fakeSeries } from "./fake-observations.ts";

/** What a test may set; read again at each call, so a test may change it between two calls. */
export type FakePlannerOptions = {
  indicators?: readonly IndicatorMetadata[];
  /** The response to every query; if absent, plausible values of three years. */
  observations?: readonly Observation[];
  isSynthetic?: boolean;
  status?: Partial<ModelStatus>;
  inconsistencies?: readonly InconsistencyRow[];
  releases?: readonly ReleaseRow[];
  /** Official series that have imported values. */
  importedSeries?: readonly string[];
  /** Indicators whose queries fail, with the error thrown. */
  failing?: Readonly<Record<string, Error>>;
};

/** A planner in memory that keeps the queries it received. */
export type FakePlanner = Planner & { readonly queries: readonly ObservationQuery[] };

/** Every published indicator that is derived from events. */
export const eventIndicators: readonly IndicatorMetadata[] = indicators.map(describeIndicator);

const [anyIndicator] = eventIndicators;

/** An official series, which has metadata before any of its values is imported. */
export const fakeSeriesMetadata = (code: string): IndicatorMetadata => {
  if (!anyIndicator) throw new Error("there are no indicators");
  const country = { id: "country", title: { fa: "کشور", en: "Country" }, codelist: null };
  return { ...anyIndicator, code, kind: "SERIES", theme: "official", window: null, dimensions: [country] };
};

const allIndicators = [...eventIndicators, fakeSeriesMetadata("ILR_TUMT_NOC_RT_A")];

const STATUS: ModelStatus = {
  position: "184223",
  knownOn: "2024-03-19",
  hash: "b7d1",
  events: 184_223,
  unprocessableEvents: [],
};

const pageOf = async <T>(rows: readonly T[], { first, after }: PageRequest): Promise<Page<T>> => ({
  total: rows.length,
  items: rows.slice(after, after + first),
});

const observationSet = (
  query: ObservationQuery,
  metadata: IndicatorMetadata,
  status: ModelStatus,
  options: FakePlannerOptions,
): ObservationSet => {
  const isSynthetic = (options.isSynthetic ?? true) && metadata.code !== "replacement_rate";
  const observations = options.observations ?? fakeSeries(metadata, query, isSynthetic);
  const { indicator, by = [], where = [], frequency = "YEAR", calendar = "JALALI", asOf } = query;
  const [from, to] = [observations[0]?.period.code ?? "", observations.at(-1)?.period.code ?? ""];
  return {
    query: { indicator, by, where, from, to, frequency, calendar, asOf },
    vintage: { asOf: asOf ?? status.knownOn, position: status.position },
    unit: metadata.unit,
    decimals: metadata.decimals,
    isSynthetic: observations.some((each) => each.isSynthetic),
    observations,
  };
};

const valuesOf = (
  indicator: string,
  dimension: string,
  { importedSeries = [] }: FakePlannerOptions,
): readonly ExistingValue[] => {
  if (dimension !== "country") return [{ code: "PUBLIC", label: { fa: "دولتی", en: "Public" } }];
  const isImported = importedSeries.includes(indicator);
  return isImported ? [{ code: "IRN", label: { fa: "ایران", en: "Iran" } }] : [];
};

/** Creates a planner in memory; `overrides` replace single methods. */
export const fakePlanner = (
  options: FakePlannerOptions = {},
  overrides: Partial<Planner> = {},
): FakePlanner => {
  const queries: ObservationQuery[] = [];
  const known = (): readonly IndicatorMetadata[] => options.indicators ?? allIndicators;
  const find = (code: string) => known().find((each) => each.code === code);
  const status = (): ModelStatus => ({ ...STATUS, ...options.status });
  const respond = (query: ObservationQuery): ObservationSet => {
    queries.push(query);
    const failure = options.failing?.[query.indicator];
    if (failure) throw failure;
    const metadata = find(query.indicator);
    if (metadata) return observationSet(query, metadata, status(), options);
    const message = `'${query.indicator}' is not an indicator.`;
    throw new QueryError("UNKNOWN_INDICATOR", message, "indicators lists them all.");
  };
  return {
    queries,
    indicators: async () => known(),
    indicator: async (code) => find(code),
    values: async (indicator, dimension) => valuesOf(indicator, dimension, options),
    label: async (_, code) => ({ fa: code, en: code }),
    observations: async (query) => respond(query),
    figures: (request) => pageOf([traineesTotal, publicTrainees, privateTrainees], request),
    inconsistencies: (request) => pageOf(options.inconsistencies ?? [traineesInconsistency], request),
    comparisons: (request) => pageOf([hoursPerTrainee], request),
    claimGaps: (request) => pageOf([traineesGap], request),
    releases: (request) => pageOf(options.releases ?? [], request),
    status: async () => status(),
    ...overrides,
  };
};
