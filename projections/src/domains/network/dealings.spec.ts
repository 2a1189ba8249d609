import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { dealings } from "./dealings.ts";

const spec = specLedger([dealings]);

const met = (id: string, on: string, present: Readonly<Record<string, number>>, words = {}) =>
  record(
    "MeetingHeld",
    on,
    {
      meetingId: id,
      bodyId: "council",
      attendance: Object.entries(present).map(([seat, persons]) => ({ seat, persons })),
    },
    words,
  );
const BY = ["dealing", "party", "counterparty", "organisation"] as const;
const rows = async (asOf?: string) =>
  (await spec.ledger.rows("dealings", BY, asOf)).map((row) => [...BY.map((id) => row[id]), row["dealings"]]);

it("lists who deals with whom, by kind, and names only what is public", async () => {
  await spec.ledger.commit([
    record("EstablishmentRegistered", "2021-03-21", { establishmentId: "plant" }),
    record("EstablishmentRegistered", "2021-03-21", {
      establishmentId: "shop",
      organisationId: "bazaar",
      sector: "PRIVATE",
    }),
    record("CollectiveAgreementSigned", "2021-04-01", { agreementId: "g", employees: 10 }),
    record("RecruitmentAgreementSigned", "2021-04-01", {
      agreementId: "r",
      organisationId: "saipa",
      isExclusiveForReplacement: true,
    }),
    record("HiringRequested", "2021-04-02", {
      requestId: "q",
      establishmentId: "plant",
      isco08: "72",
      posts: 2,
    }),
    record("CandidateReferred", "2021-04-03", { referralId: "f", requestId: "q", personRef: "ali" }),
    record("ContributionListSubmitted", "2021-05-03", {
      listId: "l",
      establishmentId: "shop",
      month: "1400-01",
      lines: [{ personRef: "ali", days: 30, insurableWage: 1 }],
    }),
    record("OpinionFiled", "2021-05-04", {
      consultationId: "c",
      party: "WORKER",
      organisationId: "union",
      stance: "FOR",
    }),
    record("DisputeFiled", "2021-05-05", { disputeId: "d", establishmentId: "shop" }),
    record("DisputeFiled", "2021-05-05", { disputeId: "d", establishmentId: "shop" }),
  ]);
  expect(await rows()).toEqual([
    ["AGREEMENT", "GOV", "EMPLOYER", "saipa", 1],
    ["AGREEMENT", "EMPLOYER", "WORKER", "_U", 1],
    ["REFERRAL", "GOV", "EMPLOYER", "saipa", 1],
    ["LIST", "EMPLOYER", "GOV", "_U", 1],
    ["CONSULTATION", "WORKER", "GOV", "union", 1],
    ["DISPUTE", "WORKER", "EMPLOYER", "_U", 1],
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "dealings_between_parties",
    by: ["party"],
  });
  expect(observations.map(({ coordinates, value }) => [coordinates[0]?.code, value])).toEqual([
    ["EMPLOYER", 2],
    ["GOV", 2],
    ["WORKER", 2],
  ]);
});

it("makes of a meeting a dealing of each two parties that came", async () => {
  await spec.ledger.commit([
    met("one", "2021-04-01", { GOV: 1, EMPLOYER: 2, WORKER: 3, EXPERT: 2 }),
    met("two", "2021-04-02", { GOV: 1, EMPLOYER: 0, WORKER: 3 }, { id: "two" }),
    record(
      "EventRetracted",
      "2021-05-01",
      { retractionId: "x", retractedType: "MeetingHeld" },
      { corrects: "two" },
    ),
  ]);
  expect(await rows("2021-04-02")).toEqual([
    ["MEETING", "GOV", "EMPLOYER", "council", 1],
    ["MEETING", "GOV", "WORKER", "council", 2],
    ["MEETING", "EMPLOYER", "WORKER", "council", 1],
  ]);
  expect((await rows()).map((row) => row.at(-1))).toEqual([1, 1, 1]);
});

it("has no row where nothing was dealt", async () => {
  await spec.ledger.commit([
    record("OpinionFiled", "2021-05-04", { consultationId: "c", party: "GOV", stance: "NONE" }),
  ]);
  expect(await rows()).toEqual([]);
});
