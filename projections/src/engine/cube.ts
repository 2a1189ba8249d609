import type { Text } from "@karnameh/schema/text";
import type { DimensionId } from "./dimensions.ts";

/**
 * How a rule finds the facts of a subject. Either a column (or expression) of the fact table *is* the subject,
 * or the fact joins to another read by a column both have. A `lookup` describes the subject but posts nothing
 * by itself.
 */
export type Read = {
  /** The fact table, where the rule knows it by another name: it may read one table in two ways. */
  readonly table?: string;
  readonly subject?: string;
  readonly via?: string | readonly string[];
  readonly on?: string;
  /** The column of the parent, where it has another name than `on`. */
  readonly parentOn?: string;
  /**
   * Set on facts that only describe the subject and post nothing by themselves. `BY_KEY`: the rule joins them by the key
   * of the thing they describe, and marks the join, so that a rebuild reads them once for all versions
   * (`rule-markers.ts`). `BY_VERSION`: it uses them otherwise.
   */
  readonly lookup?: "BY_KEY" | "BY_VERSION";
};

/** The fact table of a cube's read. */
export const tableOf = (cube: Cube, name: string): string => cube.reads[name]?.table ?? name;

/** The reads that a read joins to. */
export const parents = (read: Read): readonly string[] => (read.via === undefined ? [] : [read.via].flat());

/** The column of these by which it joins to them. */
export const parentColumn = (read: Read): string => read.parentOn ?? read.on ?? "";

/** The fact tables a cube reads. */
export const tablesRead = (cube: Cube): readonly string[] => [
  ...new Set(Object.keys(cube.reads).map((name) => tableOf(cube, name))),
];

/** A flow is posted in its own segment; a stock is posted where it starts and where it ends, and read as a running sum. */
export type MeasureKind = "flow" | "stock";

export type Measure = {
  readonly kind: MeasureKind;
  readonly title: Text;
  /** True where it counts protected units (persons), so that a cell key is kept next to it. */
  readonly isProtected: boolean;
  readonly type: "BIGINT" | "DECIMAL(18,2)";
};

/**
 * Hidden dimensions: `period_mask` for distinct counts (a bit for each kind of period, of the two calendars, in
 * which this row counts for the person), `bin` for quantiles, `opened_day_no` for survival (the day, counted from 1970, on which a case
 * that has not ended began; -1 where its bin is how long it lasted at least), `birth_year` for stocks, whose members pass from one age group into the next while nothing happens.
 */
export type Hidden = "period_mask" | "bin" | "opened_day_no" | "birth_year";

/** A set of measures that share dimensions, posted by one rule. */
export type Cube = {
  readonly name: string;
  readonly title: Text;
  /** Whose versions decide the amounts, in words. */
  readonly subject: string;
  readonly reads: Readonly<Record<string, Read>>;
  readonly dimensions: readonly DimensionId[];
  readonly hidden: readonly Hidden[];
  /** Non-additive dimensions of flows: surveys with other definitions and questions make no common rate. */
  readonly nonAdditive?: readonly DimensionId[];
  readonly measures: Readonly<Record<string, Measure>>;
  /**
   * The relation that the rule's last select reads and describes by lookups, marked there as shared rows. A rebuild
   * describes and posts equal rows of consecutive versions once. Rows are compared by `position`, the fact they rest on,
   * and all other columns.
   */
  readonly sharedRows?: string;
  /** The rule: one bare select with markers (`rule-markers.ts`); its first line states the grain. */
  readonly sql: string;
};
