import { said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import { completed, registered, welding } from "./words.ts";

const stated = (figureId: string, value: number, subject: string, more: NewEvent["data"] = {}): NewEvent =>
  said({
    type: "FigureReported",
    on: "2023-04-10",
    data: {
      figureId,
      documentId: "press-briefing",
      measure: "trainees",
      value,
      qualifier: "EQ",
      unit: "PERSONS",
      kind: "FLOW",
      periodFrom: "2022-03-21",
      periodTo: "2023-03-20",
      subject: { fa: subject },
      speakerRole: "director of the Semnan centre",
      place: "line 3",
      extraction: "HUMAN",
      confidence: 1,
      ...more,
    },
  });

const counted = (relationId: string, figureId: string, more: NewEvent["data"] = {}): NewEvent =>
  said({
    type: "FigureIndicatorDeclared",
    on: "2023-04-12",
    data: { relationId, figureId, indicator: "trainees", period: "1401", ...more },
  });

const GAPS = `query Gaps($asOf: Day, $measure: ID) { claimGaps(asOf: $asOf, measure: $measure) { nodes {
  id measure figure { value } unit { code } expected gap gapPercent status reason reasonText { fa en } detail notice { en }
  kind { code } components { id } comparedIndicator { code indicator { title { fa en } } period { label { fa en } } }
} } }`;

type Gap = { readonly id: string; readonly gapPercent: number | null };

/**
 * A director says in Farvardin 1402 that 5 were trained in 1401, 3 of them in state centres and 1 in private schools. The
 * log knows of 3; a fourth, who also completed in Khordad 1401, is reported in Tir 1402.
 */
describe("what an official says of trainees, next to the trainees of the log", () => {
  let story: Story;
  const gaps = async (variables: object = {}): Promise<readonly Gap[]> =>
    ((await story.ask(GAPS, variables))["claimGaps"] as { nodes: readonly Gap[] }).nodes;
  const gap = async (id: string, asOf?: string) => (await gaps({ asOf })).find((each) => each.id === id);

  beforeAll(async () => {
    const names = ["aram", "bita", "cyrus", "dara"];
    story = await beginStory({
      indicators: ["trainees"],
      history: [
        ...welding("2022-06-10"),
        ...names.map((name) => registered(name)),
        ...names.slice(0, 3).map((name) => completed(name, { on: "2022-06-10" })),
        stated("all", 5, "کارآموختگان ۱۴۰۱"),
        stated("state", 3, "مراکز دولتی"),
        stated("private", 1, "آموزشگاه‌های آزاد"),
        stated("courses", 6, "دوره‌ها", { unit: "PERSON_COURSES" }),
        counted("all-counted", "all"),
        counted("state-counted", "state", { where: [{ dimension: "provider", member: "STATE_CENTRE" }] }),
        counted("private-counted", "private", {
          where: [{ dimension: "provider", member: "PRIVATE_SCHOOL" }],
        }),
        counted("courses-as-persons", "courses"),
        counted("year-before-the-log", "all", { period: "1395" }),
        said({
          type: "FigureRelationDeclared",
          on: "2023-04-12",
          data: { relationId: "all-by-provider", kind: "SUM", left: "all", right: ["state", "private"] },
        }),
      ],
    });
    await story.record([completed("dara", { on: "2022-06-10", knownOn: "2023-07-01" })]);
  });
  afterAll(() => story.end());

  it("is 2 of 5 above them, 40 %, as known before the fourth was reported", async () => {
    expect(await gap("all-counted", "2023-06-30")).toMatchObject({
      measure: "trainees",
      figure: { value: 5 },
      unit: { code: "PERSONS" },
      expected: 3,
      gap: 2,
      gapPercent: 40,
      status: "A",
      reason: null,
      notice: null,
      kind: null,
    });
  });

  it("is 1 of 5 above them, 20 %, today", async () => {
    expect(await gap("all-counted")).toMatchObject({ expected: 4, gap: 1, gapPercent: 20 });
  });

  it("names the compared indicator in both languages", async () => {
    expect(await gap("all-counted")).toMatchObject({
      comparedIndicator: {
        code: "trainees",
        indicator: { title: { fa: expect.stringMatching(/[آ-ی]/), en: expect.stringMatching(/rainee/) } },
        period: { label: { fa: "۱۴۰۱", en: "1401" } },
      },
    });
  });

  it("agrees of state centres before, and is one short of them today: −33.3 %", async () => {
    expect(await gap("state-counted", "2023-06-30")).toMatchObject({ expected: 3, gap: 0, gapPercent: 0 });
    const today = await gap("state-counted");
    expect(today).toMatchObject({ expected: 4, gap: -1 });
    expect(today?.gapPercent?.toFixed(1)).toBe("-33.3");
  });

  it("is 1 of 5 above the parts that the same director gave: 20 %", async () => {
    expect(await gap("all-by-provider")).toMatchObject({
      kind: { code: "SUM" },
      components: [{ id: "state" }, { id: "private" }],
      comparedIndicator: null,
      expected: 4,
      gap: 1,
      gapPercent: 20,
      status: null,
    });
  });

  it("is recorded of private schools, where the log counts nobody among the four it knows: zero, which is a value", async () => {
    expect(await gap("private-counted")).toMatchObject({ expected: 0, gap: 1, gapPercent: 100, status: "A" });
  });

  it("has no gap, rather than the whole figure, where nothing was recorded", async () => {
    expect(await gap("year-before-the-log")).toMatchObject({
      expected: null,
      gap: null,
      gapPercent: null,
      reason: "NO_EVENTS",
      reasonText: { fa: expect.stringMatching(/\S/), en: expect.stringMatching(/\w/) },
    });
  });

  it("has none where person-courses are set against persons", async () => {
    expect(await gap("courses-as-persons")).toMatchObject({ expected: 4, gap: null, reason: "UNITS_DIFFER" });
  });

  it("was not there before the director spoke", async () => {
    expect(await gaps({ asOf: "2023-04-09" })).toEqual([]);
  });

  it("follows the figure when the director puts it right, and keeps what was known before", async () => {
    await story.record([
      said({
        type: "FigureCorrected",
        on: "2023-08-01",
        id: uuid("corrected"),
        data: { figureId: "all", value: 4, reason: "One person was counted twice." },
      }),
    ]);
    expect(await gap("all-counted")).toMatchObject({ figure: { value: 4 }, gap: 0, gapPercent: 0 });
    expect(await gap("all-by-provider")).toMatchObject({ gap: 0 });
    expect(await gap("all-counted", "2023-07-31")).toMatchObject({ figure: { value: 5 }, gap: 1 });
  });
});
