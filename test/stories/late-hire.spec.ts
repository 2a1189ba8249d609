import { said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import { completed, factory, hired, registered, welding } from "./words.ts";

const lateHire = hired("cyrus", { id: "late hire", on: "2022-10-01", knownOn: "2024-02-10" });

const retraction = (on: string): NewEvent =>
  said({
    type: "EventRetracted",
    on,
    corrects: "late hire",
    data: {
      retractionId: uuid("retraction"),
      retractedType: "EmploymentStarted",
      reason: "Another person was meant.",
    },
  });

const NAMES = ["aram", "bita", "cyrus", "dara"];

/**
 * Four complete a course in Khordad 1401. Two are at work six months later and their employer says so at once; of
 * a third the employer speaks only in Bahman 1402.
 */
describe("a hire that is reported a year late", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: ["placement_rate_6m"],
      history: [
        ...welding("2022-06-10"),
        factory(),
        ...NAMES.map((name) => registered(name)),
        ...NAMES.map((name) => completed(name, { on: "2022-06-10" })),
        hired("aram", { on: "2022-09-01" }),
        hired("bita", { on: "2022-12-10" }),
        // Cohorts of 1401 count from 2023-09-20 on, six months after the year.
        registered("somebody else", { on: "2024-02-09" }),
      ],
    });
    await story.record([lateHire]);
  });
  afterAll(() => story.end());

  const rate = { indicator: "placement_rate_6m", period: { from: "1401", to: "1401" } };

  it("raises the placement rate of 1401 to three of four today", async () => {
    expect(await story.observe(rate)).toMatchObject([
      { value: 75, numerator: 3, denominator: 4, status: "A" },
    ]);
  });

  it("leaves it at two of four as of the day before", async () => {
    expect(await story.observe({ ...rate, asOf: "2024-02-09" })).toMatchObject([
      { value: 50, numerator: 2, denominator: 4, status: "A" },
    ]);
  });

  it("was not known at all while the six months were still open", async () => {
    expect(await story.observe({ ...rate, asOf: "2022-12-31" })).toMatchObject([
      { value: null, status: "M", reason: "WINDOW_OPEN" },
    ]);
  });

  it("is retracted when the employer retracts it, and every earlier day keeps its answer", async () => {
    await story.record([retraction("2024-02-20")]);
    expect(await story.value(rate)).toBe(50);
    expect(await story.value({ ...rate, asOf: "2024-02-19" })).toBe(75);
    expect(await story.value({ ...rate, asOf: "2024-02-09" })).toBe(50);
  });
});
