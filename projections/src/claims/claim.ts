import type { ClaimRow, FindingStatus, Remark } from "./claim-types.ts";

/** What a researcher declared about figures; `left` and `right` are their ids. */
export type Relation = {
  readonly relationId: string;
  readonly kind: string;
  readonly left: string;
  readonly right: readonly string[];
  readonly tolerance: number;
};

/** What came instead of a forecast. */
export type Falsification = {
  readonly figureId: string;
  readonly outcome: string;
};

/** What was said of a finding, and by which of its names. */
export type Said = {
  readonly inconsistencyId: string;
  /** Of a finding that somebody recorded under a name of their own: its relation, and its reason where one was given. */
  readonly recorded: { readonly relationId: string; readonly reason: string | null } | null;
  readonly remark: Remark;
};

/** All that findings rest on: what is stated, how it hangs together, what came of it and what was said of that. */
export type ClaimInputs = {
  readonly figures: ReadonlyMap<string, ClaimRow>;
  readonly relations: readonly Relation[];
  readonly falsifications: readonly Falsification[];
  /** In the order in which it was recorded. */
  readonly said: readonly Said[];
};

/** A relation with its figures in the place of their ids. */
export type Related = Omit<Relation, "left" | "right"> & {
  readonly left: ClaimRow;
  readonly right: readonly ClaimRow[];
};

/** What a rule says of a relation that does not hold. Gap = left − expected, in `gapUnit`, a code of CL_UNIT. */
export type Verdict = {
  readonly reason: string;
  readonly expected: number | null;
  readonly expectedText: string | null;
  readonly gap: number | null;
  readonly gapPercent: number | null;
  readonly gapUnit: string;
};

/** A verdict with what it is about; its identity follows from the relation and the reason. */
export type Finding = Verdict &
  Related & {
    readonly inconsistencyId: string;
    /** A code of CL_SEVERITY. */
    readonly severity: string;
    readonly status: FindingStatus;
    readonly remarks: readonly Remark[];
  };

/** A verdict of which only what differs from "nothing numeric" is said. */
export const verdict = (
  reason: string,
  left: ClaimRow,
  said: Partial<Omit<Verdict, "reason">> = {},
): Verdict => ({
  reason,
  expected: null,
  expectedText: null,
  gap: null,
  gapPercent: null,
  gapUnit: left.unit,
  ...said,
});
