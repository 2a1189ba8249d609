import { expect, it } from "vitest";
import { dayOf, isoDay, jalaliMonths, workday } from "./calendar.ts";

it("months of 1400 to 1402 join without a gap and end on 29 Esfand 1402", () => {
  const months = jalaliMonths(1400, 3);
  expect(months).toHaveLength(36);
  expect(isoDay(months[0]?.first ?? 0)).toBe("2021-03-21");
  expect(isoDay(months.at(-1)?.last ?? 0)).toBe("2024-03-19");
  expect(months[28]).toMatchObject({ label: "1402-05", year: 1402, month: 5 });
  for (const [at, month] of months.entries()) {
    expect(month.first).toBe(at === 0 ? month.first : (months[at - 1]?.last ?? 0) + 1);
  }
});

it("no working day is a Friday", () => {
  expect(isoDay(workday(dayOf("2023-08-25")))).toBe("2023-08-26");
  expect(isoDay(workday(dayOf("2023-08-24")))).toBe("2023-08-24");
});
