import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Ledger, openLedger } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import type { ObservationQuery } from "./observation-query.ts";
import { openPlanner } from "./planner.ts";

let ledger: Ledger;
let planner: Awaited<ReturnType<typeof openPlanner>>;
beforeAll(async () => {
  ledger = await openLedger([]);
  planner = await openPlanner({
    database: ledger.database,
    indicators: [],
    today: () => "2026-06-10",
    connections: 1,
  });
});
beforeEach(() => ledger.clear());
afterAll(() => {
  planner.close();
  ledger.close();
});

const UNEMPLOYMENT = "SL.UEM.TOTL.ZS";
const observed = (vintageOn: string, data: Readonly<Record<string, unknown>>, words = {}) =>
  record(
    "ObservationImported",
    `${data["period"]}-12-31`,
    {
      datasetId: `wb-${vintageOn}`,
      series: UNEMPLOYMENT,
      refArea: "IRN",
      frequency: "A",
      vintageOn,
      ...data,
    },
    { knownOn: "2026-06-02", ...words },
  );

const ask = async (question: Omit<ObservationQuery, "indicator">, indicator = UNEMPLOYMENT) => {
  const { observations } = await planner.observations({ indicator, ...question });
  return observations.map(({ coordinates, period, value, reason, status }) => [
    ...coordinates.map(({ code }) => code),
    period.code,
    value ?? reason,
    status,
  ]);
};
const codeOf = (failing: Promise<unknown>) =>
  failing.then(
    () => "nothing was refused",
    (error) => error.code,
  );

const twoVintages = [
  observed("2022-01-21", { period: "2019", value: 10.74 }),
  observed("2022-01-21", { period: "2020", value: 10.96 }),
  observed("2026-05-31", { period: "2020", value: 9.687 }),
];
const year2020 = { period: { from: "2020", to: "2020" } };

it("is known from the day its provider published it, whenever it was imported", async () => {
  await ledger.commit(twoVintages);
  expect(await ask({ ...year2020, asOf: "2022-06-30" })).toEqual([["2020", 10.96, "A"]]);
  expect(await ask({ ...year2020, asOf: "2026-06-01" })).toEqual([["2020", 9.687, "A"]]);
  expect(await ask(year2020)).toEqual([["2020", 9.687, "A"]]);
  expect(await ask({ ...year2020, asOf: "2022-01-20" })).toEqual([["2020", "NO_OBSERVATION", "M"]]);
  expect((await planner.observations({ indicator: UNEMPLOYMENT, asOf: "2022-06-30" })).vintage.asOf).toBe(
    "2022-01-21",
  );
});

it("keeps what only an older vintage has", async () => {
  await ledger.commit(twoVintages);
  expect(await ask({})).toEqual([
    ["2019", 10.74, "A"],
    ["2020", 9.687, "A"],
  ]);
});

it("is without data, not zero, for a country that has none, a year that has none and a series that nobody imported", async () => {
  await ledger.commit([
    ...twoVintages,
    observed("2026-05-31", { period: "2021", value: 0 }),
    observed("2026-05-31", { period: "2022" }),
  ]);
  const where = [{ dimension: "country", values: ["IRN", "TUR"] }];
  expect(await ask({ ...year2020, where, by: ["country"] })).toEqual([
    ["IRN", "2020", 9.687, "A"],
    ["TUR", "2020", "NO_OBSERVATION", "M"],
  ]);
  expect(await ask({ period: { from: "2021", to: "2023" } })).toEqual([
    ["2021", 0, "A"],
    ["2022", "NO_OBSERVATION", "M"],
    ["2023", "NO_OBSERVATION", "M"],
  ]);
  expect(
    await ask({ ...year2020, where: [{ dimension: "country", values: ["IRN"] }] }, "ILR_TUMT_NOC_RT_A"),
  ).toEqual([["2020", "NOT_IMPORTED", "M"]]);
});

it("keeps the newer of two vintages that has no value any more: withdrawn, not the old one", async () => {
  await ledger.commit([...twoVintages, observed("2026-06-01", { period: "2020" })]);
  expect(await ask(year2020)).toEqual([["2020", "NO_OBSERVATION", "M"]]);
});

