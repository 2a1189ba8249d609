import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { attendance } from "./attendance.ts";
import { regularity } from "./regularity.ts";

const spec = specLedger([regularity, attendance]);

const seats = [
  { seat: "GOV", persons: 1 },
  { seat: "EXPERT", persons: 2 },
  { seat: "EMPLOYER", persons: 3 },
  { seat: "WORKER", persons: 3 },
];
const council = (on = "2021-03-21") => record("BodyConstituted", on, { bodyId: "council", seats });
const met = (on: string, [gov, expert, employer, worker]: readonly number[], words = {}) =>
  record(
    "MeetingHeld",
    on,
    {
      meetingId: `of ${on}`.replaceAll(" ", "-"),
      bodyId: "council",
      attendance: [
        { seat: "GOV", persons: gov },
        { seat: "EXPERT", persons: expert },
        { seat: "EMPLOYER", persons: employer },
        { seat: "WORKER", persons: worker },
      ],
    },
    words,
  );

const months = async (to = "1400-04", asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "tripartite_regularity",
    frequency: "MONTH",
    period: { from: "1400-01", to },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ value, reason }) => value ?? reason);
};

it("counts a month with a quorum of seven of nine and every party in the room", async () => {
  await spec.ledger.commit([
    council(),
    met("2021-04-05", [1, 2, 2, 2]), // Farvardin: seven
    met("2021-05-05", [1, 1, 2, 2]), // Ordibehesht: six are no quorum
    met("2021-06-05", [1, 2, 0, 3]), // Khordad: the employers did not come
    met("2021-06-12", [1, 2, 3, 3]), // and then they did
    met("2021-07-05", [1, 2, 3, 3]),
  ]);
  expect(await months()).toEqual([100, 0, 100, 100]);
  const { observations } = await spec.planner.observations({
    indicator: "tripartite_regularity",
    by: ["body"],
    period: { from: "1400", to: "1400" },
  });
  expect(observations).toMatchObject([{ coordinates: [{ code: "council" }], numerator: 3, denominator: 12 }]);
  expect(await spec.planner.label("body", "council")).toEqual({ fa: "شورای عالی کار", en: "شورای عالی کار" });
});

it("is due from the first whole month, and for no body that need not meet", async () => {
  await spec.ledger.commit([
    council("2021-04-21"), // the first of Ordibehesht
    record(
      "BodyConstituted",
      "2021-03-21",
      { bodyId: "rare", seats, minMeetingsPerMonth: 0 },
      { knownOn: "2021-06-25" },
    ),
  ]);
  expect(await months("1400-03")).toEqual(["NO_EVENTS", 0, 0]);
});

it("needs no party that has no seat", async () => {
  await spec.ledger.commit([
    record("BodyConstituted", "2021-03-21", { bodyId: "council", seats: seats.slice(1), quorum: 6 }),
    met("2021-04-05", [0, 0, 3, 3]),
  ]);
  expect(await months("1400-01")).toEqual([100]);
});

it("knows a late meeting from its day, and forgets a retracted one", async () => {
  await spec.ledger.commit([
    council(),
    met("2021-04-05", [1, 2, 2, 2], { id: "m", knownOn: "2021-06-01" }),
    record(
      "EventRetracted",
      "2021-06-02",
      { retractionId: "r", retractedType: "MeetingHeld" },
      { corrects: "m" },
    ),
  ]);
  expect(await months("1400-01", "2021-05-31")).toEqual([0]);
  expect(await months("1400-01", "2021-06-01")).toEqual([100]);
  expect(await months("1400-01")).toEqual([0]);
});

it("weighs who came against the seats, and workers against employers", async () => {
  await spec.ledger.commit([council(), met("2021-04-05", [1, 2, 1, 3]), met("2021-05-05", [1, 0, 3, 3])]);
  const { observations } = await spec.planner.observations({
    indicator: "meeting_attendance_rate",
    by: ["seat"],
  });
  expect(
    observations.map(({ coordinates, numerator, denominator }) => [
      coordinates[0]?.code,
      numerator,
      denominator,
    ]),
  ).toEqual([
    ["EMPLOYER", 4, 6],
    ["EXPERT", 2, 4],
    ["GOV", 2, 2],
    ["WORKER", 6, 6],
  ]);
  const { observations: balance } = await spec.planner.observations({
    indicator: "worker_employer_attendance_ratio",
  });
  expect(balance.map(({ value }) => value)).toEqual([1.5]);
});
