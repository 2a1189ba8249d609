import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { medals } from "./medals.ts";
import { memoranda } from "./memoranda.ts";
import { trainersExchanged } from "./trainers.ts";

const spec = specLedger([trainersExchanged, memoranda, medals], "2023-03-20");

const trained = (id: string, country: string, persons: number, words = {}) =>
  record("TrainersTrained", "2021-05-01", { exchangeId: id, country, direction: "IN", persons }, words);
const signed = (id: string, on: string, countries: readonly string[], more = {}) =>
  record("MemorandumSigned", on, {
    memorandumId: id,
    parties: ["IRN", ...countries].map((country, n) => ({ organisationId: `party-${n}`, country })),
    ...more,
  });
const result = (skill: string, medal: string, more = {}, words = {}) =>
  record("CompetitionResultRecorded", "2022-10-20", { competitionId: "ws", skill, medal, ...more }, words);

const ask = async (indicator: string, year: string, by: readonly string[] = []) => {
  const { observations } = await spec.planner.observations({
    indicator,
    by,
    period: { from: year, to: year },
  });
  return observations.map(({ coordinates, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    value ?? reason,
  ]);
};

it("sums trainers by country, and follows a corrected number", async () => {
  await spec.ledger.commit([
    trained("x", "GIN", 10, { id: "x" }),
    trained("y", "IRQ", 20),
    trained("y", "IRQ", 20),
    trained("x", "GIN", 12, { corrects: "x", knownOn: "2021-06-01" }),
  ]);
  expect(await ask("trainers_exchanged", "1400", ["country"])).toEqual([
    ["GIN", 12],
    ["IRQ", 20],
  ]);
  expect(await spec.ledger.rows("trainers_exchanged", ["direction"], "2021-05-31")).toEqual([
    { direction: "IN", trainers: 30 },
  ]);
  expect(await spec.planner.label("country", "GIN")).toMatchObject({ en: "Guinea" });
});

it("holds a memorandum to its last day, amended or lapsed, once for each partner country", async () => {
  await spec.ledger.commit([
    signed("china", "2021-05-01", ["CHN"], { endsOn: "2021-12-31" }),
    signed("two", "2021-05-01", ["CHN", "IRQ"]),
    signed("home", "2021-05-01", ["IRN"], { isDomestic: true }),
    record("MemorandumAmended", "2021-12-01", { memorandumId: "china", endsOn: "2022-12-31" }),
    record("MemorandumLapsed", "2022-03-01", { memorandumId: "two" }),
    record("MemorandumAmended", "2022-04-01", { memorandumId: "home", endsOn: "2030-01-01" }),
  ]);
  expect(await spec.ledger.rows("memoranda", ["on", "country"])).toEqual([
    { on: "2021-05-01", country: "CHN", memoranda: 2 },
    { on: "2021-05-01", country: "IRN", memoranda: 1 },
    { on: "2021-05-01", country: "IRQ", memoranda: 1 },
    { on: "2022-03-01", country: "CHN", memoranda: -1 },
    { on: "2022-03-01", country: "IRQ", memoranda: -1 },
    { on: "2023-01-01", country: "CHN", memoranda: -1 },
    { on: "2030-01-01", country: "IRN", memoranda: -1 },
  ]);
  expect(await ask("active_memoranda", "1400", ["country"])).toEqual([
    ["CHN", 1],
    ["IRN", 1],
    ["IRQ", 0],
  ]);
});

it("divides medals by competitors with a result, the newest result of each", async () => {
  await spec.ledger.commit([
    record("CompetitionAnnounced", "2022-01-01", {
      competitionId: "ws",
      name: { fa: "مسابقه" },
      host: "KOR",
      startsOn: "2022-10-17",
      endsOn: "2022-10-20",
    }),
    result("welding", "GOLD", { competitorRef: "ali" }),
    result("welding", "GOLD", { competitorRef: "ali" }),
    result("cooking", "EXCELLENCE", { competitorRef: "sara" }, { id: "s" }),
    result("painting", "NONE"),
    result("plumbing", "BRONZE"),
  ]);
  expect(await ask("medals_per_competitor", "1401")).toEqual([[0.5]]);
  expect(await ask("medals_per_competitor", "1401", ["country"])).toEqual([["KOR", 0.5]]);
  await spec.ledger.commit([
    record(
      "EventRetracted",
      "2022-11-01",
      { retractionId: "r", retractedType: "CompetitionResultRecorded" },
      { corrects: "s" },
    ),
  ]);
  expect(await spec.ledger.rows("medals", [])).toEqual([{ competitors: 3, medals: 2 }]);
});

it("has no ratio where nobody had a result", async () => {
  await spec.ledger.commit([trained("x", "GIN", 10)]);
  expect(await ask("medals_per_competitor", "1400")).toEqual([["NO_EVENTS"]]);
});