it("is of the recorded alone once anything of a country is recorded, on every day, and no longer marked", async () => {
  const simulated = (refArea: string) =>
    observed("2023-02-14", { period: "2020", value: 7, refArea }, { synthetic: true });
  const byCountry = async (asOf?: string) => {
    const question = { indicator: UNEMPLOYMENT, ...year2020, by: ["country"] };
    const { observations, isSynthetic } = await planner.observations(
      asOf === undefined ? question : { ...question, asOf },
    );
    return [isSynthetic, ...observations.map(({ value, reason }) => value ?? reason)];
  };
  const isSimulated = async () => (await planner.indicator(UNEMPLOYMENT))?.isSimulated;
  await ledger.commit([simulated("IRN"), simulated("TUR")]);
  expect(await byCountry()).toEqual([true, 7, 7]);
  expect(await isSimulated()).toBe(true);
  await ledger.commit([observed("2022-01-21", { period: "2020", value: 10.96 })]);
  expect(await byCountry()).toEqual([true, 10.96, 7]);
  expect(await isSimulated()).toBe(false);
  await ledger.commit([observed("2022-01-21", { period: "2019", value: 13.7, refArea: "TUR" })]);
  expect(await byCountry()).toEqual([false, 10.96, "NO_OBSERVATION"]);
  expect(await byCountry("2021-12-31")).toEqual([false]);
});

it("cannot be summed over what it is broken down by", async () => {
  await ledger.commit([
    ...twoVintages,
    observed("2026-05-31", { refArea: "TUR", period: "2020", value: 13.1 }),
  ]);
  expect(await codeOf(ask(year2020))).toBe("AMBIGUOUS");
  expect(await ask({ ...year2020, where: [{ dimension: "country", values: ["TUR"] }] })).toEqual([
    ["2020", 13.1, "A"],
  ]);
  expect(await codeOf(ask({ by: ["province"] }))).toBe("UNKNOWN_DIMENSION");
  expect(await codeOf(ask({ calendar: "JALALI" }))).toBe("UNSUPPORTED_CALENDAR");
  expect(await codeOf(ask({}, "SL.UEM"))).toBe("UNKNOWN_INDICATOR");
});

it("follows the statuses of its provider: estimated, suppressed, corrected", async () => {
  await ledger.commit([
    observed("2026-05-31", { period: "2019", value: 5, basis: "MODELLED" }),
    observed("2026-05-31", { period: "2020", value: 6, obsStatus: "C" }),
    observed("2026-05-31", { period: "2021", value: 7 }, { id: "wrong" }),
    observed("2026-05-31", { period: "2021", value: 8 }, { corrects: "wrong" }),
  ]);
  expect(await ask({})).toEqual([
    ["2019", 5, "E"],
    ["2020", "NO_OBSERVATION", "Q"],
    ["2021", 8, "A"],
  ]);
});

it("keeps each flag of several, in letters of any size, and the one that warns most is the status", async () => {
  const flags = {
    "2014": "B",
    "2015": "BU",
    "2016": "u",
    "2017": "b",
    "2018": "PB",
    "2019": "uc",
    "2020": "A",
  };
  await ledger.commit(
    Object.entries(flags).map(([period, obsStatus]) =>
      observed("2026-05-31", { period, value: 1, obsStatus }),
    ),
  );
  expect((await ask({})).map(([, , status]) => status)).toEqual(["B", "U", "U", "B", "P", "Q", "A"]);
});

const figure = (figureId: string, data: Readonly<Record<string, unknown>>, words = {}) =>
  record("FigureReported", "2023-08-03", { figureId, ...data }, words);
const relation = (relationId: string, kind: string, [left, ...right]: readonly string[], more = {}) =>
  record("FigureRelationDeclared", "2023-08-03", { relationId, kind, left, right, ...more });
const slice = { first: 10, after: 0 };

