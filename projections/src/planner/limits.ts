/** The limits of one query. Published in `system.limits` and docs/limits.md. */
export const limits = {
  /** Observations in one result. */
  observations: 20_000,
  /** Values in one filter. */
  filterValues: 500,
  /** Items of one page of a list. */
  pageSize: 200,
} as const;
