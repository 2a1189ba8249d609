import type { ClaimRow, FindingStatus, Remark } from "./claim-types.ts";

/** What a researcher declared about figures; `left` and `right` are their ids. */
export type Relation = {
  readonly relationId: string;
  readonly kind: string;
  readonly left: string;
  readonly right: readonly string[];
  readonly tolerance: number;
};

/** What happened instead of a forecast. */
export type Falsification = {
  readonly figureId: string;
  readonly outcome: string;
};

/** A remark on a finding, and the id by which it names the finding. */
export type Annotation = {
  readonly inconsistencyId: string;
  /** Of a finding that was recorded under an id of its own: its relation, and its reason where one was given. */
  readonly recorded: { readonly relationId: string; readonly reason: string | null } | null;
  readonly remark: Remark;
};

/** All that findings rest on: the reported figures, the relations between them, the falsified forecasts and the remarks. */
export type ClaimInputs = {
  readonly figures: ReadonlyMap<string, ClaimRow>;
  readonly relations: readonly Relation[];
  readonly falsifications: readonly Falsification[];
  /** In the order in which they were recorded. */
  readonly annotations: readonly Annotation[];
};

/** A relation with its figures in the place of their ids. */
export type Related = Omit<Relation, "left" | "right"> & {
  readonly left: ClaimRow;
  readonly right: readonly ClaimRow[];
};

/** How a relation does not hold. Gap = left − expected, in `gapUnit`, a code of CL_UNIT. */
export type Discrepancy = {
  readonly reason: string;
  readonly expected: number | null;
  readonly expectedText: string | null;
  readonly gap: number | null;
  readonly gapPercent: number | null;
  readonly gapUnit: string;
};

/** A discrepancy with the figures that it is about; its id follows from the relation and the reason. */
export type Finding = Discrepancy &
  Related & {
    readonly inconsistencyId: string;
    /** A code of CL_SEVERITY. */
    readonly severity: string;
    readonly status: FindingStatus;
    readonly remarks: readonly Remark[];
  };

/** A discrepancy without numbers, but for those that are given. */
export const discrepancy = (
  reason: string,
  left: ClaimRow,
  numbers: Partial<Omit<Discrepancy, "reason">> = {},
): Discrepancy => ({
  reason,
  expected: null,
  expectedText: null,
  gap: null,
  gapPercent: null,
  gapUnit: left.unit,
  ...numbers,
});
