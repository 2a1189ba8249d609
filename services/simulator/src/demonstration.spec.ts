import { readCloudEvent, writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { describe, expect, it } from "vitest";
import { withExtraEvents } from "./demo/extra-events.ts";
import { figureEvents } from "./demo/figures.ts";
import { officialEvents } from "./demo/official.ts";
import { saipaEvents } from "./demo/saipa.ts";
import { demonstration, expectedDemonstration } from "./demonstration.ts";
import { simulate } from "./simulate.ts";

const ofType = (events: readonly NewEvent[], type: string): readonly NewEvent[] =>
  events.filter((event) => event.type === type);

const accept = (event: NewEvent): void => {
  const wire: unknown = JSON.parse(JSON.stringify(writeCloudEvent(event)));
  expect(readCloudEvent(wire, { historical: true })).toEqual({ ok: true, event });
};

const isInOrder = (events: Iterable<NewEvent>): boolean => {
  let before = "";
  for (const { recordedAt = "" } of events) {
    if (recordedAt < before) return false;
    before = recordedAt;
  }
  return true;
};

describe("the reported figures", () => {
  const events = figureEvents();
  const figures = ofType(events, "FigureReported");
  const value = (id: string): unknown => figures.find(({ data }) => data["figureId"] === id)?.data["value"];

  it("are 53 and 3, of three documents, accepted by the contracts and not synthetic", () => {
    expect(figures).toHaveLength(56);
    expect(ofType(events, "DocumentIngested")).toHaveLength(3);
    events.forEach(accept);
    expect(events.some(({ synthetic }) => synthetic)).toBe(false);
    expect(isInOrder(events)).toBe(true);
  });

  it("stand in a document that was taken in, and relations between figures that were reported", () => {
    const documents = new Set(ofType(events, "DocumentIngested").map(({ data }) => data["documentId"]));
    const ids = new Set(figures.map(({ data }) => data["figureId"]));
    for (const { data } of figures) expect(documents).toContain(data["documentId"]);
    for (const { data } of ofType(events, "FigureRelationDeclared")) {
      for (const figure of [data["left"], ...(data["right"] as readonly string[])])
        expect(ids).toContain(figure);
    }
  });

  it("leave a gap of 359,000 trainees in one document and none in the other", () => {
    expect(Number(value("RF-36")) - Number(value("RF-37")) - Number(value("RF-38"))).toBe(359_000);
    expect(Number(value("XC-01")) - Number(value("XC-02")) - Number(value("XC-03"))).toBe(0);
  });

  it("count money in rial: the worked example is 8,000,000 less 5,000,000", () => {
    expect([value("RF-21"), value("RF-22"), value("RF-23")]).toEqual([8_000_000, 5_000_000, 3_000_000]);
    expect([value("RF-17"), value("RF-26")]).toEqual([2_000_000, 1_200_000]);
  });

  it("say Monday of the meeting of 10 May 2021", () => {
    const meeting = figures.find(({ data }) => data["figureId"] === "RF-01");
    expect(meeting?.data).toMatchObject({ valueText: "2021-05-10", weekday: "MONDAY", unit: "DATE" });
  });
});

describe("Saipa's story", () => {
  const events = saipaEvents();

  it("has 300 certified persons hired through the training organization from Farvardin to Mordad 1402", () => {
    const hires = ofType(events, "EmploymentStarted");
    expect(hires).toHaveLength(300);
    expect(new Set(hires.map(({ data }) => data["personRef"])).size).toBe(300);
    for (const { data, effectiveOn } of hires) {
      expect(data["channel"]).toBe("TVTO");
      expect(effectiveOn >= "2023-03-21" && effectiveOn <= "2023-08-22").toBe(true);
    }
    for (const type of ["CertificateIssued", "CandidateReferred", "HireConfirmed", "WorkerRegistered"]) {
      expect(ofType(events, type)).toHaveLength(300);
    }
  });

  it("forecasts nearly 1,000 retirements of 1402", () => {
    const forecasts = ofType(events, "RetirementForecasted").map(({ data }) => data);
    expect(forecasts).toMatchObject([
      { jalaliYear: 1402, headcount: 1000, workersOfThem: 700, qualifier: "APPROX_BELOW" },
    ]);
  });

  it("has 984 of them taken, spread over the whole year, of persons other than the hired", () => {
    const taken = ofType(events, "RetirementTaken");
    const hired = new Set(ofType(events, "EmploymentStarted").map(({ data }) => data["personRef"]));
    expect(new Set(taken.map(({ data }) => data["personRef"])).size).toBe(984);
    expect(taken.some(({ data }) => hired.has(data["personRef"]))).toBe(false);
    expect(taken.filter(({ effectiveOn }) => effectiveOn < "2023-09-23").length).toBeGreaterThan(450);
    expect(taken.filter(({ effectiveOn }) => effectiveOn < "2023-09-23").length).toBeLessThan(550);
    expect(taken.at(-1)?.effectiveOn.slice(0, 7)).toBe("2024-03");
  });

  it("is accepted by the contracts, in order, and synthetic", () => {
    events.forEach(accept);
    expect(isInOrder(events)).toBe(true);
    expect(events.every(({ synthetic }) => synthetic)).toBe(true);
  });
});

describe("the official series of the simulated country", () => {
  const events = officialEvents(12_000);

  it("are vintages of a provider of their own, one a year of each of three series", () => {
    const datasets = ofType(events, "DatasetImported");
    expect(datasets).toHaveLength(12);
    for (const { data } of datasets) {
      expect(data["provider"]).toBe("SIMULATION");
      const rows = ofType(events, "ObservationImported").filter(
        (event) => event.data["datasetId"] === data["datasetId"],
      );
      expect(rows).toHaveLength(Number(data["rows"]));
    }
  });

  it("are accepted by the contracts, in order, and synthetic", () => {
    events.forEach(accept);
    expect(isInOrder(events)).toBe(true);
    expect(events.every(({ synthetic }) => synthetic)).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });
});

describe("the extra events", () => {
  const country = [...simulate({ people: 4000, years: 3, seed: 1, startYear: 1400 })];
  const told = [...withExtraEvents(country, 1)];
  const own = new Set(country.map(({ id }) => id));
  const extraEvents = told.filter(({ id }) => !own.has(id));

  it("leave the country as it is, and add less than a hundredth", () => {
    expect(told.filter(({ id }) => own.has(id))).toEqual(country);
    expect(extraEvents.length / country.length).toBeLessThan(0.01);
  });

  it("are accepted by the contracts, in order, and synthetic", () => {
    extraEvents.forEach(accept);
    expect(isInOrder(told)).toBe(true);
    expect(extraEvents.every(({ synthetic }) => synthetic)).toBe(true);
    expect(new Set(extraEvents.map(({ id }) => id)).size).toBe(extraEvents.length);
  });

  it("are of thirteen types that the country does not tell", () => {
    const types = new Set(extraEvents.map(({ type }) => type));
    expect(types.size).toBe(13);
    expect(country.some(({ type }) => types.has(type))).toBe(false);
  });
});

describe("the demonstration", () => {
  it("joins figures, Saipa and a country in the order of recordedAt", () => {
    const sum = { all: 0, real: 0, saipa: 0 };
    let before = "";
    for (const { recordedAt = "", synthetic, data } of demonstration({ people: 4000, seed: 1 })) {
      if (recordedAt < before) throw new Error(`time runs backwards at ${recordedAt}`);
      before = recordedAt;
      sum.all++;
      if (recordedAt >= "2024-03-20") throw new Error(`${recordedAt} lies after 1402`);
      if (synthetic !== true) sum.real++;
      if (data["organisationId"] === "saipa") sum.saipa++;
    }
    expect(sum.real).toBe(figureEvents().length);
    expect(sum.saipa).toBe(2);
    expect(sum.all / expectedDemonstration({ people: 4000 })).toBeGreaterThan(0.93);
    expect(sum.all / expectedDemonstration({ people: 4000 })).toBeLessThan(1.07);
  });

  it("is of 300,000 to 350,000 events unless another size is asked for", () => {
    expect(expectedDemonstration()).toBeGreaterThan(300_000);
    expect(expectedDemonstration()).toBeLessThan(350_000);
  });
});
