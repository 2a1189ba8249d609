import { expect, it } from "vitest";
import type { ObservationQuery } from "../../planner/observation-query.ts";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { employment } from "./employment.ts";

const spec = specLedger([employment]);

const worker = (who: string, birthYear: number) =>
  record("WorkerRegistered", "2021-03-21", { personRef: who, birthYear, sex: "M" });
const started = (data: Readonly<Record<string, string>>, on: string, words = {}) =>
  record("EmploymentStarted", on, data, words);
const ended = (spell: string, on: string, words = {}) =>
  record("EmploymentEnded", on, { spellId: spell }, words);

const levels = async (question: Omit<ObservationQuery, "indicator">) => {
  const { observations } = await spec.planner.observations({ indicator: "employed", ...question });
  return observations.map(({ coordinates, period, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    period.code,
    value ?? reason,
  ]);
};

it("is the level on the last day of each month, quarter and year of either calendar", async () => {
  await spec.ledger.commit([
    started({ personRef: "ali", spellId: "s1" }, "2021-04-10"), // 21 Farvardin 1400
    started({ personRef: "reza", spellId: "s2" }, "2021-05-21"), // the last day of Ordibehesht
    ended("s1", "2021-06-20"), // 30 Khordad: employed on that day, not on the next, the last of Khordad
    started({ personRef: "sara", spellId: "s3" }, "2022-01-10"),
  ]);
  const months = { frequency: "MONTH", period: { from: "1400-01", to: "1400-04" } } as const;
  expect(await levels(months)).toEqual([
    ["1400-01", 1],
    ["1400-02", 2],
    ["1400-03", 1],
    ["1400-04", 1],
  ]);
  expect(await levels({ frequency: "QUARTER", period: { from: "1400", to: "1400" } })).toEqual([
    ["1400-Q1", 1],
    ["1400-Q2", 1],
    ["1400-Q3", 1],
    ["1400-Q4", 2],
  ]);
  expect(await levels({ frequency: "YEAR", period: { from: "1400", to: "1400" } })).toEqual([["1400", 2]]);
  const gregorian = {
    calendar: "GREGORIAN",
    frequency: "MONTH",
    period: { from: "2021-04", to: "2021-06" },
  } as const;
  expect(await levels(gregorian)).toEqual([
    ["2021-04", 1],
    ["2021-05", 2],
    ["2021-06", 1],
  ]);
  expect(
    await levels({ calendar: "GREGORIAN", frequency: "YEAR", period: { from: "2021", to: "2022" } }),
  ).toEqual([
    ["2021", 1],
    ["2022", 2],
  ]);
  expect(
    await levels({ calendar: "GREGORIAN", frequency: "QUARTER", period: { from: "2021-Q2", to: "2021-Q3" } }),
  ).toEqual([
    ["2021-Q2", 1],
    ["2021-Q3", 1],
  ]);
});

it("counts a person with two overlapping jobs once, by the earlier, until the last of them ends", async () => {
  const both = [
    started({ personRef: "ali", spellId: "s1", isco08: "72" }, "2021-04-10"),
    started({ personRef: "ali", spellId: "s2", isco08: "75" }, "2021-05-01"),
    ended("s1", "2021-06-30"),
    ended("s2", "2021-08-31"),
  ];
  await spec.ledger.commit(both);
  const gregorian = {
    calendar: "GREGORIAN",
    frequency: "MONTH",
    period: { from: "2021-04", to: "2021-09" },
  } as const;
  // On 31 August ali is still employed; of September nothing is known.
  expect((await levels(gregorian)).map(([, value]) => value)).toEqual([1, 1, 1, 1, 1, "NO_EVENTS"]);
  expect(await spec.ledger.rows("employment", ["on", "occupation"])).toEqual([
    { on: "2021-04-01", occupation: "72", employed: 1 },
    { on: "2021-07-01", occupation: "72", employed: -1 },
    { on: "2021-07-01", occupation: "75", employed: 1 },
    { on: "2021-09-01", occupation: "75", employed: -1 },
  ]);
});

it("counts a spell that employer and agency both report once", async () => {
  await spec.ledger.commit([
    started({ personRef: "ali", spellId: "s1" }, "2021-04-10"),
    started({ personRef: "ali", spellId: "s1" }, "2021-04-10"),
    ended("s1", "2021-05-31"),
    ended("s1", "2021-05-31"),
  ]);
  expect(await spec.ledger.rows("employment", ["on"])).toEqual([
    { on: "2021-04-01", employed: 1 },
    { on: "2021-06-01", employed: -1 },
  ]);
});

it("lets persons grow older while nothing happens", async () => {
  await spec.ledger.commit(
    [
      worker("ali", 1992),
      started({ personRef: "ali", spellId: "s1" }, "2021-04-10"),
      worker("reza", 1980),
    ].sort((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1)),
  );
  await spec.ledger.commit([started({ personRef: "reza", spellId: "s2" }, "2023-02-01")]);
  const years = {
    calendar: "GREGORIAN",
    frequency: "YEAR",
    period: { from: "2021", to: "2023" },
    by: ["age"],
  } as const;
  expect((await levels(years)).filter(([, , value]) => value !== 0)).toEqual([
    ["Y25T29", "2021", 1],
    ["Y30T34", "2022", 1],
    ["Y30T34", "2023", 1],
    ["Y40T44", "2023", 1],
  ]);
  const thirties = { ...years, by: [], where: [{ dimension: "age", values: ["Y30T34"] }] };
  expect((await levels(thirties)).map(([, value]) => value)).toEqual([0, 1, 1]);
});

it("moves late, corrected and retracted spells, and keeps earlier days as they were", async () => {
  await spec.ledger.commit([
    started({ personRef: "ali", spellId: "s1" }, "2021-04-10", { id: "one", knownOn: "2021-06-01" }),
    started({ personRef: "ali", spellId: "s1" }, "2021-05-10", { corrects: "one", knownOn: "2021-06-02" }),
    record(
      "EventRetracted",
      "2021-06-03",
      { retractionId: "x", retractedType: "EmploymentStarted" },
      { corrects: "one" },
    ),
  ]);
  expect(await spec.ledger.rows("employment", ["on"], "2021-06-01")).toEqual([
    { on: "2021-04-01", employed: 1 },
  ]);
  expect(await spec.ledger.rows("employment", ["on"], "2021-06-02")).toEqual([
    { on: "2021-05-01", employed: 1 },
  ]);
  expect(await spec.ledger.rows("employment", ["on"])).toEqual([]);
});

it("does not post a spell that ends before it begins, nor an end without a beginning", async () => {
  await spec.ledger.commit([
    started({ personRef: "ali", spellId: "s1" }, "2021-05-10"),
    ended("s1", "2021-05-09", { knownOn: "2021-05-11" }),
    ended("s9", "2021-05-12"),
  ]);
  expect(await spec.ledger.rows("employment", ["on"])).toEqual([]);
});

it("counts an unknown person in an unknown establishment as unknown, of no age", async () => {
  await spec.ledger.commit([started({ personRef: "ali", spellId: "s1" }, "2021-04-10")]);
  const by = ["province", "sex", "age", "education", "industry"];
  expect(await levels({ by, frequency: "MONTH", period: { from: "1400-01", to: "1400-01" } })).toEqual([
    ["_U", "_U", "_U", "_U", "_U", "1400-01", 1],
  ]);
});
