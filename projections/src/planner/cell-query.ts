import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import type { Cube } from "../engine/cube.ts";
import type { Operand } from "../engine/indicator.ts";
import { ledgerSegments } from "../engine/model.ts";
import type { Filter } from "./observation-query.ts";

/** How much of a cube rests on what is simulated. */
export type Simulated = "ALL" | "SOME" | "NONE";

/** Which cells of the ledger a query needs. Ordinals are of its calendar and frequency. */
export type CellQuery = {
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly calendar: Calendar;
  readonly frequency: Frequency;
  readonly first: number;
  readonly last: number;
  /** Entries known up to this day; undefined reads the balances. */
  readonly asOf: string | undefined;
  /** How much of the cubes is simulated, by their names. */
  readonly simulated: ReadonlyMap<string, Simulated>;
  /** The as-of date, until which cases that have not ended are known to last. */
  readonly on: string;
};

/** What an amount of a cell is in the formula; the columns of cell queries are named so. */
export const AMOUNT_NAMES = ["total", "numerator", "denominator", "sample_size", "quantile"] as const;

export type AmountName = (typeof AMOUNT_NAMES)[number];

/** A measure that is summed, and the name of its column. */
export type Amount = { readonly name: string; readonly operand: Operand };

/** One query of one cube: it gives a row for each period and group, with a column for each amount. */
export type CubeQuery = {
  readonly amounts: readonly AmountName[];
  readonly sql: string;
  /** Its rows are movements of stocks, of which `levelsOf` makes levels. */
  readonly givesMovements?: boolean;
};

/** A column of model.segment: the ordinal of the Jalali or Gregorian month, quarter or year. */
export type PeriodColumn = "jm" | "jq" | "jy" | "gm" | "gq" | "gy";

const PERIOD_COLUMNS: Readonly<Record<Calendar, Readonly<Record<Frequency, PeriodColumn>>>> = {
  JALALI: { MONTH: "jm", QUARTER: "jq", YEAR: "jy" },
  GREGORIAN: { MONTH: "gm", QUARTER: "gq", YEAR: "gy" },
};

/** The column of model.segment that holds the periods of a query. */
export const periodColumnOf = ({ calendar, frequency }: Pick<CellQuery, "calendar" | "frequency">) =>
  PERIOD_COLUMNS[calendar][frequency];

/** The first and last segment of the periods of a query. */
export const segmentRange = (query: CellQuery): { readonly from: number; readonly to: number } => {
  const column = periodColumnOf(query);
  return {
    from: ledgerSegments.find((segment) => segment[column] >= query.first)?.segment ?? ledgerSegments.length,
    to: ledgerSegments.findLast((segment) => segment[column] <= query.last)?.segment ?? -1,
  };
};

/** Where the cells of a cube are read: those of today, or those known by a day with the days on which they came. */
export const cellTable = (cube: Cube, asOf: string | undefined): string =>
  asOf === undefined ? `balance.${cube.name}` : `entry.${cube.name}`;
