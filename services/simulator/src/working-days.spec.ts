import { expect, it } from "vitest";
import { dayOf, isoDay } from "./calendar.ts";
import { WorkingDays } from "./working-days.ts";

const workingDays = new WorkingDays();

it("three working days after a Wednesday before a Friday end on Sunday", () => {
  expect(isoDay(workingDays.after(dayOf("2023-08-09"), 3))).toBe("2023-08-13");
});

it("no holiday of the sun is a working day, and the days after Nowruz wait for its fifth", () => {
  for (const day of ["2023-03-21", "2023-03-24", "2023-06-04", "2024-02-11", "2024-03-19"])
    expect(workingDays.isWorking(dayOf(day))).toBe(false);
  expect(isoDay(workingDays.after(dayOf("2023-03-18"), 1))).toBe("2023-03-19");
  expect(isoDay(workingDays.after(dayOf("2023-03-18"), 2))).toBe("2023-03-25");
});

it("each year has its feasts of the moon near the days on which they were kept", () => {
  // Ashura of 1401 was kept on 8 August 2022, Fitr of 1402 on 22 April 2023.
  const near = (day: string, title: string, jalaliYear: number): boolean =>
    workingDays
      .holidays(jalaliYear)
      .some(
        (holiday) =>
          JSON.stringify(holiday.title).includes(title) && Math.abs(dayOf(holiday.day) - dayOf(day)) <= 1,
      );
  expect(near("2022-08-08", "Ashura", 1401)).toBe(true);
  expect(near("2023-04-22", "Fitr", 1402)).toBe(true);
  expect(workingDays.version(dayOf("2023-08-09"))).toBe("simulated-1402_0");
});
