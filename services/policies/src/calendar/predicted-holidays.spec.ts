import { addWorkingDays, workingCalendar } from "@karnameh/schema/working-calendar/working-calendar";
import { expect, it } from "vitest";
import { PREDICTION, predictedHolidays } from "./predicted-holidays.ts";

it("predicts the fixed holidays of the solar calendar exactly", () => {
  const { version, holidays } = predictedHolidays(1402);
  expect(version).toBe(PREDICTION);
  for (const day of ["2023-03-21", "2023-04-01", "2023-04-02", "2023-06-04", "2024-02-11", "2024-03-19"])
    expect(holidays, day).toContain(day);
});

it("predicts no holiday in the week after 8 Mordad 1402, so closures alone move its deadlines", () => {
  const closed = ["2023-08-01", "2023-08-02"];
  const closures = closed.map(
    (day) => ({ kind: "CLOSURE", day, area: "IR", knownOn: "2023-07-31" }) as const,
  );
  expect(addWorkingDays(workingCalendar(closures, predictedHolidays), "2023-07-30", 3)).toBe("2023-08-05");
  expect(addWorkingDays(workingCalendar([], predictedHolidays), "2023-07-30", 3)).toBe("2023-08-02");
});
