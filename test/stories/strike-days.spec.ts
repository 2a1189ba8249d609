import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** A plant of 200 employees. Of these 120 strike for three days, then 80 for two: 3 × 120 + 2 × 80 = 520 days. */
const strike = [
  record("EstablishmentRegistered", "2022-03-21", { establishmentId: "plant" }),
  ...Array.from({ length: 200 }, (_, who) =>
    record("EmploymentStarted", "2022-04-01", { spellId: `job ${who}`, personRef: `worker ${who}` }),
  ),
  record("StoppageStarted", "2022-07-02", {
    stoppageId: "strike",
    establishmentId: "plant",
    workersInvolved: 120,
  }),
  record("StoppageScopeChanged", "2022-07-05", { stoppageId: "strike", workersInvolved: 80 }),
  record("StoppageEnded", "2022-07-06", { stoppageId: "strike", daysNotWorked: 520 }),
];

describe("a strike of five days in a plant of 200", () => {
  let story: Story;
  const period = { from: "1401", to: "1401" };
  beforeAll(async () => {
    story = await beginStory({
      indicators: [
        "work_stoppages",
        "workers_in_stoppages",
        "days_not_worked",
        "days_not_worked_per_1000_employees",
      ],
    });
    await story.record(strike);
  });
  afterAll(() => story.end());

  it("is one stoppage, of 120 workers at most, and of 520 days not worked", async () => {
    expect(await story.value({ indicator: "work_stoppages", period })).toBe(1);
    expect(await story.value({ indicator: "workers_in_stoppages", period })).toBe(120);
    expect(await story.value({ indicator: "days_not_worked", period })).toBe(520);
  });

  it("is 2,600 days not worked for every 1,000 employees", async () => {
    expect(await story.value({ indicator: "days_not_worked_per_1000_employees", period })).toBe(2600);
  });
});
