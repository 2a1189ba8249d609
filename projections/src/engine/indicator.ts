import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import type { Theme } from "../themes.ts";
import { type Cube, tablesRead } from "./cube.ts";
import type { DimensionId } from "./dimensions.ts";

/** A measure of a cube, perhaps cut to some values of its dimensions. */
export type Operand = {
  readonly cube: Cube;
  readonly measure: string;
  readonly where?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
};

export type Formula =
  | { readonly kind: "sum"; readonly of: Operand }
  /**
   * `over` per `under`, times `scale`: 100 where the unit is percent and nothing else is said, else 1. `sample` counts
   * the observations of a survey on which `under` rests; where they are few the value is flagged.
   */
  | {
      readonly kind: "ratio";
      readonly over: Operand;
      readonly under: Operand;
      readonly scale?: number;
      readonly sample?: Operand;
    }
  /**
   * The share of the members of a dimension whose mean, `over` per `under`, is at least `atLeast`, in those that `under`
   * knows in the period. Unknown members are nobody.
   */
  | {
      readonly kind: "members";
      readonly of: DimensionId;
      readonly over: Operand;
      readonly under: Operand;
      readonly atLeast: number;
    }
  /** The smallest bin that at least the share `q` of the counted does not exceed. */
  | { readonly kind: "quantile"; readonly of: Operand; readonly q: number }
  /**
   * The smallest bin by which the share `q` of all cases ends, after Kaplan and Meier: those of `of` that are still
   * `open` are known to have lasted until the day of knowledge, and no more is supposed of them; where `opened_day_no`
   * is -1, to have lasted as long as their bin.
   */
  | { readonly kind: "survival"; readonly of: Operand; readonly open: Operand; readonly q: number };

/** A span after a period's end, as an ISO 8601 duration: as a window it must have passed before the cohort counts. */
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
  /** Where the definition comes from: a standard, a source document, or a decision of our own. */
  readonly definedBy: Text;
  /** Codes of the same or the nearest indicator elsewhere. */
  readonly codes: { readonly ilo?: string; readonly sdg?: string; readonly eqavet?: string };
  readonly formula: Formula;
  readonly window?: Window;
  /** How long after a period's end what belongs to it is still coming in: until then its value is provisional. */
  readonly settles?: Window;
  readonly calendars: readonly Calendar[];
  readonly frequencies: readonly Frequency[];
};

export const everyCalendar: readonly Calendar[] = ["JALALI", "GREGORIAN"];
export const everyFrequency: readonly Frequency[] = ["MONTH", "QUARTER", "YEAR"];

/** By what the ratio of an indicator is multiplied. */
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

/** The dimensions an indicator can be asked by: those that all its operands carry. */
export const dimensionsOf = (indicator: Indicator): readonly DimensionId[] => {
  const [first, ...rest] = operands(indicator.formula);
  return (first?.cube.dimensions ?? []).filter((id) =>
    rest.every((operand) => operand.cube.dimensions.includes(id)),
  );
};

/** The fact tables an indicator rests on, in the order of its cubes' reads. */
export const factsOf = (indicator: Indicator): readonly string[] => [
  ...new Set(operands(indicator.formula).flatMap((operand) => tablesRead(operand.cube))),
];
