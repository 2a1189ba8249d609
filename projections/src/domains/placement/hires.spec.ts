import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { hires } from "./hires.ts";

const spec = specLedger([hires]);

const plant = record("EstablishmentRegistered", "2021-03-21", {
  establishmentId: "plant",
  organisationId: "saipa",
  isic4: "29",
  area: "IR-23",
});
const worker = record("WorkerRegistered", "2021-03-21", {
  personRef: "ali",
  birthYear: 2000,
  sex: "M",
  education: "ISCED11_5",
});
const started = (on: string, more = {}, words = {}) =>
  record("EmploymentStarted", on, { spellId: "s1", personRef: "ali", ...more }, words);

it("posts a spell on its first day by its channel, organisation and industry", async () => {
  await spec.ledger.commit([plant, worker, started("2021-05-01", { channel: "AGENCY", isco08: "75" })]);
  const by = [
    "on",
    "province",
    "sex",
    "age",
    "education",
    "occupation",
    "industry",
    "channel",
    "organisation",
    "origin",
  ];
  expect(await spec.ledger.rows("hires", by)).toEqual([
    {
      on: "2021-05-01",
      province: "IR-23",
      sex: "M",
      age: "Y20T24",
      education: "ISCED11_5",
      occupation: "75",
      industry: "C",
      channel: "AGENCY",
      organisation: "saipa",
      origin: "RECORDED",
      hires: 1,
    },
  ]);
});

it("goes through TVTO once the employer confirms the referral, from the day that is known", async () => {
  await spec.ledger.commit([
    plant,
    started("2021-05-01", { channel: "DIRECT" }),
    record(
      "HireConfirmed",
      "2021-05-01",
      { referralId: "r1", spellId: "s1" },
      { id: "confirmed", knownOn: "2021-06-01" },
    ),
    record(
      "EventRetracted",
      "2021-07-01",
      { retractionId: "x", retractedType: "HireConfirmed" },
      { corrects: "confirmed" },
    ),
  ]);
  expect(await spec.ledger.rows("hires", ["channel"], "2021-05-31")).toEqual([
    { channel: "DIRECT", hires: 1 },
  ]);
  expect(await spec.ledger.rows("hires", ["channel"], "2021-06-01")).toEqual([{ channel: "TVTO", hires: 1 }]);
  expect(await spec.ledger.rows("hires", ["channel"])).toEqual([{ channel: "DIRECT", hires: 1 }]);
});

it("moves late, corrected and retracted hires", async () => {
  await spec.ledger.commit([
    plant,
    started("2021-05-01", {}, { id: "one", knownOn: "2021-06-01" }),
    started("2021-04-25", {}, { id: "two", corrects: "one", knownOn: "2021-06-02" }),
    record(
      "EventRetracted",
      "2021-06-03",
      { retractionId: "x", retractedType: "EmploymentStarted" },
      { corrects: "two" },
    ),
  ]);
  expect(await spec.ledger.rows("hires", ["on"], "2021-05-31")).toEqual([]);
  expect(await spec.ledger.rows("hires", ["on"], "2021-06-01")).toEqual([{ on: "2021-05-01", hires: 1 }]);
  expect(await spec.ledger.rows("hires", ["on"], "2021-06-02")).toEqual([{ on: "2021-04-21", hires: 1 }]);
  expect(await spec.ledger.rows("hires", ["on"])).toEqual([]);
});

it("counts a spell that employer and agency both report once", async () => {
  await spec.ledger.commit([plant, started("2021-05-01"), started("2021-05-01")]);
  expect(await spec.ledger.rows("hires", [])).toEqual([{ hires: 1 }]);
});

it("counts an unknown person in an unknown establishment as unknown, and a confirmation without a spell not at all", async () => {
  await spec.ledger.commit([record("HireConfirmed", "2021-05-01", { referralId: "r1", spellId: "s1" })]);
  expect(await spec.ledger.rows("hires", [])).toEqual([]);
  await spec.ledger.commit([started("2021-05-01")]);
  expect(
    await spec.ledger.rows("hires", ["province", "sex", "age", "industry", "organisation", "channel"]),
  ).toEqual([
    { province: "_U", sex: "_U", age: "_U", industry: "_U", organisation: "_U", channel: "TVTO", hires: 1 },
  ]);
});
