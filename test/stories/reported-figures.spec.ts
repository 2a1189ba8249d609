import { weekday, weekdayMatches } from "@karnameh/schema/calendar";
import { figureEvents } from "@karnameh/simulator/demo/figures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

type Inconsistency = {
  readonly id: string;
  readonly kind: { readonly code: string };
  readonly left: { readonly id: string; readonly value: number };
  readonly right: readonly { readonly id: string; readonly value: number }[];
  readonly expected: number;
  readonly gap: number;
  readonly gapPercent: number;
};

const CONTRADICTIONS = `{ inconsistencies { totalCount nodes {
  id kind { code } left { id value } right { id value } expected gap gapPercent
} } }`;

describe("the figures that documents report", () => {
  let story: Story;
  let found: readonly Inconsistency[];
  beforeAll(async () => {
    story = await beginStory(figureEvents());
    const { inconsistencies } = await story.ask(CONTRADICTIONS);
    found = (inconsistencies as { nodes: readonly Inconsistency[] }).nodes;
  });
  afterAll(() => story.end());

  it("leave 359,000 of 2,861,000 trainees without a provider: 12.5 %", () => {
    const trainees = found.find(({ id }) => id === "trainees-of-two-years");
    expect(trainees).toMatchObject({
      kind: { code: "SUM" },
      left: { id: "RF-36", value: 2_861_000 },
      right: [
        { id: "RF-37", value: 1_039_000 },
        { id: "RF-38", value: 1_463_000 },
      ],
      expected: 2_502_000,
      gap: 359_000,
    });
    // 359,000 / 2,861,000 = 0.125480…
    expect(trainees?.gapPercent).toBeCloseTo(12.548, 3);
    expect(trainees?.gapPercent.toFixed(1)).toBe("12.5");
  });

  it("add up in the other document, 1,470,273 = 644,426 + 825,847, which is not listed", () => {
    expect(644_426 + 825_847).toBe(1_470_273);
    expect(found.map(({ left }) => left.id)).not.toContain("XC-01");
  });

  it("are claims, not simulation", async () => {
    const { figures } = await story.ask(`{ figures(first: 100) { totalCount } }`);
    expect(figures).toEqual({ totalCount: 56 });
    expect(figureEvents().some(({ synthetic }) => synthetic)).toBe(false);
  });
});

describe("Monday 20 Ordibehesht, without a year", () => {
  it("fits 1400 alone among 1399 to 1401", () => {
    expect(weekdayMatches(2, 20, "MONDAY", [1399, 1400, 1401])).toEqual([1400]);
  });

  it("is the day on which the figure RF-01 puts the meeting", () => {
    const meeting = figureEvents().find(({ data }) => data["figureId"] === "RF-01");
    expect(meeting?.data).toMatchObject({ valueText: "2021-05-10", weekday: "MONDAY" });
    expect(weekday("2021-05-10")).toBe("MONDAY");
  });
});