it("finds the sum that does not add up, and the gap", async () => {
  await ledger.commit([
    figure("all", { value: 2_861_000 }),
    figure("state", { value: 1_039_000 }),
    figure("private", { value: 1_463_000 }),
    figure("half", { value: 1_430_500 }),
    relation("sum", "SUM", ["all", "state", "private"]),
    relation("holds", "SUM", ["all", "half", "half"]),
  ]);
  const { total, items } = await planner.inconsistencies(slice);
  expect([total, items.length]).toEqual([1, 1]);
  expect(items[0]).toMatchObject({ relationId: "sum", expected: 2_502_000, gap: 359_000, tolerance: 0 });
  expect(items[0]?.gapPercent).toBeCloseTo(12.548, 3);
  expect(items[0]?.right.map(({ figureId }) => figureId)).toEqual(["state", "private"]);
});

it("bears a gap within the tolerance, and judges differences, parts and ratios", async () => {
  await ledger.commit([
    figure("a", { value: 100 }),
    figure("b", { value: 90 }),
    figure("c", { value: 20 }),
    figure("share", { value: 22, unit: "PERCENT" }),
    relation("within", "SUM", ["a", "b"], { tolerance: 0.1 }),
    relation("difference", "DIFFERENCE", ["c", "a", "b"]),
    relation("part", "PART_OF", ["a", "b"]),
    relation("real-part", "PART_OF", ["c", "b"]),
    relation("ratio", "RATIO", ["share", "c", "b"]),
  ]);
  const { items } = await planner.inconsistencies(slice);
  expect(items.map(({ relationId, expected, gap }) => [relationId, expected, gap]).sort()).toEqual([
    ["difference", 10, 10],
    ["part", 90, 10],
    ["ratio", (20 / 90) * 100, 22 - (20 / 90) * 100],
  ]);
});

it("compares texts that should be the same: dates that differ", async () => {
  await ledger.commit([
    figure("signed", { valueText: "2023-08-03" }),
    figure("told", { valueText: "2023-08-02" }),
    figure("again", { valueText: "2023-08-03" }),
    relation("dates", "SAME_AS", ["signed", "told"]),
    relation("fine", "SAME_AS", ["signed", "again"]),
  ]);
  const { items } = await planner.inconsistencies(slice);
  expect(items.map(({ relationId, gap, left }) => [relationId, gap, left.valueText])).toEqual([
    ["dates", null, "2023-08-03"],
  ]);
});

it("sets a date against the day of the week that is stated with it", async () => {
  await ledger.commit([
    figure("right", { valueText: "2021-05-10", unit: "DATE", weekday: "MONDAY" }),
    figure("wrong", { valueText: "2021-05-11", unit: "DATE", weekday: "MONDAY" }),
  ]);
  const { items } = await planner.inconsistencies(slice);
  expect(items).toMatchObject([
    { relationId: "wrong", reason: "WEEKDAY_DIFFERS", expectedText: "TUESDAY", gap: null },
  ]);
});

it("lets the last word on a figure stand, and offers misprints for a sum that fails", async () => {
  await ledger.commit([
    figure("whole", { value: 130 }),
    figure("one", { value: 70 }),
    figure("two", { value: 99 }),
    relation("sum", "SUM", ["whole", "one", "two"]),
    figure("two", { value: 6 }),
  ]);
  const { items } = await planner.inconsistencies(slice);
  expect(items).toMatchObject([{ relationId: "sum", expected: 76, gap: 54 }]);
  // 60 + 70 = 130: the second lost its nought.
  expect(items[0]?.hypotheses[0]?.edits).toMatchObject([{ figureId: "two", from: 6, to: 60 }]);
});

it("drops a retracted figure and what was stated about it, and shows a corrected one as corrected", async () => {
  await ledger.commit([
    figure("all", { value: 10 }, { id: "all" }),
    figure("part", { value: 4 }, { id: "part" }),
    relation("sum", "SUM", ["all", "part"]),
    figure("part", { value: 5 }, { corrects: "part" }),
  ]);
  expect((await planner.figures(slice)).items.map(({ figureId, value }) => [figureId, value])).toEqual([
    ["all", 10],
    ["part", 5],
  ]);
  expect((await planner.inconsistencies(slice)).items.map(({ gap }) => gap)).toEqual([5]);
  await ledger.commit([
    record(
      "EventRetracted",
      "2023-08-04",
      { retractionId: "r", retractedType: "FigureReported" },
      { corrects: "all" },
    ),
  ]);
  expect((await planner.figures(slice)).items.map(({ figureId }) => figureId)).toEqual(["part"]);
  expect((await planner.inconsistencies(slice)).total).toBe(0);
});

