import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { certificates } from "./certificates.ts";

const spec = specLedger([certificates]);

const assessed = (assessmentId: string, on: string, more = {}, words = {}) =>
  record("AssessmentTaken", on, { assessmentId, personRef: "ali", area: "IR-10", ...more }, words);
const issued = (on: string, more = {}, words = {}) =>
  record(
    "CertificateIssued",
    on,
    { certificateId: "k1", personRef: "ali", assessmentIds: ["a1", "a2"], ...more },
    words,
  );

const answerOf = async (indicator: string, asOf?: string) => {
  const period = { from: "1400", to: "1400" };
  const { observations } = await spec.planner.observations({
    indicator,
    period,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("counts the days from the last assessment, in the province of the last", async () => {
  await spec.ledger.commit([
    record("SkillStandardPublished", "2021-03-21", { standardId: "welding", isco08: ["75"] }),
    record("WorkerRegistered", "2021-04-01", { personRef: "ali", birthYear: 1990, sex: "M" }),
    assessed("a1", "2021-05-01"),
    assessed("a2", "2021-05-08", { area: "IR-20" }),
    issued("2021-05-20"),
  ]);
  expect(
    await spec.ledger.rows("certificates", ["on", "bin", "province", "age", "sex", "occupation"]),
  ).toEqual([
    { on: "2021-05-01", bin: 12, province: "IR-20", age: "Y30T34", sex: "M", occupation: "75", issued: 1 },
  ]);
});

it("knows no days where the assessment is unknown, and none below zero", async () => {
  await spec.ledger.commit([issued("2021-05-20")]);
  expect(await spec.ledger.rows("certificates", ["bin", "province", "sex"])).toEqual([
    { bin: -1, province: "_U", sex: "_U", issued: 1 },
  ]);
  expect(await answerOf("certificates_issued")).toEqual([1]);
  expect(await answerOf("days_to_certificate_median")).toEqual(["NO_DENOMINATOR"]);
  await spec.ledger.commit([assessed("a1", "2021-05-25")]);
  expect(await spec.ledger.rows("certificates", ["bin"])).toEqual([{ bin: 0, issued: 1 }]);
});

it("lets a revoked certificate leave the count on the day the revocation is known, in the month of its issue", async () => {
  await spec.ledger.commit([
    issued("2021-05-20"),
    record(
      "CertificateRevoked",
      "2021-07-01",
      { certificateId: "k1" },
      { id: "revoked", knownOn: "2021-08-01" },
    ),
    record(
      "EventRetracted",
      "2021-09-01",
      { retractionId: "r", retractedType: "CertificateRevoked" },
      { corrects: "revoked" },
    ),
  ]);
  expect(await answerOf("certificates_issued", "2021-07-31")).toEqual([1]);
  expect(await answerOf("certificates_issued", "2021-08-01")).toEqual([0]);
  expect(await answerOf("certificates_issued")).toEqual([1]);
});

it("moves late and corrected certificates", async () => {
  await spec.ledger.commit([
    assessed("a1", "2021-05-01"),
    issued("2021-05-11", { assessmentIds: ["a1"] }, { id: "one", knownOn: "2021-06-20" }),
    issued("2021-05-03", { assessmentIds: ["a1"] }, { corrects: "one", knownOn: "2021-06-21" }),
  ]);
  expect(await spec.ledger.rows("certificates", ["bin"], "2021-06-19")).toEqual([]);
  expect(await spec.ledger.rows("certificates", ["bin"], "2021-06-20")).toEqual([{ bin: 10, issued: 1 }]);
  expect(await spec.ledger.rows("certificates", ["bin"])).toEqual([{ bin: 2, issued: 1 }]);
});

it("counts a certificate reported twice once", async () => {
  await spec.ledger.commit([
    issued("2021-05-11"),
    issued("2021-05-11"),
    assessed("a1", "2021-05-10", {}, { knownOn: "2021-05-12" }),
  ]);
  expect(await spec.ledger.rows("certificates", ["bin"])).toEqual([{ bin: 1, issued: 1 }]);
});

it("gives the smallest number of days that half, and nine in ten, do not exceed", async () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
  await spec.ledger.commit([
    ...waits.map((_, n) => assessed(`a${n}`, "2021-05-01")),
    ...waits.map((days, n) =>
      issued(new Date(Date.UTC(2021, 4, 1 + days)).toISOString().slice(0, 10), {
        certificateId: `k${n}`,
        assessmentIds: [`a${n}`],
      }),
    ),
  ]);
  expect(await answerOf("days_to_certificate_median")).toEqual([5]);
  expect(await answerOf("days_to_certificate_p90")).toEqual([9]);
});
