import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import type { ClaimGapRow } from "./claim-gap.ts";
import type { ExistingValue, IndicatorMetadata } from "./indicator-metadata.ts";
import type { ModelStatus } from "./model-status.ts";
import type { ObservationQuery, ObservationSet } from "./observation-query.ts";
import type { Page, PageRequest } from "./page.ts";
import type { ReleaseRow } from "./releases.ts";

export type ClaimGapFilter = {
  /** Only figures of this measure. */
  readonly measure?: string;
  /** The day of knowledge, `YYYY-MM-DD`; the newest where it is left out. */
  readonly asOf?: string;
};

/** The planner: what the API, the files and the pages ask. Nothing else queries the read model. */
export interface Planner {
  /** Every indicator, those from events first. */
  indicators(): Promise<readonly IndicatorMetadata[]>;
  indicator(code: string): Promise<IndicatorMetadata | undefined>;
  /** The values that exist of a dimension of an indicator. Throws QueryError. */
  values(indicator: string, dimension: string): Promise<readonly ExistingValue[]>;
  /** Labels of open values (organisations, countries) that no code list has; the code itself where unknown. */
  label(dimension: string, code: string): Promise<{ readonly fa: string; readonly en: string }>;
  /** Throws QueryError. */
  observations(question: ObservationQuery): Promise<ObservationSet>;
  figures(slice: PageRequest, search?: string): Promise<Page<ClaimRow>>;
  inconsistencies(slice: PageRequest): Promise<Page<InconsistencyRow>>;
  /** What the declared quotients of two figures come to. */
  comparisons(slice: PageRequest): Promise<Page<ComparisonRow>>;
  /**
   * How far figures are from those that lead to them and from the indicators that they were declared to state, by what
   * was known on a day. Throws QueryError.
   */
  claimGaps(slice: PageRequest, asked?: ClaimGapFilter): Promise<Page<ClaimGapRow>>;
  releases(slice: PageRequest): Promise<Page<ReleaseRow>>;
  status(): Promise<ModelStatus>;
}
