import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { destinations } from "./destinations.ts";

const spec = specLedger([destinations], "2026-11-20");

const standard = record("SkillStandardPublished", "2021-03-21", {
  standardId: "welding",
  isco08: ["72", "75"],
});
const course = record("CourseScheduled", "2021-04-22", { courseId: "c1", endsOn: "2021-05-10" });
const completed = (who: string, on = "2021-05-01", words = {}) =>
  record("TrainingCompleted", on, { enrolmentId: `e ${who}`, courseId: "c1", personRef: who }, words);
const CHECKED_ON: Readonly<Record<string, string>> = {
  M6: "2021-11-01",
  M12: "2022-05-01",
  M36: "2024-05-01",
};
const verified = (
  who: string,
  checkpoint: string,
  found: { state: string; isco08?: string; isOccupationMatch?: boolean },
  words = {},
) =>
  record(
    "PlacementVerified",
    CHECKED_ON[checkpoint] ?? "",
    { enrolmentId: `e ${who}`, personRef: who, checkpoint, ...found },
    words,
  );
const knownTo = (day: string) => completed("somebody", day);
const people = ["ali", "reza", "sara", "mina", "dara"];

const rate = async (indicator: string, asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator,
    calendar: "JALALI",
    period: { from: "1400", to: "1400" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("counts any known destination after three years over all completers; unknown and unverified stay in", async () => {
  await spec.ledger.commit([
    standard,
    course,
    ...people.map((who) => completed(who)),
    verified("ali", "M12", { state: "UNKNOWN" }),
    verified("ali", "M36", { state: "EMPLOYED" }),
    verified("reza", "M36", { state: "CONSCRIPT" }),
    verified("sara", "M36", { state: "UNKNOWN" }),
    verified("mina", "M36", { state: "FURTHER_TRAINING" }),
    knownTo("2025-04-01"),
  ]);
  expect(await rate("known_destination_rate_36m")).toEqual([[3, 5, 60]]);
});

it("has no value until thirty-six months have passed", async () => {
  await spec.ledger.commit([course, completed("ali"), knownTo("2025-03-19"), knownTo("2025-03-20")]);
  expect(await rate("known_destination_rate_36m", "2025-03-19")).toEqual(["WINDOW_OPEN"]);
  expect(await rate("known_destination_rate_36m", "2025-03-20")).toEqual([[0, 1, 0]]);
});

it("matches the occupation to those of the standard, and takes the verifier's word where it is unknown", async () => {
  await spec.ledger.commit([
    standard,
    course,
    ...people.map((who) => completed(who)),
    verified("ali", "M12", { state: "EMPLOYED", isco08: "75" }), // the second of the standard's
    verified("reza", "M12", { state: "SELF_EMPLOYED", isco08: "52" }),
    verified("sara", "M12", { state: "EMPLOYED", isOccupationMatch: true }),
    verified("mina", "M12", { state: "EMPLOYED" }), // neither stated
    verified("dara", "M12", { state: "OTHER" }),
    knownTo("2023-04-01"),
  ]);
  expect(await rate("occupation_match_rate_12m")).toEqual([[2, 3, (2 / 3) * 100]]);
});

it("is a rate of nothing where nobody's occupation is known", async () => {
  await spec.ledger.commit([standard, course, completed("ali"), knownTo("2023-04-01")]);
  expect(await rate("occupation_match_rate_12m")).toEqual(["NO_EVENTS"]);
  await spec.ledger.commit([
    record(
      "TrainingCompleted",
      "2021-01-01",
      { enrolmentId: "old", courseId: "c1", personRef: "old" },
      { knownOn: "2023-04-02" },
    ),
    record(
      "PlacementVerified",
      "2022-01-01",
      { enrolmentId: "old", personRef: "old", checkpoint: "M12", state: "EMPLOYED", isco08: "72" },
      { knownOn: "2023-04-02" },
    ),
    record(
      "TrainingCompleted",
      "2022-04-01",
      { enrolmentId: "new", courseId: "c1", personRef: "new" },
      { knownOn: "2023-04-02" },
    ),
    record(
      "PlacementVerified",
      "2023-04-01",
      { enrolmentId: "new", personRef: "new", checkpoint: "M12", state: "EMPLOYED", isco08: "72" },
      { knownOn: "2023-04-02" },
    ),
  ]);
  expect(await rate("occupation_match_rate_12m")).toEqual(["NO_DENOMINATOR"]);
});

it("takes the newest of several verifications, late, corrected, retracted or recorded twice", async () => {
  const late = (state: string, words: object) => verified("ali", "M36", { state }, words);
  await spec.ledger.commit([
    standard,
    course,
    completed("ali"),
    late("UNKNOWN", { knownOn: "2025-05-01" }),
    late("EMPLOYED", { id: "v", knownOn: "2025-05-02" }),
    late("EMPLOYED", { id: "again", knownOn: "2025-05-02" }),
    record(
      "EventRetracted",
      "2025-05-03",
      { retractionId: "r", retractedType: "PlacementVerified" },
      { corrects: "again" },
    ),
    late("UNKNOWN", { corrects: "v", knownOn: "2025-05-04" }),
  ]);
  expect(await rate("known_destination_rate_36m", "2025-05-01")).toEqual([[0, 1, 0]]);
  expect(await rate("known_destination_rate_36m", "2025-05-02")).toEqual([[1, 1, 100]]);
  expect(await rate("known_destination_rate_36m", "2025-05-03")).toEqual([[1, 1, 100]]);
  expect(await rate("known_destination_rate_36m")).toEqual([[0, 1, 0]]);
});

it("counts those found in work at the check of the date, employed or on their own account, over all completers", async () => {
  await spec.ledger.commit([
    course,
    ...people.map((who) => completed(who)), // nobody checks dara
    verified("ali", "M6", { state: "EMPLOYED" }),
    verified("reza", "M6", { state: "SELF_EMPLOYED" }),
    verified("sara", "M6", { state: "UNKNOWN" }),
    verified("mina", "M6", { state: "FURTHER_TRAINING" }),
    verified("ali", "M12", { state: "UNKNOWN" }),
    verified("sara", "M12", { state: "EMPLOYED" }),
    knownTo("2022-09-21"),
    knownTo("2023-03-21"),
  ]);
  expect(await rate("placement_verified_rate_6m")).toEqual([[2, 5, 40]]);
  expect(await rate("placement_verified_rate_12m")).toEqual([[1, 5, 20]]);
  // 1400 ends on 20 March 2022.
  expect(await rate("placement_verified_rate_6m", "2022-03-20")).toEqual(["WINDOW_OPEN"]);
  expect(await rate("placement_verified_rate_6m", "2022-09-21")).toEqual([[2, 5, 40]]);
  expect(await rate("placement_verified_rate_12m", "2022-09-21")).toEqual(["WINDOW_OPEN"]);
});

it("is a verified rate of nothing where nobody completed, and of zero where nobody was checked", async () => {
  await spec.ledger.commit([
    completed("old", "2021-01-01"),
    course,
    completed("new", "2022-04-01"),
    knownTo("2022-10-01"),
  ]);
  expect(await rate("placement_verified_rate_6m")).toEqual(["NO_DENOMINATOR"]);
  await spec.ledger.commit([completed("ali", "2021-05-01", { knownOn: "2022-10-02" })]);
  expect(await rate("placement_verified_rate_6m")).toEqual([[0, 1, 0]]);
});

it("follows a late, a corrected and a retracted check of six months, and one recorded twice", async () => {
  const found = (state: string, words: object) => verified("ali", "M6", { state }, words);
  await spec.ledger.commit([
    course,
    completed("ali"),
    knownTo("2022-10-01"),
    found("EMPLOYED", { id: "v", knownOn: "2022-10-02" }),
    found("EMPLOYED", { id: "v again", knownOn: "2022-10-02" }),
    record(
      "EventRetracted",
      "2022-10-03",
      { retractionId: "r", retractedType: "PlacementVerified" },
      { corrects: "v again" },
    ),
    found("OTHER", { corrects: "v", knownOn: "2022-10-04" }),
  ]);
  const days = ["2022-10-01", "2022-10-02", "2022-10-03", "2022-10-04"];
  const found6 = await Promise.all(days.map((day) => rate("placement_verified_rate_6m", day)));
  expect(found6.flat()).toEqual([
    [0, 1, 0],
    [1, 1, 100],
    [1, 1, 100],
    [0, 1, 0],
  ]);
});
