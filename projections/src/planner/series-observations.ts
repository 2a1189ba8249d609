import type { Frequency } from "@karnameh/schema/calendar";
import { type Period, parsePeriod, periodFromOrdinal, periodOf } from "@karnameh/schema/calendar";
import type { Row } from "../engine/database.ts";
import { literal } from "../engine/sql-text.ts";
import { isVisibleSql } from "../engine/visible-facts-sql.ts";
import { limits } from "./limits.ts";
import {
  type Coordinate,
  type Filter,
  type MissingReason,
  type Observation,
  QueryError,
  type Status,
} from "./observation-query.ts";
import { literals, type Pool } from "./pool.ts";

/** The dimensions of an official series, each a column of its observations. */
export const SERIES_COLUMNS = {
  country: "ref_area",
  sex: "sex",
  age: "age",
  classification: "classif",
} as const;

type SeriesDimension = keyof typeof SERIES_COLUMNS;
const all = Object.keys(SERIES_COLUMNS) as SeriesDimension[];

const LETTER: Readonly<Record<Frequency, string>> = { YEAR: "A", QUARTER: "Q", MONTH: "M" };

const recordedCountries = (code: string): string =>
  `select ref_area from fact.observation_imported where series = ${literal(code)} and ${isVisibleSql()} and not is_synthetic`;

/**
 * The observations of a series as its provider had published them by a day: of each key and period, the one of
 * the newest dataset. A series is known from the day its provider published it, whenever it was imported. What is
 * simulated of a country is given only where nothing of the series is recorded of it.
 */
const vintageSql = (
  code: string,
  frequency: Frequency,
  where: readonly Filter[],
  asOf: string | undefined,
): string => {
  const filters = where.map(
    (filter) =>
      `coalesce(${SERIES_COLUMNS[filter.dimension as SeriesDimension]}, '_T') in ${literals(filter.values)}`,
  );
  const known = asOf === undefined ? [] : [`vintage_on <= date ${literal(asOf)}`];
  const conditions = [
    `series = ${literal(code)}`,
    `frequency = '${LETTER[frequency]}'`,
    isVisibleSql(),
    `(not is_synthetic or ref_area not in (${recordedCountries(code)}))`,
    ...known,
    ...filters,
  ];
  return `select ${all.map((id) => `coalesce(${SERIES_COLUMNS[id]}, '_T') as "${id}"`).join(", ")}, period,
      arg_max_null(value, (vintage_on, position)) as value, arg_max_null(obs_status, (vintage_on, position)) as obs_status,
      arg_max_null(status_list, (vintage_on, position)) as status_list, arg_max_null(basis, (vintage_on, position)) as basis,
      max(vintage_on)::varchar as vintage_on, bool_or(is_synthetic) as is_synthetic
    from fact.observation_imported where ${conditions.join(" and ")}
    group by ref_area, sex, age, classif, period`;
};

/** A provider sets several flags at once, BU, and writes some of them in small letters. */
const flagsOf = (status: string): ReadonlySet<string> => new Set(status.toUpperCase());

/** ILO's and SDMX's flags differ: A is 'adjusted' in the one and 'normal' in the other, so each list is read by its own. Of
 * several flags the one counts that warns most. */
const statusOf = (row: Row): Status => {
  const flags = flagsOf(String(row.obs_status ?? ""));
  if (flags.has("C") || (flags.has("Q") && row.status_list !== "CL_OBS_STATUS_ILO")) return "Q";
  if (row.value === null) return "M";
  if (flags.has("U")) return "U";
  if (row.basis === "PROJECTION" || row.basis === "MODELLED" || flags.has("E")) return "E";
  if (flags.has("P")) return "P";
  return flags.has("B") ? "B" : "A";
};

const observation = (row: Row, period: Period, coordinates: readonly Coordinate[]): Observation => {
  const status = statusOf(row);
  const value = status === "Q" || typeof row.value !== "number" ? null : row.value;
  const reason: MissingReason | null = value === null ? "NO_OBSERVATION" : null;
  return {
    period,
    coordinates,
    value,
    numerator: null,
    denominator: null,
    sampleSize: null,
    status,
    reason,
    isSynthetic: row.is_synthetic === true,
  };
};

const checkUnambiguous = (code: string, rows: readonly Row[], by: readonly string[]): void => {
  for (const id of all) {
    if (by.includes(id)) continue;
    const values = new Set(rows.map((row) => row[id]));
    if (values.size > 1) {
      throw new QueryError(
        "AMBIGUOUS",
        `'${code}' has ${values.size} values of '${id}', and an official series cannot be summed over them.`,
        `Group by '${id}', or filter it to one value.`,
      );
    }
  }
};

