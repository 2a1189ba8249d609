import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import type { ClaimGapRow } from "./claim-gap.ts";
import type { ExistingValue, IndicatorMetadata } from "./indicator-metadata.ts";
import type { ModelStatus } from "./model-status.ts";
import type { ObservationQuery, ObservationSet } from "./observation-query.ts";
import type { Page, PageRequest } from "./page.ts";
import type { ReleaseRow } from "./releases.ts";

/** Which gaps between claims to list. */
export type ClaimGapFilter = {
  /** Only figures of this measure. */
  readonly measure?: string;
  /** The as-of date, `YYYY-MM-DD`; the newest where it is left out. */
  readonly asOf?: string;
};

/** The planner: the queries of the API and the pages. Only it and the policies read the read model. */
export interface Planner {
  /** Every indicator, those from events first. */
  indicators(): Promise<readonly IndicatorMetadata[]>;
  indicator(code: string): Promise<IndicatorMetadata | undefined>;
  /** The values that exist of a dimension of an indicator. Throws QueryError. */
  values(indicator: string, dimension: string): Promise<readonly ExistingValue[]>;
  /** Labels of open values (organisations, countries) that no code list has; the code itself where unknown. */
  label(dimension: string, code: string): Promise<{ readonly fa: string; readonly en: string }>;
  /** Throws QueryError. */
  observations(query: ObservationQuery): Promise<ObservationSet>;
  figures(page: PageRequest, search?: string): Promise<Page<ClaimRow>>;
  inconsistencies(page: PageRequest): Promise<Page<InconsistencyRow>>;
  /** The values of the declared quotients of two figures. */
  comparisons(page: PageRequest): Promise<Page<ComparisonRow>>;
  /**
   * The gaps between figures and those that lead to them, or the indicators that they were declared to state, as known on the
   * as-of date. Throws QueryError.
   */
  claimGaps(page: PageRequest, filter?: ClaimGapFilter): Promise<Page<ClaimGapRow>>;
  releases(page: PageRequest): Promise<Page<ReleaseRow>>;
  status(): Promise<ModelStatus>;
}
