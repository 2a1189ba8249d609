import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { attempts } from "./attempts.ts";

const spec = specLedger([attempts]);

const taken = (who: string, assessmentId: string, on: string, more = {}) =>
  record("AssessmentTaken", on, { assessmentId, personRef: who, ...more });
const graded = (assessmentId: string, isPassed: boolean, on: string, words = {}) =>
  record("AssessmentGraded", on, { assessmentId, score: isPassed ? 80 : 40, isPassed }, words);

const rate = async (asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "pass_rate",
    period: { from: "1400", to: "1400" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("is first attempts passed over first attempts graded; a second attempt changes nothing", async () => {
  await spec.ledger.commit([
    ...["ali", "reza", "sara", "mina"].map((who) => taken(who, `${who} 1`, "2021-05-01")),
    graded("ali 1", true, "2021-05-03"),
    graded("reza 1", false, "2021-05-03"),
    graded("sara 1", true, "2021-05-03"),
    graded("mina 1", true, "2021-05-03"),
    taken("reza", "reza 2", "2021-06-01"),
    graded("reza 2", true, "2021-06-02"),
  ]);
  expect(await rate()).toEqual([[3, 4, 75]]);
});

it("counts theory and practical, and each standard, separately", async () => {
  await spec.ledger.commit([
    taken("ali", "a1", "2021-05-01", { mode: "THEORY" }),
    taken("ali", "a2", "2021-05-02"),
    taken("ali", "a3", "2021-05-03", { standardId: "carpentry" }),
    graded("a1", true, "2021-05-04"),
    graded("a2", false, "2021-05-04"),
    graded("a3", true, "2021-05-04"),
  ]);
  expect(await rate()).toEqual([[2, 3, (2 / 3) * 100]]);
});

it("is a rate of nothing where the first attempt has no grade yet, though a later one has", async () => {
  await spec.ledger.commit([
    taken("ali", "a1", "2021-05-01"),
    taken("ali", "a2", "2021-06-01"),
    graded("a2", true, "2021-06-02"),
  ]);
  expect(await rate()).toEqual(["NO_EVENTS"]);
});

it("follows a late sitting that turns out to be the first, a corrected grade and a retracted sitting", async () => {
  await spec.ledger.commit([
    taken("ali", "a2", "2021-05-10"),
    graded("a2", true, "2021-05-12", { id: "grade" }),
    record(
      "AssessmentTaken",
      "2021-05-01",
      { assessmentId: "a1", personRef: "ali" },
      { id: "late", knownOn: "2021-06-01" },
    ),
    graded("a1", false, "2021-05-02", { knownOn: "2021-06-01" }),
    record(
      "EventRetracted",
      "2021-06-02",
      { retractionId: "r", retractedType: "AssessmentTaken" },
      { corrects: "late" },
    ),
    graded("a2", false, "2021-05-12", { corrects: "grade", knownOn: "2021-06-03" }),
  ]);
  expect(await rate("2021-05-31")).toEqual([[1, 1, 100]]);
  expect(await rate("2021-06-01")).toEqual([[0, 1, 0]]);
  expect(await rate("2021-06-02")).toEqual([[1, 1, 100]]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});

it("counts a sitting and a grade recorded twice once, and posts on the day of the grading", async () => {
  await spec.ledger.commit([
    taken("ali", "a1", "2021-05-01"),
    taken("ali", "a1", "2021-05-01"),
    graded("a1", true, "2021-06-25"),
    graded("a1", true, "2021-06-25"),
  ]);
  expect(await spec.ledger.rows("attempts", ["on", "province", "sex"])).toEqual([
    { on: "2021-06-22", province: "IR-23", sex: "_U", graded: 1, passed: 1 },
  ]);
});
