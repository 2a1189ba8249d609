import { describe, expect, it } from "vitest";
import { trainees } from "../domains/training/trainees.ts";
import { training } from "../domains/training/training.ts";
import { record } from "../testing/record.ts";
import { specLedger } from "../testing/spec-ledger.ts";
import type { ClaimGapRow } from "./claim-gap.ts";
import type { ClaimGapFilter } from "./port.ts";

const spec = specLedger([training, trainees]);
const slice = { first: 10, after: 0 };

const figure = (figureId: string, value: number | undefined, more = {}, words = {}) =>
  record("FigureReported", "2023-08-03", { figureId, value, ...more }, words);
const relation = (relationId: string, kind: string, [left, ...right]: readonly string[]) =>
  record("FigureRelationDeclared", "2023-08-03", { relationId, kind, left, right });
const measured = (relationId: string, figureId: string, more = {}) =>
  record("FigureIndicatorDeclared", "2023-08-03", {
    relationId,
    figureId,
    indicator: "trainees_person_courses",
    period: "1400",
    ...more,
  });
const course = (courseId: string, provider: string) =>
  record("CourseScheduled", "2021-04-01", { courseId, endsOn: "2021-05-10", provider });
const completed = (enrolmentId: string, courseId: string, words = {}) =>
  record(
    "TrainingCompleted",
    "2021-05-10",
    { enrolmentId, courseId, personRef: `of ${enrolmentId}` },
    { knownOn: "2022-04-01", ...words },
  );
/** Three completions of 1400: two in a state centre, one in a private school. */
const courses = [
  course("c1", "STATE_CENTRE"),
  course("c2", "PRIVATE_SCHOOL"),
  completed("e1", "c1"),
  completed("e2", "c1"),
  completed("e3", "c2"),
];
const PERSON_COURSES = { unit: "PERSON_COURSES" };

const gaps = async (asked: ClaimGapFilter = {}) => (await spec.planner.claimGaps(slice, asked)).items;
const rowOf = ({ relationId, expected, gap, gapPercent, reason }: ClaimGapRow) => [
  relationId,
  expected,
  gap,
  gapPercent,
  reason,
];

describe("a figure and the figures that lead to it", () => {
  it("have a gap in their unit and in percent of what is stated, also where they agree", async () => {
    await spec.ledger.commit([
      figure("all", 2_861_000),
      figure("state", 1_039_000),
      figure("private", 1_463_000),
      figure("half", 1_430_500),
      relation("difference", "DIFFERENCE", ["private", "all", "state"]),
      relation("holds", "SUM", ["all", "half", "half"]),
      relation("same", "SAME_AS", ["half", "state"]),
      relation("sum", "SUM", ["all", "state", "private"]),
    ]);
    const found = await gaps();
    expect(found.map(({ relationId, expected, gap }) => [relationId, expected, gap])).toEqual([
      ["difference", 1_822_000, -359_000],
      ["holds", 2_861_000, 0],
      ["same", 1_039_000, 391_500],
      ["sum", 2_502_000, 359_000],
    ]);
    expect(found[1]?.gapPercent).toBe(0);
    expect(found[3]?.gapPercent).toBeCloseTo(12.548, 3);
    expect(found[3]).toMatchObject({ kind: "SUM", measured: null, status: null, isSynthetic: false });
  });

  it("have none where a part claims less, or a quotient of two claims nothing", async () => {
    await spec.ledger.commit([
      figure("all", 100),
      figure("part", 60),
      relation("part", "PART_OF", ["part", "all"]),
      relation("quotient", "RATIO", ["part", "all"]),
    ]);
    expect(await gaps()).toEqual([]);
  });

  it("have a reason in the place of a gap that means nothing", async () => {
    await spec.ledger.commit([
      figure("persons", 100),
      figure("courses", 60, PERSON_COURSES),
      figure("stock", 60, { kind: "STOCK" }),
      figure("day", undefined, { valueText: "2023-08-03", unit: "DATE" }),
      figure("zero", 0),
      figure("share", 20, { unit: "PERCENT", kind: "RATE" }),
      relation("day", "SAME_AS", ["persons", "day"]),
      relation("lost", "SUM", ["persons", "stock", "nobody-said-this"]),
      relation("ratio", "RATIO", ["share", "persons", "zero"]),
      relation("stock", "SAME_AS", ["persons", "stock"]),
      relation("units", "SAME_AS", ["persons", "courses"]),
    ]);
    expect((await gaps()).map(rowOf)).toEqual([
      ["day", null, null, null, "NOT_A_NUMBER"],
      ["lost", null, null, null, "NOT_STATED"],
      ["ratio", null, null, null, "NO_DENOMINATOR"],
      ["stock", null, null, null, "STOCK_AGAINST_FLOW"],
      ["units", null, null, null, "UNITS_DIFFER"],
    ]);
  });

  it("have no percentage of zero", async () => {
    await spec.ledger.commit([figure("a", 0), figure("b", 5), relation("r", "SAME_AS", ["a", "b"])]);
    expect((await gaps()).map(rowOf)).toEqual([["r", 5, -5, null, null]]);
  });
});

