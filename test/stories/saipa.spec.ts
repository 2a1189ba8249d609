import { saipaEvents } from "@karnameh/simulator/demo/saipa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/**
 * A car maker agreed with the training organization to replace its retirees by certified workers: 300 were hired
 * through it in 1402, and 1,000 retirements were forecast for that year; 984 of them are recorded as taken.
 */
describe("Saipa in 1402", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ history: saipaEvents() });
  });
  afterAll(() => story.end());

  const saipa = [{ dimension: "organisation", values: ["saipa"] }];
  const period = { from: "1402", to: "1402" };

  it("hired 300, all of them through the training organization", async () => {
    const answer = await story.answer({ indicator: "hires", by: ["channel"], where: saipa, period });
    expect(answer.observations).toMatchObject([
      { period: { code: "1402" }, coordinates: [{ code: "TVTO" }], value: 300 },
    ]);
    expect(answer.isSynthetic).toBe(true);
  });

  it("replaced 300 of 1,000: 30.0 %", async () => {
    const answer = await story.answer({
      indicator: "replacement_rate",
      by: ["organisation"],
      where: saipa,
      period,
    });
    expect(answer.observations).toMatchObject([
      { coordinates: [{ code: "saipa" }], numerator: 300, denominator: 1000, value: 30 },
    ]);
    expect(answer.unit.code).toBe("PERCENT");
  });

  it("replaced 300 of the 984 who went, until the end of the year", async () => {
    const asked = { indicator: "replacement_rate_taken", by: ["organisation"], where: saipa, period };
    const [only] = await story.observe(asked);
    expect(only).toMatchObject({ coordinates: [{ code: "saipa" }], numerator: 300, denominator: 984 });
    const [inMordad] = await story.observe({ ...asked, asOf: "2023-08-22" });
    expect(Number(inMordad?.denominator)).toBeGreaterThan(400);
    expect(Number(inMordad?.denominator)).toBeLessThan(440);
  });

  it("is provisional, because the story ends some days before the year does", async () => {
    expect(await story.observe({ indicator: "hires", period })).toMatchObject([{ value: 300, status: "P" }]);
  });

  it("is constructed, and every answer that rests on it says so", async () => {
    const answer = await story.answer({ indicator: "replacement_rate", period });
    expect(answer.isSynthetic).toBe(true);
    expect(answer.notice?.en).toContain("SYNTHETIC");
  });

  it("hired as many from Farvardin to Mordad as in the year, and nobody after", async () => {
    const months = await story.observe({
      indicator: "hires",
      where: saipa,
      period: { from: "1402-01", to: "1402-05" },
      frequency: "MONTH",
    });
    expect(months.map(({ period: { code } }) => code)).toEqual([
      "1402-01",
      "1402-02",
      "1402-03",
      "1402-04",
      "1402-05",
    ]);
    expect(months.reduce((sum, { value }) => sum + Number(value), 0)).toBe(300);
  });
});
