import {
  type Calendar,
  type Frequency,
  isDay,
  type Period,
  parsePeriod,
  periodOf,
} from "@karnameh/schema/calendar";
import { UNKNOWN } from "@karnameh/schema/codelist";
import { codelist, titleOf } from "@karnameh/schema/codelists";
import { dimension } from "../engine/dimensions.ts";
import { limits } from "./limits.ts";
import { type Filter, type ObservationQuery, QueryError } from "./observation-query.ts";

/** How an indicator may be queried. */
export type Askable = {
  readonly code: string;
  readonly dimensions: readonly string[];
  readonly calendars: readonly Calendar[];
  readonly frequencies: readonly Frequency[];
};

/** Rejects a dimension that the indicator does not have. Throws QueryError. */
export const checkDimension = (askable: Pick<Askable, "code" | "dimensions">, id: string): void => {
  if (askable.dimensions.includes(id)) return;
  throw new QueryError(
    "UNKNOWN_DIMENSION",
    `'${askable.code}' cannot be broken down by '${id}'.`,
    `Its dimensions are: ${askable.dimensions.join(", ") || "none"}.`,
  );
};

const checkValues = ({ dimension: id, values }: Filter): void => {
  if (values.length > limits.filterValues) {
    throw new QueryError(
      "TOO_LARGE",
      `The filter on '${id}' has ${values.length} values; the limit is ${limits.filterValues}.`,
      "Ask in several parts, or leave the filter out and group by the dimension.",
    );
  }
  if (values.length === 0) {
    throw new QueryError(
      "UNKNOWN_VALUE",
      `The filter on '${id}' has no value.`,
      "Name at least one, or leave the filter out.",
    );
  }
  const listId = dimension(id).codelist;
  const list = listId === undefined ? undefined : codelist(listId);
  if (!list) return;
  const wrong = values.find(
    (value) => value !== UNKNOWN && !list.codes.some((entry) => entry.code === value),
  );
  if (wrong === undefined) return;
  const examples = list.codes.slice(0, 4).map(({ code }) => `${code} (${titleOf(list.id, code, "en")})`);
  throw new QueryError(
    "UNKNOWN_VALUE",
    `A value in the filter on '${id}' is not a code of ${list.id}.`,
    `Its codes look like ${examples.join(", ")}; codelist(id: "${list.id}") lists them all.`,
  );
};

/** The groups and filters of a query, checked. Throws QueryError. */
export const checkGroupsAndFilters = (
  askable: Askable,
  query: ObservationQuery,
): { by: readonly string[]; where: readonly Filter[] } => {
  const by = [...new Set(query.by ?? [])];
  const where = query.where ?? [];
  for (const id of [...by, ...where.map((filter) => filter.dimension)]) checkDimension(askable, id);
  for (const filter of where) checkValues(filter);
  const twice = where.find(
    (filter, index) => where.findIndex((other) => other.dimension === filter.dimension) < index,
  );
  if (twice) {
    throw new QueryError(
      "AMBIGUOUS",
      `'${twice.dimension}' is filtered twice.`,
      "Give all values of a dimension in one filter.",
    );
  }
  return { by, where: where.map((filter) => ({ ...filter, values: [...new Set(filter.values)] })) };
};

const checkOffered = <T extends string>(
  chosen: T | undefined,
  offered: readonly T[],
  failure: () => QueryError,
): T => {
  if (chosen !== undefined && offered.includes(chosen)) return chosen;
  throw failure();
};

/** The calendar and frequency of a query: those that it names, else the first calendar and the coarsest frequency of the indicator. Throws QueryError. */
export const chooseTime = (
  { code, calendars, frequencies }: Askable,
  query: ObservationQuery,
): { calendar: Calendar; frequency: Frequency } => ({
  calendar: checkOffered(
    query.calendar ?? calendars[0],
    calendars,
    () =>
      new QueryError(
        "UNSUPPORTED_CALENDAR",
        `'${code}' is not published by the ${query.calendar} calendar.`,
        `Its calendars are: ${calendars.join(", ")}.`,
      ),
  ),
  frequency: checkOffered(
    query.frequency ?? frequencies.at(-1),
    frequencies,
    () =>
      new QueryError(
        "UNSUPPORTED_FREQUENCY",
        `'${code}' is not published by ${query.frequency}.`,
        `Its frequencies are: ${frequencies.join(", ")}.`,
      ),
  ),
});

/** The as-of date of a query, checked. Throws QueryError. */
export const checkDay = (asOf: string | undefined): string | undefined => {
  if (asOf === undefined || isDay(asOf)) return asOf;
  throw new QueryError(
    "BAD_DAY",
    "asOf is not a day of the calendar.",
    "Write a Gregorian day such as 2023-08-23.",
  );
};

const bound = (text: string, calendar: Calendar): Period => {
  try {
    return parsePeriod(text, calendar);
  } catch (error) {
    throw new QueryError(
      "BAD_PERIOD",
      `A bound of the period cannot be read in the ${calendar} calendar.`,
      error instanceof Error ? error.message : String(error),
    );
  }
};

/** The first and last period of a query, in the frequency chosen; undefined where a side is left open. Throws QueryError. */
export const periodBounds = (
  query: ObservationQuery,
  calendar: Calendar,
  frequency: Frequency,
): { first: Period | undefined; last: Period | undefined } => {
  const { from, to } = query.period ?? {};
  const first = from === undefined ? undefined : periodOf(bound(from, calendar).from, calendar, frequency);
  const last = to === undefined ? undefined : periodOf(bound(to, calendar).to, calendar, frequency);
  if (first && last && first.ordinal > last.ordinal) {
    throw new QueryError("BAD_PERIOD", "The period ends before it begins.", "Swap 'from' and 'to'.");
  }
  return { first, last };
};
