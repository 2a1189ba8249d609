import { uuid } from "@karnameh/projections/testing/ledger";
import { record } from "@karnameh/projections/testing/record";
import { describe, expect, it } from "vitest";
import { listed } from "../testing/policy-events.ts";
import { policyStage } from "../testing/policy-stage.ts";
import { contributionDeadline } from "./contribution-deadline.ts";

const stage = policyStage([contributionDeadline]);
const { on } = stage;

const calendar = (day: string, jalaliYear: number, ...holidays: string[]) =>
  record("CalendarPublished", day, {
    calendarVersion: `kept-${jalaliYear}`,
    jalaliYear,
    holidays: holidays.map((holiday) => ({ day: holiday, kind: "LUNAR", title: { fa: "عید" } })),
  });

describe("the deadline of contribution lists", () => {
  const ASSESSED = "due_on, is_on_time, days_late, calendar_version";

  it("of Mordad 1402 is 1 Mehr, because the holiday fell on the second, and not on the first as was predicted", async () => {
    const node = await stage.open();
    await on("2023-03-22", calendar("2023-03-01", 1402, "2023-09-24"));
    await on("2023-09-23", listed("2023-09-23", "1402-05"));
    await on("2023-09-25", listed("2023-09-25", "1402-05"));
    expect(await node.settle()).toBe(1);
    stage.passTo("2023-09-26");
    expect(await node.settle()).toBe(1);
    expect(await node.facts("contribution_list_assessed", `${ASSESSED}, effective_on, month`)).toEqual([
      {
        due_on: "2023-09-23",
        is_on_time: false,
        days_late: 2,
        calendar_version: "kept-1402_0",
        effective_on: "2023-09-25",
        month: 140205,
      },
      {
        due_on: "2023-09-23",
        is_on_time: true,
        days_late: 0,
        calendar_version: "kept-1402_0",
        effective_on: "2023-09-23",
        month: 140205,
      },
    ]);
  });

  it("of Mordad 1402 would be 2 Mehr by the calendar of 2022", async () => {
    const node = await stage.open();
    await on("2023-03-22", calendar("2022-03-01", 1402, "2023-09-23"));
    await on("2023-09-20", listed("2023-09-20", "1402-05"));
    stage.passTo("2023-09-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on")).toEqual([{ due_on: "2023-09-24" }]);
  });

  it("of Mordad 1403 is 1 Mehr, because 31 Shahrivar is a holiday", async () => {
    const node = await stage.open();
    await on("2024-03-01", calendar("2024-03-01", 1403, "2024-09-21"));
    await on("2024-09-22", listed("2024-09-22", "1403-05"));
    stage.passTo("2024-09-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time")).toEqual([
      { due_on: "2024-09-22", is_on_time: true },
    ]);
  });

  it("is a month later for a small workshop", async () => {
    const node = await stage.open();
    await on("2023-10-22", listed("2023-10-22", "1402-05", { isSmallWorkshop: true }));
    stage.passTo("2023-10-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time")).toEqual([
      { due_on: "2023-10-22", is_on_time: true },
    ]);
  });

  it("had passed for the first list of all, though nothing that came before it is known", async () => {
    const node = await stage.open();
    await on("2023-10-03", listed("2023-10-03", "1402-05"));
    stage.passTo("2023-10-04");
    await node.settle();
    // The prediction for 1402 has the feast on 2 Mehr too.
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time, days_late")).toEqual([
      { due_on: "2023-09-23", is_on_time: false, days_late: 10 },
    ]);
  });

  it("is judged again when the list turns out to have come on another day", async () => {
    const node = await stage.open();
    await on("2023-09-20", { ...listed("2023-09-20", "1402-05"), id: uuid("list") });
    stage.passTo("2023-09-26");
    await node.settle();
    const corrected = {
      ...listed("2023-09-20", "1402-05"),
      effectiveOn: "2023-09-25",
      corrects: uuid("list"),
    };
    await on("2023-09-27", corrected);
    expect(await node.settle()).toBe(1);
    expect(
      await node.facts("contribution_list_assessed", "is_on_time, corrects is not null as is_correction"),
    ).toEqual([{ is_on_time: false, is_correction: true }]);
  });
});
