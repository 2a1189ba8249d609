import { addDays, toJalali, type Weekday, weekday } from "../calendar.ts";

/** The days on which a fact was known: from `knownOn` up to but not including `knownUntil`. */
type KnownPeriod = { readonly knownOn: string; readonly knownUntil?: string };

/** A recorded fact about the calendar. `area` is a code of CL_AREA (`IR` is the whole country), `scope` one of CL_WEEKEND_SCOPE. */
export type CalendarFact = KnownPeriod &
  (
    | {
        readonly kind: "PUBLISHED";
        readonly calendarVersion: string;
        readonly jalaliYear: number;
        readonly holidays: ReadonlySet<string>;
      }
    | { readonly kind: "CLOSURE"; readonly day: string; readonly area: string }
    | {
        readonly kind: "WEEKEND";
        readonly validFrom: string;
        readonly restDays: readonly Weekday[];
        readonly scope: string;
      }
  );

/** The holidays of a Jalali year, and the name of the calendar that lists them. */
export type HolidayList = { readonly version: string; readonly holidays: ReadonlySet<string> };

/** Gives the holidays of a Jalali year for which no calendar was published. */
export type HolidayPrediction = (jalaliYear: number) => HolidayList;

export type DayStatus = { readonly isWorking: boolean; readonly calendarVersion: string };

/** The area that is asked about (default: the country) and the as-of date (default: the day itself). */
export type AsOf = { readonly area?: string; readonly knownOn?: string };

/**
 * The working days of government offices in the country and its provinces. A day is judged by what was known at its
 * end, or, with `knownOn`, by what was known on another day: a closure declared afterwards does not change the day.
 */
export type WorkingCalendar = {
  readonly status: (day: string, as?: AsOf) => DayStatus;
  readonly isWorking: (day: string, as?: AsOf) => boolean;
  /** The later days on which the facts known about a day change. */
  readonly changesOf: (day: string, area: string) => readonly string[];
};

/** The weekly day of rest by law; WeekendRuleSet can change it. */
const LEGAL_REST: readonly Weekday[] = ["FRIDAY"];
const COUNTRY = "IR";
/** The scope of this calendar: deadlines depend on when government offices are open. */
const OFFICES = "EXECUTIVE_BODIES";
const EVERYBODY = "ALL";

const isKnown = ({ knownOn, knownUntil }: KnownPeriod, on: string): boolean =>
  knownOn <= on && (knownUntil === undefined || knownUntil > on);

const concerns = (fact: CalendarFact, day: string, area: string): boolean => {
  if (fact.kind === "PUBLISHED") return fact.jalaliYear === toJalali(day).year;
  if (fact.kind === "CLOSURE") return fact.day === day && (fact.area === COUNTRY || fact.area === area);
  return fact.validFrom <= day && (fact.scope === EVERYBODY || fact.scope === OFFICES);
};

/** The rest days of offices: their own rule comes before a rule for everybody; then the latest valid, then the last recorded. */
const restDaysOf = (facts: readonly CalendarFact[]): readonly Weekday[] => {
  const rules = facts.filter((fact) => fact.kind === "WEEKEND");
  const own = rules.filter(({ scope }) => scope === OFFICES);
  const [first, ...others] = own.length > 0 ? own : rules;
  if (first === undefined) return LEGAL_REST;
  return others.reduce((best, rule) => (rule.validFrom >= best.validFrom ? rule : best), first).restDays;
};

/**
 * Combines the facts with predicted holidays. `facts` are in the order in which they were recorded: of two published
 * lists of one year the later one counts.
 */
export const workingCalendar = (
  facts: readonly CalendarFact[],
  predict: HolidayPrediction,
): WorkingCalendar => {
  const status = (day: string, { area = COUNTRY, knownOn = day }: AsOf = {}): DayStatus => {
    const known = facts.filter((fact) => isKnown(fact, knownOn));
    const own = known.filter((fact) => concerns(fact, day, area));
    const published = own.findLast((fact) => fact.kind === "PUBLISHED");
    const { version, holidays } =
      published === undefined
        ? predict(toJalali(day).year)
        : { version: published.calendarVersion, holidays: published.holidays };
    const overlaid = known.filter(({ kind }) => kind !== "PUBLISHED").length;
    return {
      isWorking:
        !holidays.has(day) &&
        !own.some(({ kind }) => kind === "CLOSURE") &&
        !restDaysOf(own).includes(weekday(day)),
      calendarVersion: `${version}_${overlaid}`,
    };
  };
  return {
    status,
    isWorking: (day, as) => status(day, as).isWorking,
    changesOf: (day, area) => {
      const days = facts
        .filter((fact) => concerns(fact, day, area))
        .flatMap(({ knownOn, knownUntil }) => [knownOn, ...(knownUntil === undefined ? [] : [knownUntil])]);
      return [...new Set(days)].filter((changed) => changed > day).sort();
    },
  };
};

/** A calendar without a working day for this long is an error. */
const MAX_SEARCH_DAYS = 3_660;

/** The first working day on or after a day. Throws RangeError if there is none in ten years. */
export const workingDayFrom = (calendar: WorkingCalendar, day: string, as?: AsOf): string => {
  for (let ahead = 0; ahead < MAX_SEARCH_DAYS; ahead++) {
    const found = addDays(day, ahead);
    if (calendar.isWorking(found, as)) return found;
  }
  throw new RangeError(`there is no working day in the ten years from ${day}`);
};

/** The `count`-th working day after a day, which is not counted itself; for 0 the day itself. */
export const addWorkingDays = (calendar: WorkingCalendar, day: string, count: number, as?: AsOf): string => {
  let reached = day;
  for (let left = count; left > 0; left--) reached = workingDayFrom(calendar, addDays(reached, 1), as);
  return reached;
};
