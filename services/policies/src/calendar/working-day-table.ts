import { isDeepStrictEqual } from "node:util";
import type { Connection } from "@karnameh/projections/engine/database";
import { addDays } from "@karnameh/schema/calendar";
import {
  type CalendarFact,
  type DayStatus,
  type WorkingCalendar,
  workingCalendar,
} from "@karnameh/schema/working-calendar/working-calendar";
import { calendarFacts } from "./calendar-facts.ts";
import { predictedHolidays } from "./predicted-holidays.ts";

const COUNTRY = "IR";
const FIRST_DATE = "0001-01-01";
const OPEN_END = "9999-12-31";

type WorkingDay = {
  readonly area: string;
  readonly day: string;
  readonly known_from: string;
  readonly known_until: string;
  readonly is_working: boolean;
  readonly calendar_version: string;
};

const ROW = {
  area: "VARCHAR",
  day: "DATE",
  known_from: "DATE",
  known_until: "DATE",
  is_working: "BOOLEAN",
  calendar_version: "VARCHAR",
} as const satisfies Record<keyof WorkingDay, string>;

const rowsOf = (calendar: WorkingCalendar, area: string, day: string): readonly WorkingDay[] => {
  const changes = calendar.changesOf(day, area);
  const row = (index: number, knownOn: string, known_from: string): WorkingDay => {
    const { isWorking, calendarVersion }: DayStatus = calendar.status(day, { area, knownOn });
    const known_until = changes[index] ?? OPEN_END;
    return { area, day, known_from, known_until, is_working: isWorking, calendar_version: calendarVersion };
  };
  return [row(0, day, FIRST_DATE), ...changes.map((knownOn, index) => row(index + 1, knownOn, knownOn))];
};

/** The country, and the provinces with closures of their own. */
const areasOf = (facts: readonly CalendarFact[]): readonly string[] => [
  ...new Set([COUNTRY, ...facts.flatMap((fact) => ("area" in fact ? [fact.area] : []))]),
];

/** Rows by day, and the facts that they were computed from. */
type Computed = {
  readonly facts: readonly CalendarFact[];
  readonly days: Map<string, readonly WorkingDay[]>;
};

let computed: Computed = { facts: [], days: new Map() };

/** The rows of the days from `from` through `to`. As long as the facts stay the same, each day is computed once. */
const rowsBetween = (facts: readonly CalendarFact[], from: string, to: string): readonly WorkingDay[] => {
  if (!isDeepStrictEqual(computed.facts, facts)) computed = { facts, days: new Map() };
  const { days } = computed;
  const calendar = workingCalendar(facts, predictedHolidays);
  const areas = areasOf(facts);
  const rows: WorkingDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const ofDay = days.get(day) ?? areas.flatMap((area) => rowsOf(calendar, area, day));
    days.set(day, ofDay);
    rows.push(...ofDay);
  }
  return rows;
};

/**
 * Makes the temporary table `working_day (area, day, known_from, known_until, is_working, calendar_version)` for the
 * days from `from` through `to`: one row for what was known at the end of a day, and one for each later day on which
 * that changed. The macro `calendar_area(area)` gives the area whose rows apply to a province.
 */
export const makeWorkingDays = async (
  connection: Connection,
  position: bigint,
  from: string,
  to: string,
): Promise<void> => {
  const facts = await calendarFacts(connection, position);
  const rows = rowsBetween(facts, from, to);
  await connection.run(
    `create or replace temp table working_day as
     select unnest(from_json($1, '[${JSON.stringify(ROW)}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
  const listed = areasOf(facts)
    .map((area) => `'${area}'`)
    .join(", ");
  await connection.run(
    `create or replace temp macro calendar_area(area) as case when area::varchar in (${listed}) then area::varchar else '${COUNTRY}' end`,
  );
};
