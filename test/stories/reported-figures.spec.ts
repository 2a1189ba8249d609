import { weekday, weekdayMatches } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
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
  readonly reason: { readonly code: string };
  readonly severity: { readonly code: string };
  readonly hypotheses: readonly {
    readonly rank: number;
    readonly edits: readonly { readonly figure: string; readonly from: number; readonly to: number }[];
    readonly explanation: { readonly fa: string; readonly en: string };
  }[];
};

const CONTRADICTIONS = `{ inconsistencies { totalCount nodes {
  id kind { code } left { id value } right { id value } expected expectedText gap gapPercent
  gapUnit { code } reason { code } severity { code }
  hypotheses { rank edits { figure from to } explanation { fa en } }
} } }`;

const findings = async (story: Story): Promise<readonly Inconsistency[]> => {
  const { inconsistencies } = await story.ask(CONTRADICTIONS);
  return (inconsistencies as { nodes: readonly Inconsistency[] }).nodes;
};

describe("the figures that documents report", () => {
  let story: Story;
  let found: readonly Inconsistency[];
  beforeAll(async () => {
    story = await beginStory({ history: figureEvents() });
    found = await findings(story);
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

  it("lose the gap if 39 thousand was 398 thousand with a digit lost, which is the first guess offered", () => {
    expect(2_861_000 - 1_463_000).toBe(1_398_000);
    const [first] = found.find(({ id }) => id === "trainees-of-two-years")?.hypotheses ?? [];
    expect(first).toMatchObject({ rank: 1, edits: [{ figure: "RF-37", from: 1_039_000, to: 1_398_000 }] });
    expect(first?.explanation.en).toContain("“1 million and 39 thousand” for “1 million and 398 thousand”");
    expect(first?.explanation.fa).toContain("«۱ میلیون و ۳۹ هزار»");
  });

  it("have Kahad and Nakhlestan at more than 70,000 of a million: 7.0 %, 930,000 short", () => {
    expect(found.find(({ id }) => id === "kahad-nakhlestan-target")).toMatchObject({
      reason: { code: "TARGET_AGAINST_RESULT" },
      severity: { code: "WARNING" },
      expected: 1_000_000,
      gap: -930_000,
      gapPercent: -93,
    });
  });

  it("give the labour memorandum two years, 1391 and 2016, with 1,017 days between them", () => {
    // 1391 ended on 20 March 2013: two years to 20 March 2015, 286 days to the end of 2015, and one more.
    expect(365 + 365 + 286 + 1).toBe(1_017);
    expect(found.find(({ id }) => id === "labour-memorandum-year")).toMatchObject({
      reason: { code: "DATES_DIFFER" },
      gap: 1_017,
      gapUnit: { code: "DAYS" },
    });
  });

  it("give the extension of the coupon two days, one apart", () => {
    const finding = { reason: { code: "DATES_DIFFER" }, gap: 1, gapUnit: { code: "DAYS" } };
    expect(found.find(({ id }) => id === "coupon-expansion-day")).toMatchObject(finding);
  });

  it("do not let certificates pass for persons, nor those in training now for those who were trained", () => {
    const reasonOf = (relation: string) => found.find(({ id }) => id === relation)?.reason.code;
    expect(reasonOf("certificates-per-assessed")).toBe("UNITS_DIFFER");
    expect(reasonOf("real-workplace-trainees")).toBe("STOCK_AGAINST_FLOW");
  });

  it("leave a forecast standing and say next to it that no competition was held in Shanghai", () => {
    expect(found.find(({ id }) => id === "RF-06")).toMatchObject({
      reason: { code: "FORECAST_FALSIFIED" },
      expectedText: expect.stringContaining("cancelled"),
      hypotheses: [],
    });
  });

  it("are these findings and no others", () => {
    expect(found.map(({ id }) => id).sort()).toEqual([
      "RF-06",
      "certificates-per-assessed",
      "coupon-expansion-day",
      "kahad-nakhlestan-target",
      "labour-memorandum-year",
      "real-workplace-trainees",
      "trainees-of-two-years",
    ]);
  });

  it("come to 72.3 hours for each person in workplace centres at most, and to more than 7 % of a target", async () => {
    const { comparisons } = await story.ask(
      `{ comparisons { nodes { id value isPercent qualifier { code } } } }`,
    );
    const { nodes } = comparisons as { nodes: readonly { id: string; value: number }[] };
    const of = (relation: string) => nodes.find(({ id }) => id === relation);
    // 6,800,000 / 94,000 = 72.340…; there were more than 94,000 persons.
    expect(of("workplace-hours-per-person")).toMatchObject({ isPercent: false, qualifier: { code: "LE" } });
    expect(of("workplace-hours-per-person")?.value.toFixed(1)).toBe("72.3");
    expect(of("kahad-nakhlestan-target")).toMatchObject({ isPercent: true, qualifier: { code: "GT" } });
    expect(of("kahad-nakhlestan-target")?.value).toBeCloseTo(7, 10);
  });

  it("are claims, not simulation", async () => {
    const { figures } = await story.ask(`{ figures(first: 100) { totalCount } }`);
    expect(figures).toEqual({ totalCount: 56 });
    expect(figureEvents().some(({ synthetic }) => synthetic)).toBe(false);
  });
});

describe("a competition that is announced, moved and called off", () => {
  const NEWSROOM = "urn:karnameh:newsroom:spec";
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: [] });
  });
  afterAll(() => story.end());

  const told = (type: string, on: string, id: number, data: NewEvent["data"]): NewEvent => ({
    id: `00000000-0000-7000-8000-00000000000${id}`,
    source: NEWSROOM,
    type,
    version: 1,
    stream: `figure-${data["figureId"]}`,
    effectiveOn: on,
    recordedAt: `${on}T08:00:00.000Z`,
    data,
  });
  const forecast = (id: number, figureId: string, unit: string, said: NewEvent["data"]) =>
    told("FigureReported", "2021-05-10", id, {
      figureId,
      documentId: "talk",
      measure: `competition-${figureId}`,
      ...said,
      qualifier: "EQ",
      unit,
      kind: "FORECAST",
      subject: { fa: "مسابقه" },
      place: "line 1",
      extraction: "HUMAN",
      confidence: 1,
    });

  it("is no finding while it lies ahead", async () => {
    await story.record([
      forecast(1, "year", "GREGORIAN_YEAR", { value: 2021 }),
      forecast(2, "host", "PLACE", { valueText: "Shanghai" }),
    ]);
    expect(await findings(story)).toEqual([]);
  });

  it("falsifies the year but not the host when it is moved", async () => {
    const moved = { figureId: "year", outcome: "It was moved by a year." };
    await story.record([told("ForecastFalsified", "2021-06-01", 3, moved)]);
    expect(await findings(story)).toMatchObject([
      { id: "year", expectedText: "It was moved by a year.", reason: { code: "FORECAST_FALSIFIED" } },
    ]);
  });

  it("falsifies the host and any year when it is called off", async () => {
    const off = { outcome: "It was called off." };
    await story.record([
      told("ForecastFalsified", "2022-05-31", 4, { figureId: "year", ...off }),
      told("ForecastFalsified", "2022-05-31", 5, { figureId: "host", ...off }),
    ]);
    expect(await findings(story)).toMatchObject([
      { id: "host", expectedText: "It was called off.", gap: null },
      { id: "year", expectedText: "It was called off.", gap: null },
    ]);
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
