import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { hires } from "./hires.ts";
import { retirements } from "./retirements.ts";

const spec = specLedger([retirements, hires]);

const plant = (name: string, organisationId: string) =>
  record("EstablishmentRegistered", "2021-03-21", {
    establishmentId: name,
    organisationId,
    isic4: "29",
    area: "IR-23",
  });
const forecast = (headcount: number, on: string, more = {}, words = {}) =>
  record(
    "RetirementForecasted",
    on,
    { establishmentId: "plant", jalaliYear: 1400, headcount, ...more },
    words,
  );
const hired = (n: number, establishmentId: string, channel: string) =>
  record("EmploymentStarted", "2021-06-01", {
    spellId: `s${n}`,
    personRef: `p${n}`,
    establishmentId,
    channel,
  });

it("posts a forecast on the first day of its Jalali year", async () => {
  await spec.ledger.commit([plant("plant", "saipa"), forecast(100, "2021-05-01")]);
  expect(await spec.ledger.rows("retirements", ["on", "province", "industry", "organisation"])).toEqual([
    { on: "2021-03-21", province: "IR-23", industry: "C", organisation: "saipa", forecast: 100 },
  ]);
});

it("takes the newest forecast of an establishment for a year, in place of the one before", async () => {
  await spec.ledger.commit([
    forecast(100, "2021-05-01"),
    forecast(80, "2021-06-01"),
    forecast(90, "2021-05-15", {}, { knownOn: "2021-07-01" }), // older, though recorded later
    forecast(7, "2021-07-02", { jalaliYear: 1401 }),
  ]);
  expect(await spec.ledger.rows("retirements", ["on"])).toEqual([
    { on: "2021-03-21", forecast: 80 },
    { on: "2022-03-21", forecast: 7 },
  ]);
  expect(await spec.ledger.rows("retirements", [], "2021-05-31")).toEqual([{ forecast: 100 }]);
});

it("counts a forecast recorded twice once, and follows a corrected and a retracted one", async () => {
  await spec.ledger.commit([
    forecast(100, "2021-05-01", {}, { id: "one" }),
    forecast(100, "2021-05-01"),
    forecast(60, "2021-05-02", {}, { id: "two" }),
    forecast(50, "2021-05-02", {}, { corrects: "two", knownOn: "2021-05-03" }),
    record(
      "EventRetracted",
      "2021-05-04",
      { retractionId: "x", retractedType: "RetirementForecasted" },
      { corrects: "two" },
    ),
  ]);
  const asOf = (day: string) => spec.ledger.rows("retirements", [], day);
  expect(await asOf("2021-05-01")).toEqual([{ forecast: 100 }]);
  expect(await asOf("2021-05-02")).toEqual([{ forecast: 60 }]);
  expect(await asOf("2021-05-03")).toEqual([{ forecast: 50 }]);
  expect(await asOf("2021-05-04")).toEqual([{ forecast: 100 }]);
});

it("gives the replacement rate of each organisation, and no rate without a forecast", async () => {
  await spec.ledger.commit([
    plant("plant", "saipa"),
    plant("mill", "steel"),
    plant("shop", "bazaar"),
    forecast(10, "2021-05-01"),
    forecast(4, "2021-05-01", { establishmentId: "mill" }),
    ...[1, 2, 3].map((n) => hired(n, "plant", "TVTO")),
    hired(4, "plant", "DIRECT"),
    hired(5, "shop", "TVTO"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "replacement_rate",
    by: ["organisation"],
  });
  expect(
    observations.map(({ coordinates, value, reason }) => [coordinates[0]?.code, value ?? reason]),
  ).toEqual([
    ["bazaar", "NO_DENOMINATOR"],
    ["saipa", 30],
    ["steel", 0],
  ]);
  const { observations: whole } = await spec.planner.observations({ indicator: "replacement_rate" });
  expect(whole.map(({ numerator, denominator, period }) => [period.code, numerator, denominator])).toEqual([
    ["1400", 4, 14],
  ]);
});
