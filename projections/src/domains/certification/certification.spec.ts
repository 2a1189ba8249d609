import { expect, it } from "vitest";
import type { ObservationQuery } from "../../planner/observation-query.ts";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { certification } from "./certification.ts";

const spec = specLedger([certification]);

const assessed = (who: string, assessmentId: string, on: string, words = {}) =>
  record("AssessmentTaken", on, { assessmentId, personRef: who, area: "IR-10" }, words);
const issued = (who: string, assessmentIds: readonly string[], on: string, words = {}) =>
  record("CertificateIssued", on, { certificateId: `k ${who}`, personRef: who, assessmentIds }, words);

/** Something known much later, so that the ninety days after 1400 have passed. */
const muchLater = record("CertificateRevoked", "2022-06-19", { certificateId: "of nobody" });

const rate = async (question: Omit<ObservationQuery, "indicator"> = {}) => {
  const { observations } = await spec.planner.observations({
    indicator: "certification_rate",
    period: { from: "1400", to: "1400" },
    ...question,
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("is persons certified over persons assessed, each once", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    assessed("ali", "a2", "2021-05-02"),
    assessed("reza", "a3", "2021-05-02"),
    assessed("sara", "a4", "2021-05-03"),
    assessed("mina", "a5", "2021-05-03"),
    issued("ali", ["a1", "a2"], "2021-06-10"),
    muchLater,
  ]);
  expect(await rate()).toEqual([[1, 4, 25]]);
});

it("has no denominator where nobody was assessed, and no events outside what is known", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    assessed("ali", "a2", "2021-07-01"),
    muchLater,
  ]);
  const months = { frequency: "MONTH", period: { from: "1400-01", to: "1400-05" } } as const;
  expect(await rate(months)).toEqual(["NO_EVENTS", [0, 1, 0], "NO_DENOMINATOR", [0, 1, 0], "NO_EVENTS"]);
});

it("counts a certificate in the period of its assessment, whenever it was issued", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    assessed("ali", "a2", "2021-07-01"),
    issued("ali", ["a2"], "2021-09-01"),
    muchLater,
  ]);
  expect(await rate({ frequency: "MONTH", period: { from: "1400-02", to: "1400-04" } })).toEqual([
    [0, 1, 0],
    "NO_DENOMINATOR",
    [1, 1, 100],
  ]);
});

it("falls when a certificate is revoked, from the day that is known", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    issued("ali", ["a1"], "2021-05-10"),
    muchLater,
    record("CertificateRevoked", "2022-07-01", { certificateId: "k ali" }),
  ]);
  expect(await rate({ asOf: "2022-06-30" })).toEqual([[1, 1, 100]]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});

it("moves late, corrected and retracted assessments", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01", { id: "one", knownOn: "2022-07-01" }),
    assessed("reza", "a1", "2021-04-01", { id: "two", corrects: "one", knownOn: "2022-07-02" }),
    assessed("mina", "a2", "2021-05-01", { knownOn: "2022-07-03" }),
    record(
      "EventRetracted",
      "2022-07-04",
      { retractionId: "r", retractedType: "AssessmentTaken" },
      { corrects: "two" },
    ),
  ]);
  const cells = (asOf: string) => spec.ledger.rows("certification", ["on"], asOf);
  expect((await cells("2022-07-01")).map(({ on }) => on)).toEqual(["2021-05-01"]);
  expect((await cells("2022-07-02")).map(({ on }) => on)).toEqual(["2021-04-01"]);
  expect(await rate({ asOf: "2022-07-03" })).toEqual([[0, 2, 0]]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});

it("counts a sitting reported twice once, and describes the unknown as unknown, and no provider where none trained", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    assessed("ali", "a1", "2021-05-01"),
    muchLater,
  ]);
  const by = ["province", "sex", "age", "education", "occupation", "provider"];
  const { observations } = await spec.planner.observations({ indicator: "certification_rate", by });
  expect(
    observations.map(({ coordinates, denominator }) => [...coordinates.map(({ code }) => code), denominator]),
  ).toEqual([["IR-10", "_U", "_U", "_U", "_U", "_Z", 1]]);
});

it("has no value until ninety days after the period, while certificates are still being made", async () => {
  await spec.ledger.commit([
    assessed("ali", "a1", "2021-05-01"),
    record("CertificateRevoked", "2022-06-17", { certificateId: "of nobody" }),
    record("CertificateRevoked", "2022-06-18", { certificateId: "of somebody" }),
  ]);
  expect(await rate({ asOf: "2022-06-17" })).toEqual(["WINDOW_OPEN"]);
  expect(await rate()).toEqual([[0, 1, 0]]);
});

it("has the provider of the course whose enrolment the assessment names, also where it is announced late or corrected", async () => {
  const course = (provider: string, words = {}) =>
    record("CourseScheduled", "2021-04-01", { courseId: "c1", endsOn: "2021-05-01", provider }, words);
  const enrolled = (who: string, words = {}) =>
    record(
      "TraineeEnrolled",
      "2021-04-01",
      { enrolmentId: `e ${who}`, courseId: "c1", personRef: who },
      words,
    );
  const sat = (who: string, enrolment?: string) =>
    record("AssessmentTaken", "2021-05-02", {
      assessmentId: `a ${who}`,
      personRef: who,
      ...(enrolment !== undefined && { enrolmentId: enrolment }),
    });
  await spec.ledger.commit([
    course("PRIVATE_SCHOOL", { id: "course" }),
    enrolled("ali"),
    sat("ali", "e ali"),
    sat("reza", "e reza"), // whose enrolment is recorded late
    sat("sara"), // without training
    issued("ali", ["a ali"], "2021-06-10"),
    muchLater,
    enrolled("reza", { knownOn: "2022-07-01" }),
    course("STATE_CENTRE", { corrects: "course", knownOn: "2022-07-02" }),
  ]);
  const byProvider = async (asOf: string) => {
    const { observations } = await spec.planner.observations({
      indicator: "certification_rate",
      by: ["provider"],
      period: { from: "1400", to: "1400" },
      asOf,
    });
    return observations.map(({ coordinates, numerator, denominator }) => [
      coordinates[0]?.code,
      numerator,
      denominator,
    ]);
  };
  expect(await byProvider("2022-06-30")).toEqual([
    ["PRIVATE_SCHOOL", 1, 1],
    ["_U", 0, 1],
    ["_Z", 0, 1],
  ]);
  expect(await byProvider("2022-07-01")).toEqual([
    ["PRIVATE_SCHOOL", 1, 2],
    ["_Z", 0, 1],
  ]);
  expect(await byProvider("2022-07-02")).toEqual([
    ["STATE_CENTRE", 1, 2],
    ["_Z", 0, 1],
  ]);
});
