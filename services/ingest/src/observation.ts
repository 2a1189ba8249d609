import { type NumberDoubt, readNumberCell } from "./number-cell.ts";
import { readPeriod } from "./period.ts";
import { type RowFault, rowFault } from "./refusal.ts";
import { SLUG, SLUG_RULE } from "./slug.ts";

/** One row of a statistical table. */
export type Observation = {
  readonly series: string;
  readonly refArea: string;
  readonly frequency: "A" | "Q" | "M";
  readonly period: string;
  /** Last day of the period, `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly sex?: string;
  readonly age?: string;
  readonly classif?: string;
  readonly value?: number;
  readonly obsStatus?: string;
  readonly statusList?: string;
  readonly basis?: "REPORTED" | "MODELLED" | "PROJECTION";
};

export type Cells = Readonly<Record<string, string>>;

/** How the publishers mark a missing value. It is not zero. */
const NO_VALUE = new Set(["", "..", "NA"]);

const readValue = (text: string): Pick<Observation, "value"> | NumberDoubt => {
  if (NO_VALUE.has(text)) return {};
  const number = readNumberCell(text);
  if ("message" in number) return number;
  if (!number.isPercent) return { value: number.value };
  return {
    message: "The value has a percent sign.",
    hint: "Leave it out: the series has one unit for all its values.",
  };
};

/** The columns for the fields that every observation has. */
type Columns = { readonly area: string; readonly period: string; readonly value: string };
type FormatFields = Omit<Observation, "refArea" | "frequency" | "period" | "lastDay" | "value">;

/** Reads area, period and value of a row; `fields` are those that depend on the format of the table. */
export const readObservation = (
  cells: Cells,
  columns: Columns,
  fields: FormatFields,
): Observation | RowFault => {
  const refArea = cells[columns.area] ?? "";
  if (refArea === "") {
    const hint = "Rows of aggregates without a code cannot be imported.";
    return rowFault("CELL_MISSING", columns.area, "The row has no area.", hint);
  }
  if (!SLUG.test(fields.series)) {
    return rowFault("CELL_INVALID", "", "The row does not name its series by a code.", `${SLUG_RULE}.`);
  }
  const when = readPeriod(cells[columns.period] ?? "");
  if (when === undefined) {
    const hint = "Write a year, a quarter as 2024-Q2 or a month as 2025-03.";
    return rowFault("CELL_INVALID", columns.period, "The period cannot be read.", hint);
  }
  const number = readValue(cells[columns.value] ?? "");
  if ("message" in number) return rowFault("CELL_INVALID", columns.value, number.message, number.hint);
  const { frequency, period, lastDay } = when;
  return {
    ...fields,
    refArea,
    frequency,
    period,
    lastDay,
    ...number,
  };
};
