import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { licenceDeadlines } from "./deadlines.ts";

const spec = specLedger([licenceDeadlines], "2022-03-20");

const applied = (id: string, more = {}) =>
  record("LicenceApplied", "2021-05-01", { applicationId: id, ...more });
/** What the policy recorded about an application that was due on 5 May 2021: in how many working days it was decided, and when. */
const assessed = (id: string, decided?: readonly [on: string, workingDays: number], envelope = {}) =>
  record(
    "LicenceApplicationAssessed",
    "2021-05-05",
    {
      applicationId: id,
      dueOn: "2021-05-05",
      isInTime: decided !== undefined && decided[0] <= "2021-05-05",
      ...(decided === undefined ? {} : { decidedOn: decided[0], workingDays: decided[1] }),
    },
    { knownOn: "2021-05-07", ...envelope },
  );

const ask = async (indicator: string, question = {}) => {
  const { observations } = await spec.planner.observations({
    indicator,
    period: { from: "1400", to: "1400" },
    ...question,
  });
  return observations.map(({ coordinates, numerator, denominator, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    numerator,
    denominator,
    value ?? reason,
  ]);
};
const inTime = (question = {}) => ask("licence_decided_in_time_rate", question);
const median = (question = {}) => ask("licence_decision_working_days_median", question);

it("is the applications decided by their day over those whose day has passed, decided or not", async () => {
  await spec.ledger.commit([
    applied("a"),
    applied("b", { area: "IR-10" }),
    applied("c", { area: "IR-10", kind: "RENEWAL", licenceId: "l" }),
    assessed("a", ["2021-05-03", 1]),
    assessed("b", ["2021-05-05", 3]),
    assessed("c", ["2021-05-10", 7]),
    assessed("d"),
  ]);
  // a and b of a, b, c and d; of d the application itself was never heard of.
  expect(await inTime()).toEqual([[2, 4, 50]]);
  expect(await inTime({ by: ["province"] })).toEqual([
    ["IR-10", 1, 2, 50],
    ["IR-23", 1, 1, 100],
    ["_U", 0, 1, 0],
  ]);
  expect(await inTime({ by: ["licence_kind"] })).toEqual([
    ["NEW", 2, 2, 100],
    ["RENEWAL", 0, 1, 0],
    ["_U", 0, 1, 0],
  ]);
});

it("takes the median of the working days, the undecided standing for no more than the time they had", async () => {
  await spec.ledger.commit([
    assessed("a", ["2021-05-03", 1]),
    assessed("b", ["2021-05-05", 3]),
    assessed("c", ["2021-05-10", 7]),
    assessed("d"),
    assessed("e", ["2021-05-12", 8]),
  ]);
  // Longer than one day last 4/5, than three 4/5 × 3/4 = 3/5, than seven 3/5 × 1/2 = 3/10.
  expect(await median()).toEqual([[null, 5, 7]]);
});

it("has no median where more than half were never decided", async () => {
  await spec.ledger.commit([assessed("a", ["2021-05-03", 1]), assessed("b"), assessed("c")]);
  expect(await median()).toEqual([[null, null, "NOT_REACHED"]]);
  expect(await inTime()).toEqual([[1, 3, (1 / 3) * 100]]);
});

it("follows a decision that came later, an assessment recorded twice, and one withdrawn, day by day", async () => {
  await spec.ledger.commit([
    assessed("a", undefined, { id: "one" }),
    assessed("b", ["2021-05-04", 2], { id: "two" }),
    assessed("b", ["2021-05-04", 2], { id: "three" }),
    assessed("a", ["2021-05-08", 5], { corrects: "one", knownOn: "2021-06-01" }),
    record(
      "EventRetracted",
      "2021-06-02",
      { retractionId: "x", retractedType: "LicenceApplicationAssessed" },
      { corrects: "two" },
    ),
    record(
      "EventRetracted",
      "2021-06-03",
      { retractionId: "y", retractedType: "LicenceApplicationAssessed" },
      { corrects: "three" },
    ),
  ]);
  expect(await inTime({ asOf: "2021-05-31" })).toEqual([[1, 2, 50]]);
  expect(await median({ asOf: "2021-05-31" })).toEqual([[null, 2, 2]]);
  expect(await median({ asOf: "2021-06-02" })).toEqual([[null, 2, 2]]);
  expect(await inTime()).toEqual([[0, 1, 0]]);
  expect(await median()).toEqual([[null, 1, 5]]);
});

it("has no events where no time is over", async () => {
  await spec.ledger.commit([applied("a")]);
  expect(await inTime()).toEqual([[null, null, "NO_EVENTS"]]);
  expect(await median()).toEqual([[null, null, "NO_EVENTS"]]);
});