it("puts what corrects a figure in its place, and keeps what was first stated next to it", async () => {
  await ledger.commit([
    figure("all", { value: 10 }),
    figure("part", { value: 4 }),
    relation("sum", "SUM", ["all", "part"]),
    record("FigureCorrected", "2023-09-01", {
      figureId: "part",
      value: 10,
      reason: "a misprint",
      evidence: "page 2",
    }),
  ]);
  expect((await planner.inconsistencies(slice)).total).toBe(0);
  const { items } = await planner.figures(slice);
  expect(items.map(({ value }) => value)).toEqual([10, 10]);
  expect(items.map(({ correction }) => correction)).toEqual([
    null,
    {
      value: 4,
      valueText: null,
      reason: "a misprint",
      evidence: "page 2",
      on: "2023-09-01",
      by: "urn:karnameh:newsroom:spec",
    },
  ]);
  await ledger.commit([figure("part", { value: 6 })]);
  expect((await planner.figures(slice)).items.map(({ value }) => value)).toEqual([10, 6]);
});

it("leaves out a figure that was retracted, until it is corrected or reported again", async () => {
  const values = async () =>
    (await planner.figures(slice)).items.map(({ figureId, value }) => [figureId, value]);
  await ledger.commit([
    figure("all", { value: 10 }),
    figure("part", { value: 4 }),
    relation("sum", "SUM", ["all", "part"]),
  ]);
  expect((await planner.inconsistencies(slice)).total).toBe(1);
  await ledger.commit([record("FigureRetracted", "2023-09-01", { figureId: "part", reason: "not ours" })]);
  expect((await planner.inconsistencies(slice)).total).toBe(0);
  expect(await values()).toEqual([["all", 10]]);
  await ledger.commit([
    record("FigureCorrected", "2023-09-02", { figureId: "part", value: 7, reason: "ours" }),
  ]);
  expect(await values()).toEqual([
    ["all", 10],
    ["part", 7],
  ]);
});

it("keeps a finding that was explained or dismissed, with who stated what", async () => {
  await ledger.commit([
    figure("all", { value: 10 }),
    figure("part", { value: 4 }),
    figure("other", { value: 5 }),
    relation("one", "SUM", ["all", "part"]),
    relation("two", "SUM", ["all", "other"]),
  ]);
  const [first] = (await planner.inconsistencies(slice)).items;
  expect(first).toMatchObject({ relationId: "one", status: "OPEN", remarks: [] });
  const explanation = { fa: "یکی دوره است", en: "One counts courses" };
  const found = { inconsistencyId: "ours", relationId: "two", gap: 5, severity: "WARNING" };
  await ledger.commit([
    record("InconsistencyExplained", "2023-09-01", { inconsistencyId: first?.inconsistencyId, explanation }),
    record("InconsistencyDetected", "2023-09-01", found),
    record("InconsistencyDismissed", "2023-09-02", { inconsistencyId: "ours", reason: "Not one thing" }),
  ]);
  const said = { evidence: null, by: "urn:karnameh:newsroom:spec" };
  expect((await planner.inconsistencies(slice)).items).toMatchObject([
    {
      relationId: "one",
      status: "EXPLAINED",
      remarks: [{ ...said, status: "EXPLAINED", text: explanation, on: "2023-09-01" }],
    },
    {
      relationId: "two",
      status: "DISMISSED",
      remarks: [{ ...said, status: "DISMISSED", text: { en: "Not one thing" }, on: "2023-09-02" }],
    },
  ]);
});

it("finds figures by their words, page by page, and takes no word for SQL", async () => {
  await ledger.commit(
    ["f1", "f2", "f3"].map((id, n) =>
      figure(id, { value: n, subject: { fa: "کارآموز", en: `Welders ${n}` } }),
    ),
  );
  expect(await planner.figures({ first: 2, after: 1 })).toMatchObject({
    total: 3,
    items: [{ figureId: "f2" }, { figureId: "f3" }],
  });
  expect((await planner.figures(slice, "welders 2")).items.map(({ figureId }) => figureId)).toEqual(["f3"]);
  expect((await planner.figures(slice, "' or '1'='1")).total).toBe(0);
});
