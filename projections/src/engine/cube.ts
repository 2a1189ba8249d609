import { readFileSync } from "node:fs";
import type { Text } from "@karnameh/schema/text";
import type { DimensionId } from "./dimensions.ts";

/**
 * How a rule finds the facts of a subject. Either a column (or expression) of the fact table *is* the subject,
 * or the fact hangs on another read by a column both have. A `lookup` describes the subject but books nothing
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
  readonly lookup?: boolean;
  /**
   * SQL over the fact `f`: where it does not hold, the rule says the same with the fact and without. A rebuild makes no life
   * of what does not matter, so that the cause of an entry may be less grave than live where both became known on one day. Not for
   * reads that are joined by the key of their thing (`shared.ts`).
   */
  readonly matters?: string;
};

/** The fact table of a cube's read. */
export const tableOf = (cube: Cube, name: string): string => cube.reads[name]?.table ?? name;

/** The reads that a read hangs on. */
export const parents = (read: Read): readonly string[] => (read.via === undefined ? [] : [read.via].flat());

/** The column of these by which it hangs on them. */
export const parentColumn = (read: Read): string => read.parentOn ?? read.on ?? "";

/** The fact tables a cube reads. */
export const tablesRead = (cube: Cube): readonly string[] => [
  ...new Set(Object.keys(cube.reads).map((name) => tableOf(cube, name))),
];

/** A flow is booked in its own segment; a stock is booked where it starts and where it ends, and read as a running sum. */
export type MeasureKind = "flow" | "stock";

export type Measure = {
  readonly kind: MeasureKind;
  readonly title: Text;
  /** True where it counts protected units (persons), so that a cell key is kept beside it. */
  readonly isProtected: boolean;
  readonly type: "BIGINT" | "DECIMAL(18,2)";
};

/**
 * Hidden dimensions: `period_mask` for distinct counts (a bit for each kind of period, of the two calendars, in
 * which this act stands for the person), `bin` for quantiles, `opened_day_no` for survival (the day, counted from 1970, on which a case
 * that has not ended began; -1 where its bin says how long it lasted at least), `birth_year` for stocks, whose members pass from one age group into the next while nothing happens.
 */
export type Hidden = "period_mask" | "bin" | "opened_day_no" | "birth_year";

/** A set of measures that share dimensions, posted by one rule. */
export type Cube = {
  readonly name: string;
  readonly title: Text;
  /** Whose life decides the amounts, in words. */
  readonly subject: string;
  readonly reads: Readonly<Record<string, Read>>;
  readonly dimensions: readonly DimensionId[];
  readonly hidden: readonly Hidden[];
  /** Dimensions of flows whose values are never added: surveys that define and ask otherwise make no one rate. */
  readonly apart?: readonly DimensionId[];
  readonly measures: Readonly<Record<string, Measure>>;
  /**
   * The relation of the rule that its last select reads and describes, where it has one row in a life for each act. An act is
   * told by its `position` and the other columns; what the lives of a subject share of them a rebuild books once.
   */
  readonly acts?: string;
  /** The rule: one bare select; its first line states the grain. */
  readonly sql: string;
};

type Definition = Omit<Cube, "sql" | "hidden" | "dimensions"> & {
  readonly dimensions: readonly Exclude<DimensionId, "origin">[];
  readonly hidden?: readonly Hidden[];
  /** The folder and name of the .sql file beside the definition: `new URL("./training.sql", import.meta.url)`. */
  readonly rule: URL;
};

/** Defines a cube. Every cube also has the dimension `origin`, so that what rests on simulated data can be told. */
export const defineCube = (definition: Definition): Cube => {
  const { rule, ...rest } = definition;
  return {
    ...rest,
    hidden: definition.hidden ?? [],
    dimensions: [...definition.dimensions, "origin"],
    sql: readFileSync(rule, "utf8").trim(),
  };
};
