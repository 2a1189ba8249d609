import { addDays, toJalali, type Weekday, weekday } from "@karnameh/schema/calendar";

/** From when on somebody could know a fact, and until when; days of knowledge, the second not inside. */
type Known = { readonly knownOn: string; readonly knownUntil?: string };

/** What was said of the calendar. An area is a code of CL_AREA, `IR` everywhere; a scope one of CL_WEEKEND_SCOPE. */
export type CalendarFact = Known &
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

/** Holidays of a Jalali year for which no calendar was published, and the name of what says so. */
export type Prediction = {
  readonly version: string;
  readonly holidays: (jalaliYear: number) => ReadonlySet<string>;
};

export type DayStatus = { readonly isWorking: boolean; readonly calendarVersion: string };

/** Where one asks, and by the knowledge of which day. */
export type AsKnown = { readonly area?: string; readonly knownOn?: string };

/**
 * The working days of offices in a country and its provinces. A day is judged by what was known when it ended, or, with
 * `knownOn`, by what was known on another day: what is declared of a past day changes nothing for it.
 */
export type WorkingCalendar = {
  readonly status: (day: string, as?: AsKnown) => DayStatus;
  readonly isWorking: (day: string, as?: AsKnown) => boolean;
  /** The days of knowledge after a day on which what is known of it changes. */
  readonly changesOf: (day: string, area: string) => readonly string[];
};

/** The law's weekly day of rest, until a rule says otherwise. */
const LEGAL_REST: readonly Weekday[] = ["FRIDAY"];
const COUNTRY = "IR";
/** Who is meant: what policies wait for is done, or taken in, by bodies of the state. */
const OFFICES = "EXECUTIVE_BODIES";
const EVERYBODY = "ALL";

const isKnown = ({ knownOn, knownUntil }: Known, on: string): boolean =>
  knownOn <= on && (knownUntil === undefined || knownUntil > on);

const concerns = (fact: CalendarFact, day: string, area: string): boolean => {
  if (fact.kind === "PUBLISHED") return fact.jalaliYear === toJalali(day).year;
  if (fact.kind === "CLOSURE") return fact.day === day && (fact.area === COUNTRY || fact.area === area);
  return fact.validFrom <= day && (fact.scope === EVERYBODY || fact.scope === OFFICES);
};

/** The rest days of offices: a rule of their own before one for everybody, the latest valid, the last said. */
const restDaysOf = (facts: readonly CalendarFact[]): readonly Weekday[] => {
  const rules = facts.filter((fact) => fact.kind === "WEEKEND");
  const own = rules.filter(({ scope }) => scope === OFFICES);
  const [first, ...others] = own.length > 0 ? own : rules;
  if (first === undefined) return LEGAL_REST;
  return others.reduce((best, rule) => (rule.validFrom >= best.validFrom ? rule : best), first).restDays;
};

/**
 * The calendar that facts make over a prediction. `facts` in the order in which they were recorded: of two lists of
 * one year the later stands.
 */
export const workingCalendar = (facts: readonly CalendarFact[], prediction: Prediction): WorkingCalendar => {
  const status = (day: string, { area = COUNTRY, knownOn = day }: AsKnown = {}): DayStatus => {
    const known = facts.filter((fact) => isKnown(fact, knownOn));
    const own = known.filter((fact) => concerns(fact, day, area));
    const list = own.findLast((fact) => fact.kind === "PUBLISHED");
    const holidays = list?.holidays ?? prediction.holidays(toJalali(day).year);
    const overlaid = known.filter(({ kind }) => kind !== "PUBLISHED").length;
    return {
      isWorking:
        !holidays.has(day) &&
        !own.some(({ kind }) => kind === "CLOSURE") &&
        !restDaysOf(own).includes(weekday(day)),
      calendarVersion: `${list?.calendarVersion ?? prediction.version}_${overlaid}`,
    };
  };
  return {
    status,
    isWorking: (day, as) => status(day, as).isWorking,
    changesOf: (day, area) => {
      const moments = facts
        .filter((fact) => concerns(fact, day, area))
        .flatMap(({ knownOn, knownUntil }) => [knownOn, ...(knownUntil === undefined ? [] : [knownUntil])]);
      return [...new Set(moments)].filter((moment) => moment > day).sort();
    },
  };
};

/** A search that finds no working day in this long has a calendar that cannot be. */
const LONGEST_SEARCH_DAYS = 3_660;

/** The first working day from a day on, that day included. Throws RangeError where there is none in ten years. */
export const workingDayFrom = (calendar: WorkingCalendar, day: string, as?: AsKnown): string => {
  for (let ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead++) {
    const found = addDays(day, ahead);
    if (calendar.isWorking(found, as)) return found;
  }
  throw new RangeError(`no day of the ten years from ${day} on is a working day`);
};

/** The day on which the `count`-th working day after a day ends; the day itself is not counted, and is it for 0. */
export const addWorkingDays = (
  calendar: WorkingCalendar,
  day: string,
  count: number,
  as?: AsKnown,
): string => {
  let reached = day;
  for (let left = count; left > 0; left--) reached = workingDayFrom(calendar, addDays(reached, 1), as);
  return reached;
};