describe("a figure and what the events count", () => {
  it("have a gap, under the cuts that were declared", async () => {
    const state = [{ dimension: "provider", member: "STATE_CENTRE" }];
    const both = [...state, { dimension: "provider", member: "PRIVATE_SCHOOL" }];
    await spec.ledger.commit([
      ...courses,
      figure("stated", 4, PERSON_COURSES),
      measured("all", "stated"),
      measured("both", "stated", { where: both }),
      measured("state", "stated", { where: state }),
    ]);
    expect((await gaps()).map(rowOf)).toEqual([
      ["all", 3, 1, 25, null],
      ["both", 3, 1, 25, null],
      ["state", 2, 2, 50, null],
    ]);
    expect((await gaps())[1]).toMatchObject({
      kind: null,
      components: [],
      measured: { where: [{ dimension: "provider", values: ["STATE_CENTRE", "PRIVATE_SCHOOL"] }] },
      status: "A",
    });
  });

  it("take what may be persons or person-courses as what it is set against, and nothing else", async () => {
    await spec.ledger.commit([
      ...courses,
      figure("either", 4, { unit: "PERSONS_AMBIGUOUS" }),
      figure("persons", 4),
      measured("either-courses", "either"),
      measured("either-persons", "either", { indicator: "trainees" }),
      measured("persons-courses", "persons"),
    ]);
    expect((await gaps()).map(rowOf)).toEqual([
      ["either-courses", 3, 1, 25, null],
      ["either-persons", 3, 1, 25, null],
      ["persons-courses", 3, null, null, "UNITS_DIFFER"],
    ]);
  });

  it("have no gap, rather than all of the figure, where nothing was counted", async () => {
    await spec.ledger.commit([
      ...courses,
      figure("stated", 4, PERSON_COURSES),
      measured("before", "stated", { period: "1390" }),
      measured("series", "stated", { indicator: "ILR_TUMT_NOC_RT_A", period: "2020" }),
    ]);
    expect((await gaps()).map(rowOf)).toEqual([
      ["before", null, null, null, "NO_EVENTS"],
      // Percent, of which nothing was imported, against person-courses.
      ["series", null, null, null, "UNITS_DIFFER"],
    ]);
  });

  it("say what was wrong with an indicator that cannot be asked so", async () => {
    await spec.ledger.commit([
      ...courses,
      figure("stated", 4, PERSON_COURSES),
      measured("cut", "stated", { where: [{ dimension: "moon", member: "full" }] }),
      measured("none", "stated", { indicator: "happiness" }),
    ]);
    const found = await gaps();
    expect(found.map(rowOf)).toEqual([
      ["cut", null, null, null, "INVALID_QUERY"],
      ["none", null, null, null, "INVALID_QUERY"],
    ]);
    expect(found.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("'moon'"),
      expect.stringContaining("'happiness'"),
    ]);
  });

  it("say where it rests on simulation", async () => {
    await spec.ledger.commit([
      ...courses,
      completed("e4", "c2", { synthetic: true }),
      figure("stated", 4, PERSON_COURSES),
      measured("r", "stated"),
    ]);
    expect(await gaps()).toMatchObject([{ gap: 0, gapPercent: 0, isSynthetic: true }]);
  });
});

describe("as of a day", () => {
  it("are the figures, what ties them and what is counted as they were known then", async () => {
    await spec.ledger.commit([
      ...courses,
      figure("stated", 4, PERSON_COURSES),
      figure("again", 5, PERSON_COURSES),
      relation("same", "SAME_AS", ["stated", "again"]),
      measured("tied", "stated"),
    ]);
    await spec.ledger.commit([
      completed("e4", "c1", { knownOn: "2023-09-01" }),
      record("FigureCorrected", "2023-10-01", { figureId: "stated", value: 5, reason: "a misprint" }),
      record("FigureRetracted", "2023-11-01", { figureId: "again", reason: "not ours" }),
    ]);
    expect((await gaps({ asOf: "2023-08-02" })).map(rowOf)).toEqual([]);
    expect((await gaps({ asOf: "2023-08-31" })).map(rowOf)).toEqual([
      ["same", 5, -1, -25, null],
      ["tied", 3, 1, 25, null],
    ]);
    expect((await gaps({ asOf: "2023-09-30" })).map(rowOf)).toEqual([
      ["same", 5, -1, -25, null],
      ["tied", 4, 0, 0, null],
    ]);
    expect((await gaps({ asOf: "2023-10-01" })).map(rowOf)).toEqual([
      ["same", 5, 0, 0, null],
      ["tied", 4, 1, 20, null],
    ]);
    expect((await gaps()).map(rowOf)).toEqual([
      ["same", null, null, null, "NOT_STATED"],
      ["tied", 4, 1, 20, null],
    ]);
  });

  it("must be a day", async () => {
    await expect(gaps({ asOf: "1402-05-32" })).rejects.toMatchObject({ code: "BAD_DAY" });
  });
});

it("are recorded for one measure, page by page, in the order of the relations", async () => {
  await spec.ledger.commit([
    figure("a", 4),
    figure("b", 4, { measure: "certificates" }),
    ...["r3", "r1", "r2"].map((id) => relation(id, "SAME_AS", ["a", "b"])),
    relation("r4", "SAME_AS", ["b", "a"]),
  ]);
  expect(await spec.planner.claimGaps({ first: 1, after: 1 }, { measure: "trainees" })).toMatchObject({
    total: 3,
    items: [{ relationId: "r2" }],
  });
  expect((await gaps({ measure: "certificates" })).map(({ relationId }) => relationId)).toEqual(["r4"]);
});
