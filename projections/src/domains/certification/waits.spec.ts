import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { waits } from "./waits.ts";

const spec = specLedger([waits]);

const taken = (who: string, on: string, more = {}, words = {}) =>
  record("AssessmentTaken", on, { assessmentId: `a ${who}`, personRef: who, ...more }, words);
const issued = (who: string, on: string, words = {}) =>
  record(
    "CertificateIssued",
    on,
    { certificateId: `k ${who}`, personRef: who, assessmentIds: [`a ${who}`] },
    words,
  );
const graded = (who: string, isPassed: boolean, on: string) =>
  record("AssessmentGraded", on, { assessmentId: `a ${who}`, score: isPassed ? 80 : 20, isPassed });

const days = async (q: "median" | "p90", asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: `certificate_wait_days_${q}`,
    period: { from: "1400", to: "1400" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, denominator, reason }) =>
    value === null ? reason : [value, denominator],
  );
};

// On 31 May 2021 a, c and e have waited 10, 20 and 30 days for theirs; b, d and f still wait.
const six = [
  taken("a", "2021-05-01"),
  taken("b", "2021-05-01", {}, { knownOn: "2021-05-02" }),
  taken("c", "2021-05-02", {}, { knownOn: "2021-05-02" }),
  taken("e", "2021-05-01", {}, { knownOn: "2021-05-03" }),
  taken("d", "2021-05-06"),
  issued("a", "2021-05-11"),
  taken("f", "2021-05-16"),
  issued("c", "2021-05-22"),
  issued("e", "2021-05-31"),
];

it("is Kaplan and Meier's, as computed by hand", async () => {
  // a 10, c 20, e 30 ended; on 31 May b waits 30 days, d 25, f 15.
  // 10: 5/6. 20: of four (c, d, b, e) three stay: 5/6 x 3/4 = 5/8. 30: of two one stays: 5/16.
  await spec.ledger.commit(six);
  expect(await days("median")).toEqual([[30, 6]]);
  expect(await days("p90")).toEqual(["NOT_REACHED"]);
});

it("differs from the median of those certified, and moves with the as-of date as waits grow longer", async () => {
  await spec.ledger.commit(six);
  // On 11 May: a 10 ended; b 10, c 9, d 5, e 10 wait. 10: of three two stay.
  expect(await days("median", "2021-05-11")).toEqual(["NOT_REACHED"]);
  // On 22 May: 10: of five (f lasted 6) four stay; 20: c ends; b 21, e 21 and c at risk: 4/5 x 2/3 = 8/15; not a half yet.
  expect(await days("median", "2021-05-22")).toEqual(["NOT_REACHED"]);
  expect(await days("median", "2021-05-31")).toEqual([[30, 6]]);
});

it("leaves out who failed the last sitting, and takes who waits for another standard for one more", async () => {
  await spec.ledger.commit([
    taken("a", "2021-05-01"),
    taken("b", "2021-05-01"),
    issued("a", "2021-05-06"),
    graded("b", false, "2021-05-07"),
  ]);
  expect(await days("median")).toEqual([[5, 1]]);
  await spec.ledger.commit([
    record("AssessmentTaken", "2021-05-08", { assessmentId: "again", personRef: "b" }),
    record("AssessmentTaken", "2021-05-08", {
      assessmentId: "other",
      personRef: "a",
      standardId: "carpentry",
    }),
  ]);
  expect(await spec.ledger.rows("certificate_waits", ["bin"])).toEqual([
    { bin: -1, cases: 2, open: 2 },
    { bin: 5, cases: 1, open: 0 },
  ]);
});

it("is nothing where nobody was assessed, and not reached where all still wait", async () => {
  await spec.ledger.commit([graded("a", true, "2021-05-01")]);
  expect(await days("median")).toEqual(["NO_EVENTS"]);
  await spec.ledger.commit([taken("a", "2021-05-02"), taken("b", "2021-05-02")]);
  expect(await days("median")).toEqual(["NOT_REACHED"]);
});

it("takes a revoked certificate for no case, and follows late, corrected, retracted and doubled events", async () => {
  await spec.ledger.commit([
    taken("a", "2021-05-01"),
    taken("a", "2021-05-01"),
    issued("a", "2021-05-06", { id: "k", knownOn: "2021-06-01" }),
    issued("a", "2021-05-06", { id: "twice", knownOn: "2021-06-01" }),
    issued("a", "2021-05-11", { corrects: "twice", knownOn: "2021-06-02" }),
    record("CertificateRevoked", "2021-06-03", { certificateId: "k a" }, { id: "off" }),
    record(
      "EventRetracted",
      "2021-06-04",
      { retractionId: "r", retractedType: "CertificateRevoked" },
      { corrects: "off" },
    ),
  ]);
  const at = (asOf: string) => spec.ledger.rows("certificate_waits", ["bin"], asOf);
  expect(await at("2021-05-31")).toEqual([{ bin: -1, cases: 1, open: 1 }]);
  expect(await at("2021-06-01")).toEqual([{ bin: 5, cases: 1, open: 0 }]);
  expect(await at("2021-06-02")).toEqual([{ bin: 10, cases: 1, open: 0 }]);
  expect(await at("2021-06-03")).toEqual([]);
  expect(await at("2021-06-04")).toEqual([{ bin: 10, cases: 1, open: 0 }]);
});