/** A query of a series, checked and with its defaults. */
type SeriesQuery = {
  readonly code: string;
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly frequency: Frequency;
  readonly first: Period | undefined;
  readonly last: Period | undefined;
  readonly asOf: string | undefined;
};

type SeriesObservations = {
  readonly observations: readonly Observation[];
  readonly vintageOn: string | null;
};

const gap = (period: Period, coordinates: readonly Coordinate[], reason: MissingReason): Observation => ({
  period,
  coordinates,
  value: null,
  numerator: null,
  denominator: null,
  sampleSize: null,
  status: "M",
  reason,
  isSynthetic: false,
});

const periodsBetween = (first: Period, last: Period): Period[] =>
  Array.from({ length: Math.max(0, last.ordinal - first.ordinal + 1) }, (_, index) =>
    periodFromOrdinal(first.calendar, first.frequency, first.ordinal + index),
  );

/** Every combination of the values that filters name, so that each is observed even without data. */
const filteredGroups = (by: readonly string[], where: readonly Filter[]): Coordinate[][] =>
  by.reduce<Coordinate[][]>(
    (combined, id) => {
      const values = where.find((filter) => filter.dimension === id)?.values;
      return values === undefined
        ? []
        : combined.flatMap((one) => values.map((code) => [...one, { dimension: id, code }]));
    },
    [[]],
  );

const keyOf = (coordinates: readonly Coordinate[]): string =>
  coordinates.map(({ code }) => code).join("\u0000");

type SeriesGroup = { readonly coordinates: readonly Coordinate[]; readonly rows: Map<number, Row> };

const groupRows = (query: SeriesQuery, rows: readonly Row[]): Map<string, SeriesGroup> => {
  const groups = new Map<string, SeriesGroup>(
    filteredGroups(query.by, query.where).map((coordinates) => [
      keyOf(coordinates),
      { coordinates, rows: new Map() },
    ]),
  );
  for (const row of rows) {
    const coordinates = query.by.map((id) => ({ dimension: id, code: String(row[id]) }));
    const group = groups.get(keyOf(coordinates)) ?? { coordinates, rows: new Map<number, Row>() };
    group.rows.set(parsePeriod(String(row.period), "GREGORIAN").ordinal, row);
    groups.set(keyOf(coordinates), group);
  }
  return groups;
};

const periodsOf = (query: SeriesQuery, rows: readonly Row[], today: string): Period[] => {
  const ordinals = rows.map((row) => parsePeriod(String(row.period), "GREGORIAN").ordinal);
  const edge = (ordinal: number) => periodFromOrdinal("GREGORIAN", query.frequency, ordinal);
  const fallback = periodOf(today, "GREGORIAN", query.frequency);
  const lowest = ordinals.length > 0 ? edge(Math.min(...ordinals)) : fallback;
  const highest = ordinals.length > 0 ? edge(Math.max(...ordinals)) : fallback;
  return periodsBetween(
    query.first ?? query.last ?? lowest,
    query.last ?? (query.first && query.first.ordinal > highest.ordinal ? query.first : highest),
  );
};

/** The observations of an official series. `today` bounds a query without a period and without data. Throws QueryError. */
export const readSeries = async (
  pool: Pool,
  query: SeriesQuery,
  today: string,
): Promise<SeriesObservations> => {
  const rows = await pool.all(vintageSql(query.code, query.frequency, query.where, query.asOf));
  checkUnambiguous(query.code, rows, query.by);
  const periods = periodsOf(query, rows, today);
  const groups = groupRows(query, rows);
  if (groups.size * periods.length > limits.observations) {
    throw new QueryError(
      "TOO_LARGE",
      `The result would have ${groups.size * periods.length} observations; the limit is ${limits.observations}.`,
      "Ask for a shorter period or fewer countries, in several queries.",
    );
  }
  const imported =
    rows.length > 0 ||
    (
      await pool.all(
        `select 1 as one from fact.observation_imported where series = ${literal(query.code)} limit 1`,
      )
    ).length > 0;
  const reason = imported ? "NO_OBSERVATION" : "NOT_IMPORTED";
  const observations = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) =>
      periods.map((period) => {
        const row = group.rows.get(period.ordinal);
        return row ? observation(row, period, group.coordinates) : gap(period, group.coordinates, reason);
      }),
    );
  const vintages = rows.map((row) => String(row.vintage_on)).sort();
  return { observations, vintageOn: vintages.at(-1) ?? null };
};
