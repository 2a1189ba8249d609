import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { type Cube, tablesRead } from "./cube.ts";
import type { DimensionId } from "./dimensions.ts";
import type { Theme } from "./themes.ts";

/** A measure of a cube, optionally filtered to values of its dimensions. */
export type Operand = {
  readonly cube: Cube;
  readonly measure: string;
  readonly where?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
};

export type Formula =
  | { readonly kind: "sum"; readonly of: Operand }
  /**
   * `over` divided by `under`, times `scale`: by default 100 for percent, otherwise 1. `sample` counts the survey
   * observations behind `under`; if they are few, the value has low reliability.
   */
  | {
      readonly kind: "ratio";
      readonly over: Operand;
      readonly under: Operand;
      readonly scale?: number;
      readonly sample?: Operand;
    }
  /**
   * The share of the members of a dimension whose mean, `over` divided by `under`, is at least `atLeast`, among those
   * with a value of `under` in the period. Unknown members do not count.
   */
  | {
      readonly kind: "members";
      readonly of: DimensionId;
      readonly over: Operand;
      readonly under: Operand;
      readonly atLeast: number;
    }
  /** The smallest bin that at least the share `q` of the cases does not exceed. */
  | { readonly kind: "quantile"; readonly of: Operand; readonly q: number }
  /**
   * The smallest bin by which the share `q` of all cases ends, after Kaplan and Meier: those of `of` that are still
   * `open` are censored on the as-of date, or at their bin if `opened_day_no` is -1.
   */
  | { readonly kind: "survival"; readonly of: Operand; readonly open: Operand; readonly q: number };

/** A time after a period's end, as an ISO 8601 duration. A cohort counts only after its window has passed. */
export type Window = "P30D" | "P40D" | "P90D" | "P6M" | "P12M" | "P36M";

/** A published formula over measures. */
export type Indicator = {
  readonly code: string;
  readonly theme: Theme;
  readonly title: Text;
  readonly meaning: Text;
  readonly notCounted: Text;
  readonly unit: string;
  readonly decimals: number;
  /** The source of the definition: a standard, a document, or Karnameh itself. */
  readonly definedBy: Text;
  /** Codes of the same or the nearest indicator in other systems. */
  readonly codes: { readonly ilo?: string; readonly sdg?: string; readonly eqavet?: string };
  readonly formula: Formula;
  readonly window?: Window;
  /** How long data of a period still arrive after its end. Until then its value is provisional. */
  readonly settles?: Window;
  readonly calendars: readonly Calendar[];
  readonly frequencies: readonly Frequency[];
};

/** `definedBy` of an indicator for which no standard was found. */
export const ownDefinition: Text = {
  fa: "تعریف کارنامه؛ استاندارد بین‌المللی برای آن یافت نشد.",
  en: "Defined by Karnameh; no international standard was found.",
};

export const everyCalendar: readonly Calendar[] = ["JALALI", "GREGORIAN"];
export const everyFrequency: readonly Frequency[] = ["MONTH", "QUARTER", "YEAR"];

/** The factor by which an indicator's ratio is multiplied. */
export const scaleOf = ({ formula, unit }: Indicator): number =>
  (formula.kind === "ratio" ? formula.scale : undefined) ?? (unit === "PERCENT" ? 100 : 1);

/** The operands of a formula, the numerator first, the sample last. */
export const operands = (formula: Formula): readonly Operand[] => {
  if (formula.kind === "survival") return [formula.of, formula.open];
  if (formula.kind === "members") return [formula.over, formula.under];
  if (formula.kind !== "ratio") return [formula.of];
  const { over, under, sample } = formula;
  return sample === undefined ? [over, under] : [over, under, sample];
};

/** The dimensions of an indicator: those that all its operands have. */
export const dimensionsOf = (indicator: Indicator): readonly DimensionId[] => {
  const [first, ...rest] = operands(indicator.formula);
  return (first?.cube.dimensions ?? []).filter((id) =>
    rest.every((operand) => operand.cube.dimensions.includes(id)),
  );
};

/** The fact tables that an indicator reads, in the order of its cubes' reads. */
export const factsOf = (indicator: Indicator): readonly string[] => [
  ...new Set(operands(indicator.formula).flatMap((operand) => tablesRead(operand.cube))),
];
