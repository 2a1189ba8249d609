import { addDays, addMonths, type Period, periodFromOrdinal } from "@karnameh/schema/calendar";
import type { Row } from "../engine/database.ts";
import type { Indicator, Window } from "../engine/indicator.ts";
import { scaleOf } from "../engine/indicator.ts";
import type { AmountName, CellQuery, CubeQuery } from "./cell-query.ts";
import { limits } from "./limits.ts";
import {
  type Coordinate,
  type MissingReason,
  type Observation,
  QueryError,
  type Status,
} from "./observation-query.ts";

/** The rows that a cube's query gave, and which of their columns are amounts. */
export type CubeRows = Pick<CubeQuery, "amounts"> & { readonly rows: readonly Row[] };

type Amounts = Partial<Record<AmountName, number | null>>;
type Cell = { readonly amounts: Amounts; isSynthetic: boolean };
const EMPTY_CELL: Cell = { amounts: {}, isSynthetic: false };

type Group = { readonly coordinates: readonly Coordinate[]; readonly cells: Map<number, Cell> };

const groupKey = (row: Row, by: readonly string[]): string => by.map((id) => String(row[id])).join("\u0000");

const groupOf = (groups: Map<string, Group>, row: Row, by: readonly string[]): Group => {
  const key = groupKey(row, by);
  const existing = groups.get(key);
  if (existing) return existing;
  const coordinates = by.map((id) => ({ dimension: id, code: String(row[id]) }));
  const group = { coordinates, cells: new Map<number, Cell>() };
  groups.set(key, group);
  return group;
};

/** Puts the amounts of all cubes together, by group and period. */
const gatherCells = (results: readonly CubeRows[], by: readonly string[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  for (const { amounts, rows } of results)
    for (const row of rows) {
      const { cells } = groupOf(groups, row, by);
      const period = Number(row.period);
      const cell = cells.get(period) ?? { amounts: {}, isSynthetic: false };
      for (const name of amounts) {
        const value = row[name];
        cell.amounts[name] = typeof value === "number" ? value : null;
      }
      cell.isSynthetic ||= row.synthetic === true;
      cells.set(period, cell);
    }
  return groups;
};

/** The day on which a window after a period's end closes: a number of days, or of Gregorian months. */
const afterWindow = (period: Period, window: Window): string => {
  const length = Number(window.slice(1, -1));
  return window.endsWith("D") ? addDays(period.to, length) : addMonths(period.to, length);
};

type Value = Pick<Observation, "value" | "numerator" | "denominator" | "sampleSize" | "reason">;

const missingValue = (reason: MissingReason): Value => ({
  value: null,
  numerator: null,
  denominator: null,
  sampleSize: null,
  reason,
});

const valueWith = (value: number | null, parts: Partial<Value> = {}): Value => ({
  value,
  numerator: null,
  denominator: null,
  sampleSize: null,
  reason: null,
  ...parts,
});

const formulaValue = (indicator: Indicator, amounts: Amounts): Value => {
  const { total, numerator, denominator, quantile, sample_size: sampleSize } = amounts;
  const { kind } = indicator.formula;
  if (kind === "sum") return valueWith(total ?? 0);
  if (!denominator) return missingValue("NO_DENOMINATOR");
  if (kind === "quantile") return valueWith(quantile ?? null, { denominator });
  if (kind === "survival")
    return quantile === undefined || quantile === null
      ? missingValue("NOT_REACHED")
      : valueWith(quantile, { denominator });
  const parts = { numerator: numerator ?? 0, denominator, sampleSize: sampleSize ?? null };
  return valueWith((parts.numerator / denominator) * scaleOf(indicator), parts);
};

/** The span of periods with events, and the as-of date that decides what is provisional. */
export type KnownPeriods = { readonly first: number; readonly last: number; readonly on: string };

const valueAt = (indicator: Indicator, period: Period, cell: Cell, known: KnownPeriods): Value => {
  if (period.ordinal < known.first || period.ordinal > known.last) return missingValue("NO_EVENTS");
  if (indicator.window !== undefined && afterWindow(period, indicator.window) > known.on)
    return missingValue("WINDOW_OPEN");
  return formulaValue(indicator, cell.amounts);
};

/** Fewer observations than this make a survey's rate one of low reliability. A decision of our own. */
const MIN_RELIABLE_SAMPLE = 30;

/** The last day on which what belongs to a period is expected. */
const finalOn = (period: Period, { settles }: Indicator): string =>
  settles === undefined ? period.to : afterWindow(period, settles);

const statusOf = ({ value, sampleSize }: Value, finalDay: string, known: KnownPeriods): Status => {
  if (value === null) return "M";
  if (sampleSize !== null && sampleSize < MIN_RELIABLE_SAMPLE) return "U";
  return finalDay >= known.on ? "P" : "A";
};

const observe = (indicator: Indicator, group: Group, period: Period, known: KnownPeriods): Observation => {
  const cell = group.cells.get(period.ordinal) ?? EMPTY_CELL;
  const value = valueAt(indicator, period, cell, known);
  return {
    period,
    coordinates: group.coordinates,
    ...value,
    status: statusOf(value, finalOn(period, indicator), known),
    isSynthetic: cell.isSynthetic && value.value !== null,
  };
};

const checkSize = (groups: number, periods: number): void => {
  if (groups * periods <= limits.observations) return;
  throw new QueryError(
    "TOO_LARGE",
    `The result would have ${groups * periods} observations (${groups} groups × ${periods} periods); the limit is ${limits.observations}.`,
    "Ask for a shorter period, a coarser frequency or fewer groups, in several queries.",
  );
};

/** The one group that a query names by its filters: it is observed even where it has no cell. */
const onlyGroup = ({ by, where }: CellQuery): Group | undefined => {
  const coordinates = by.flatMap((id) => {
    const [code, ...others] = where.find((filter) => filter.dimension === id)?.values ?? [];
    return code === undefined || others.length > 0 ? [] : [{ dimension: id, code }];
  });
  return coordinates.length === by.length ? { coordinates, cells: new Map() } : undefined;
};

/** The observations of an indicator: every group that exists in every period of the query, with zeros and missing values kept separate. */
export const compose = (
  indicator: Indicator,
  results: readonly CubeRows[],
  query: CellQuery,
  known: KnownPeriods,
): Observation[] => {
  const groups = gatherCells(results, query.by);
  const only = groups.size === 0 ? onlyGroup(query) : undefined;
  if (only) groups.set("", only);
  const length = Math.max(0, query.last - query.first + 1);
  checkSize(groups.size, length);
  const periods = Array.from({ length }, (_, index) =>
    periodFromOrdinal(query.calendar, query.frequency, query.first + index),
  );
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => periods.map((period) => observe(indicator, group, period, known)));
};
