import type { Connection, Row } from "@karnameh/projections/engine/database";
import { factsAsOf } from "@karnameh/projections/engine/visible-facts-sql";
import type { Weekday } from "@karnameh/schema/calendar";
import type { CalendarFact } from "@karnameh/schema/working-calendar/working-calendar";

/** Facts with the day on which they were superseded, so that the facts known on any day can be selected. */
const withEnd = (table: string, position: bigint): string => `
  (select f.*, c.known_on as known_until from fact.${table} f
   left join model.correction c on c.position = f.superseded_position where f.position <= ${position})`;

const listOf = (child: string, column: string): string =>
  `(select to_json(list(l."${column}"::varchar order by l.line_no))::varchar from fact.${child} l where l.position = f.position)`;

const knownPeriod = (row: Row): Pick<CalendarFact, "knownOn" | "knownUntil"> => ({
  knownOn: String(row.known_on),
  ...(row.known_until === null || row.known_until === undefined
    ? {}
    : { knownUntil: String(row.known_until) }),
});

const listIn = <Item extends string>(value: Row[string] | undefined): readonly Item[] =>
  typeof value === "string" ? (JSON.parse(value) as readonly Item[]) : [];

/** The calendar's facts up to a position, in the order in which they were recorded. */
export const calendarFacts = async (
  connection: Connection,
  position: bigint,
): Promise<readonly CalendarFact[]> => {
  const published = await connection.all(
    `select f.calendar_version, f.jalali_year, f.known_on, f.known_until, ${listOf("calendar_published_holidays", "day")} as holidays
     from ${withEnd("calendar_published", position)} f order by f.position`,
  );
  const closures = await connection.all(
    `select f.effective_on as day, f.area, f.known_on, least(f.known_until, w.known_on) as known_until
     from ${withEnd("closure_declared", position)} f
     left join (select closure_id, min(known_on) as known_on from ${factsAsOf("closure_withdrawn", position)}
       group by closure_id) w on w.closure_id = f.closure_id
     order by f.position`,
  );
  const weekends = await connection.all(
    `select f.scope, f.effective_on as valid_from, f.known_on, f.known_until, ${listOf("weekend_rule_set_rest_days", "rest_day")} as rest_days
     from ${withEnd("weekend_rule_set", position)} f order by f.position`,
  );
  return [
    ...published.map(
      (row): CalendarFact => ({
        ...knownPeriod(row),
        kind: "PUBLISHED",
        calendarVersion: String(row.calendar_version),
        jalaliYear: Number(row.jalali_year),
        holidays: new Set(listIn(row.holidays)),
      }),
    ),
    ...closures.map(
      (row): CalendarFact => ({
        ...knownPeriod(row),
        kind: "CLOSURE",
        day: String(row.day),
        area: String(row.area),
      }),
    ),
    ...weekends.map(
      (row): CalendarFact => ({
        ...knownPeriod(row),
        kind: "WEEKEND",
        validFrom: String(row.valid_from),
        restDays: listIn<Weekday>(row.rest_days),
        scope: String(row.scope),
      }),
    ),
  ];
};
