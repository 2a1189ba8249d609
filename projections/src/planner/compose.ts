import { addDays, addMonths, type Period, periodFromOrdinal } from "@karnameh/schema/calendar";
import type { Row } from "../engine/database.ts";
import type { Indicator, Operand, Window } from "../engine/indicator.ts";
import { operands, scaleOf } from "../engine/indicator.ts";
import type { CellQuestion } from "./cells.ts";
import { limits } from "./limits.ts";
import {
  type Coordinate,
  type MissingReason,
  type Observation,
  QueryError,
  type Status,
} from "./observation-query.ts";

/** The rows a cube's query gave, and the operands they hold, in the order of their columns. */
export type CubeRows = { readonly operands: readonly Operand[]; readonly rows: readonly Row[] };

type Cell = { amounts: (number | null)[]; isSynthetic: boolean };
const NOTHING: Cell = { amounts: [], isSynthetic: false };

type Group = { readonly coordinates: readonly Coordinate[]; readonly cells: Map<number, Cell> };

const groupKey = (row: Row, by: readonly string[]): string => by.map((id) => String(row[id])).join("\u0000");

const gather = (
  indicator: Indicator,
  results: readonly CubeRows[],
  by: readonly string[],
): Map<string, Group> => {
  const places = operands(indicator.formula);
  const isDuration = indicator.formula.kind === "quantile" || indicator.formula.kind === "survival";
  const width = isDuration ? 2 : places.length;
  const groups = new Map<string, Group>();
  for (const { operands: own, rows } of results) {
    const at = isDuration ? [0, 1] : own.map((operand) => places.indexOf(operand));
    for (const row of rows) {
      const key = groupKey(row, by);
      let group = groups.get(key);
      if (!group) {
        group = { coordinates: by.map((id) => ({ dimension: id, code: String(row[id]) })), cells: new Map() };
        groups.set(key, group);
      }
      const period = Number(row.period);
      const cell = group.cells.get(period) ?? {
        amounts: Array<number | null>(width).fill(null),
        isSynthetic: false,
      };
      at.forEach((place, column) => {
        const value = row[`a${column}`];
        cell.amounts[place] = typeof value === "number" ? value : null;
      });
      cell.isSynthetic ||= row.synthetic === true;
      group.cells.set(period, cell);
    }
  }
  return groups;
};

/** The day on which a window after a period's end closes: a number of days, or of Gregorian months. */
const afterWindow = (period: Period, window: Window): string => {
  const length = Number(window.slice(1, -1));
  return window.endsWith("D") ? addDays(period.to, length) : addMonths(period.to, length);
};

type Value = Pick<Observation, "value" | "numerator" | "denominator" | "sampleSize" | "reason">;

const missing = (reason: MissingReason): Value => ({
  value: null,
  numerator: null,
  denominator: null,
  sampleSize: null,
  reason,
});

const found = (value: number | null, parts: Partial<Value> = {}): Value => ({
  value,
  numerator: null,
  denominator: null,
  sampleSize: null,
  reason: null,
  ...parts,
});

const formulaValue = (indicator: Indicator, amounts: readonly (number | null)[]): Value => {
  const [over = null, under = null, sampleSize = null] = amounts;
  if (indicator.formula.kind === "sum") return found(over ?? 0);
  if (under === null || under === 0) return missing("NO_DENOMINATOR");
  if (indicator.formula.kind === "quantile") return found(over, { denominator: under });
  if (indicator.formula.kind === "survival")
    return over === null ? missing("NOT_REACHED") : found(over, { denominator: under });
  const parts = { numerator: over ?? 0, denominator: under, sampleSize };
  return found((parts.numerator / under) * scaleOf(indicator), parts);
};

/** The span of periods with events, and the day of knowledge that decides what is provisional. */
export type Known = { readonly first: number; readonly last: number; readonly on: string };

const valueAt = (indicator: Indicator, period: Period, cell: Cell, known: Known): Value => {
  if (period.ordinal < known.first || period.ordinal > known.last) return missing("NO_EVENTS");
  if (indicator.window !== undefined && afterWindow(period, indicator.window) > known.on)
    return missing("WINDOW_OPEN");
  return formulaValue(indicator, cell.amounts);
};

/** Fewer observations than this make a survey's rate one of low reliability. A decision of our own. */
const LEAST_SAMPLE = 30;

/** The last day on which what belongs to a period is expected. */
const settledOn = (period: Period, { settles }: Indicator): string =>
  settles === undefined ? period.to : afterWindow(period, settles);

const statusOf = ({ value, sampleSize }: Value, settled: string, known: Known): Status => {
  if (value === null) return "M";
  if (sampleSize !== null && sampleSize < LEAST_SAMPLE) return "U";
  return settled >= known.on ? "P" : "A";
};

const observe = (indicator: Indicator, group: Group, period: Period, known: Known): Observation => {
  const cell = group.cells.get(period.ordinal) ?? NOTHING;
  const value = valueAt(indicator, period, cell, known);
  return {
    period,
    coordinates: group.coordinates,
    ...value,
    status: statusOf(value, settledOn(period, indicator), known),
    isSynthetic: cell.isSynthetic && value.value !== null,
  };
};

const checkSize = (groups: number, periods: number): void => {
  if (groups * periods <= limits.observations) return;
  throw new QueryError(
    "TOO_LARGE",
    `The answer would have ${groups * periods} observations (${groups} groups × ${periods} periods); at most ${limits.observations} are given at a time.`,
    "Ask for a shorter period, a coarser frequency or fewer groups, in several questions.",
  );
};

/** The observations of an indicator: every group that exists in every period asked for, zeros and gaps told apart. */
export const compose = (
  indicator: Indicator,
  results: readonly CubeRows[],
  question: CellQuestion,
  known: Known,
): Observation[] => {
  const groups = gather(indicator, results, question.by);
  if (groups.size === 0) {
    const fixed = question.by.every((id) =>
      question.where.some((f) => f.dimension === id && f.values.length === 1),
    );
    if (fixed) {
      const coordinates = question.by.map((id) => ({
        dimension: id,
        code: question.where.find((filter) => filter.dimension === id)?.values[0] ?? "",
      }));
      groups.set("", { coordinates, cells: new Map() });
    }
  }
  const length = Math.max(0, question.last - question.first + 1);
  checkSize(groups.size, length);
  const periods = Array.from({ length }, (_, index) =>
    periodFromOrdinal(question.calendar, question.frequency, question.first + index),
  );
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => periods.map((period) => observe(indicator, group, period, known)));
};
