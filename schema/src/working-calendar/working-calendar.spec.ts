import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Weekday } from "../calendar.ts";
import {
  addWorkingDays,
  type CalendarFact,
  type HolidayPrediction,
  workingCalendar,
  workingDayFrom,
} from "./working-calendar.ts";

/** Fixed holidays of 1402 and two of 1403. */
const HOLIDAYS = ["2023-06-04", "2023-06-05", "2024-02-11", "2024-03-19", "2024-03-20", "2024-06-03"];
const predicted: HolidayPrediction = () => ({ version: "predicted", holidays: new Set(HOLIDAYS) });
const none: HolidayPrediction = () => ({ version: "none", holidays: new Set() });

const closure = (day: string, knownOn: string, area = "IR"): CalendarFact => ({
  kind: "CLOSURE",
  day,
  area,
  knownOn,
});
const weekend = (restDays: readonly Weekday[], validFrom: string, scope = "ALL"): CalendarFact => ({
  kind: "WEEKEND",
  restDays,
  validFrom,
  scope,
  knownOn: validFrom,
});
const published = (jalaliYear: number, knownOn: string, ...holidays: readonly string[]): CalendarFact => ({
  kind: "PUBLISHED",
  calendarVersion: `official-${jalaliYear}`,
  jalaliYear,
  holidays: new Set(holidays),
  knownOn,
});

/** 10 and 11 Mordad 1402 were closed for the heat; it was stated on the tenth of the month before. */
const heat = [closure("2023-08-01", "2023-07-31"), closure("2023-08-02", "2023-07-31")];

describe("three working days after Sunday 8 Mordad 1402", () => {
  const filed = "2023-07-30";
  it("end on Saturday 5 August, where Friday is the day of rest and two days are closed for the heat", () => {
    expect(addWorkingDays(workingCalendar(heat, predicted), filed, 3)).toBe("2023-08-05");
  });

  it("end on Sunday 6 August, where Thursday is a day of rest too", () => {
    const calendar = workingCalendar([weekend(["THURSDAY", "FRIDAY"], "2023-03-21"), ...heat], predicted);
    expect(addWorkingDays(calendar, filed, 3)).toBe("2023-08-06");
  });

  it("were expected to end on Wednesday 2 August while the closure was not declared", () => {
    const calendar = workingCalendar(heat, predicted);
    expect(addWorkingDays(calendar, filed, 3, { knownOn: filed })).toBe("2023-08-02");
  });
});

describe("the calendar", () => {
  it("takes a published list in the place of the prediction, and names it", () => {
    const calendar = workingCalendar([published(1402, "2023-02-20", "2023-05-01")], predicted);
    expect(calendar.status("2023-06-04")).toEqual({ isWorking: true, calendarVersion: "official-1402_0" });
    expect(calendar.status("2023-05-01").isWorking).toBe(false);
    expect(calendar.status("2024-06-03")).toEqual({
      isWorking: false,
      calendarVersion: "predicted_0",
    });
  });

  it("closes a province alone where a closure speaks of it alone", () => {
    const calendar = workingCalendar([closure("2023-07-31", "2023-07-30", "IR-06")], none);
    expect(calendar.isWorking("2023-07-31", { area: "IR-06" })).toBe(false);
    expect(calendar.isWorking("2023-07-31", { area: "IR-23" })).toBe(true);
    expect(calendar.isWorking("2023-07-31")).toBe(true);
  });

  it("does not let a closure that was declared afterwards reach back", () => {
    const calendar = workingCalendar([closure("2023-07-31", "2023-08-01")], none);
    expect(calendar.isWorking("2023-07-31")).toBe(true);
    expect(calendar.isWorking("2023-07-31", { knownOn: "2023-08-01" })).toBe(false);
    expect(calendar.changesOf("2023-07-31", "IR")).toEqual(["2023-08-01"]);
  });

  it("opens a day again whose closure was withdrawn in time", () => {
    const calendar = workingCalendar(
      [{ ...closure("2023-07-31", "2023-07-01"), knownUntil: "2023-07-20" }],
      none,
    );
    expect(calendar.isWorking("2023-07-31", { knownOn: "2023-07-10" })).toBe(false);
    expect(calendar.isWorking("2023-07-31")).toBe(true);
  });

  it("takes the days of rest of offices before those of everybody, and not those of workshops", () => {
    const saturday = "2023-08-05";
    const everybody = weekend(["FRIDAY", "SATURDAY"], "2023-06-01");
    const workshops = weekend(["SATURDAY"], "2023-03-21", "LABOUR_LAW");
    const offices = weekend(["THURSDAY", "FRIDAY"], "2023-03-21", "EXECUTIVE_BODIES");
    expect(workingCalendar([workshops], none).isWorking(saturday)).toBe(true);
    expect(workingCalendar([workshops, everybody], none).isWorking(saturday)).toBe(false);
    expect(workingCalendar([everybody, offices], none).isWorking(saturday)).toBe(true);
  });
});

const START = "2023-03-21";
const day = fc.nat(700).map((ahead) => addDays(START, ahead));
const anyClosure = fc
  .tuple(day, fc.nat(60), fc.constantFrom("IR", "IR-06"))
  .map(([on, before, area]) => closure(on, addDays(on, -before), area));
const anyFacts = fc.array(anyClosure, { maxLength: 40 });
const count = fc.nat(30);

describe("counting working days", () => {
  it("never goes back: a later day and a larger count end no earlier", () => {
    fc.assert(
      fc.property(anyFacts, day, count, fc.nat(10), (facts, from, days, more) => {
        const calendar = workingCalendar(facts, none);
        const end = addWorkingDays(calendar, from, days);
        expect(addWorkingDays(calendar, addDays(from, more), days) >= end).toBe(true);
        expect(addWorkingDays(calendar, from, days + more) >= end).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("adds up: some days and then some more are all of them at once", () => {
    fc.assert(
      fc.property(anyFacts, day, count, count, (facts, from, some, more) => {
        const calendar = workingCalendar(facts, none);
        const inSteps = addWorkingDays(calendar, addWorkingDays(calendar, from, some), more);
        expect(inSteps).toBe(addWorkingDays(calendar, from, some + more));
      }),
      { numRuns: 60 },
    );
  });

  it("rests on a working day, and looking again finds the same one", () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, from) => {
        const calendar = workingCalendar(facts, predicted);
        const found = workingDayFrom(calendar, from);
        expect(calendar.isWorking(found)).toBe(true);
        expect(workingDayFrom(calendar, found)).toBe(found);
      }),
      { numRuns: 60 },
    );
  });

  it("ends no earlier for one more closure, and is not moved by one that was declared too late", () => {
    fc.assert(
      fc.property(anyFacts, day, day, count, (facts, from, closed, days) => {
        const end = addWorkingDays(workingCalendar(facts, none), from, days);
        const inTime = workingCalendar([...facts, closure(closed, closed)], none);
        const tooLate = workingCalendar([...facts, closure(closed, addDays(closed, 1))], none);
        expect(addWorkingDays(inTime, from, days) >= end).toBe(true);
        expect(addWorkingDays(tooLate, from, days)).toBe(end);
      }),
      { numRuns: 60 },
    );
  });
});
