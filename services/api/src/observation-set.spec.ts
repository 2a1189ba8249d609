import type { Observation } from "@karnameh/projections/planner/observation-query";
import { eventIndicators } from "@karnameh/projections/testing/fake-planner";
import { parsePeriod } from "@karnameh/schema/calendar";
import { describe, expect, it } from "vitest";
import { plannerOf, startApi } from "./testing/test-api.ts";

const FIELDS = "value status reason reasonText { en } display { fa en }";

describe("a query for observations", () => {
  it("reaches the planner unchanged, without arguments that are absent", async () => {
    const planner = plannerOf({});
    const { query } = startApi(planner);
    await query(`{ observations(indicator: "trainees") { total } }`);
    await query(`{
      observations(
        indicator: "trainees", by: ["provider"], where: [{ dimension: "provider", values: ["PUBLIC"] }],
        period: { from: "1401-Q2" }, frequency: QUARTER, calendar: JALALI, asOf: "2023-08-23"
      ) { total }
    }`);
    expect(planner.queries).toEqual([
      { indicator: "trainees" },
      {
        indicator: "trainees",
        by: ["provider"],
        where: [{ dimension: "provider", values: ["PUBLIC"] }],
        period: { from: "1401-Q2" },
        frequency: "QUARTER",
        calendar: "JALALI",
        asOf: "2023-08-23",
      },
    ]);
  });

  it("treats null as an absent argument", async () => {
    const planner = plannerOf({});
    await startApi(planner).query(
      `query ($asOf: Day) { observations(indicator: "trainees", by: null, asOf: $asOf) { total } }`,
      {
        asOf: null,
      },
    );
    expect(planner.queries).toEqual([{ indicator: "trainees" }]);
  });

  it("returns the sample size of a survey, and flags a small one", async () => {
    const planner = plannerOf({ status: "U", sampleSize: 12 }, {});
    const { data } = await startApi(planner).query(
      `{ observations(indicator: "trainees") { observations { status sampleSize } } }`,
    );
    expect(data).toEqual({
      observations: {
        observations: [
          { status: "U", sampleSize: 12 },
          { status: "A", sampleSize: null },
        ],
      },
    });
  });

  it("returns the query with its defaults, the vintage and a citation", async () => {
    const title = eventIndicators.find(({ code }) => code === "trainees")?.title.en;
    const { data } = await startApi().query(`{
      observations(indicator: "trainees", asOf: "2023-08-23") {
        query { indicator by frequency calendar asOf } vintage { asOf position } unit { code label { en } } citation { en }
      }
    }`);
    expect(data).toEqual({
      observations: {
        query: {
          indicator: "trainees",
          by: [],
          frequency: "YEAR",
          calendar: "JALALI",
          asOf: "2023-08-23",
        },
        vintage: { asOf: "2023-08-23", position: "184223" },
        unit: { code: "PERSONS", label: { en: "Persons" } },
        citation: {
          en: `Karnameh, "${title}" (trainees, 1402–1402), data as of 2023-08-23 (event log position 184223).`,
        },
      },
    });
  });
});

describe("an observation", () => {
  const observe = async (given: Partial<Observation>, fields = FIELDS, indicator = "trainees") => {
    const { data } = await startApi(plannerOf(given)).query(
      `{ observations(indicator: "${indicator}") { observations { ${fields} } } }`,
    );
    return (data as { observations: { observations: unknown[] } }).observations.observations[0];
  };

  it("is null with a reason if there is no data", async () => {
    expect(await observe({ value: null, status: "M", reason: "NO_EVENTS" })).toEqual({
      value: null,
      status: "M",
      reason: "NO_EVENTS",
      reasonText: { en: "No events were recorded for this period." },
      display: null,
    });
  });

  it("has a value if it is zero", async () => {
    expect(await observe({ value: 0 })).toEqual({
      value: 0,
      status: "A",
      reason: null,
      reasonText: null,
      display: { fa: "۰", en: "0" },
    });
  });

  it.each(["A", "P", "M", "Q", "E", "U", "B"] as const)("keeps the status %s", async (status) => {
    expect(await observe({ status, value: status === "M" || status === "Q" ? null : 3 }, "status")).toEqual({
      status,
    });
  });

  it("is formatted in both languages, next to the unrounded value", async () => {
    expect(await observe({ value: 2_861_000 }, "display { fa en }")).toEqual({
      display: { fa: "۲٬۸۶۱٬۰۰۰", en: "2,861,000" },
    });
    expect(await observe({ value: 12.548 }, "value display { fa en }", "replacement_rate")).toEqual({
      value: 12.548,
      display: { fa: "۱۲٫۵٪", en: "12.5 %" },
    });
  });

  it("has its period in both calendars and its coordinates in both languages", async () => {
    const given = {
      period: parsePeriod("1402-Q2", "JALALI"),
      coordinates: [
        { dimension: "provider", code: "PRIVATE" },
        { dimension: "organisation", code: "saipa" },
      ],
    };
    const fields =
      "period { code from to label { fa } inJalali { fa } inGregorian { en } } coordinates { dimension label { en } }";
    expect(await observe(given, fields)).toEqual({
      period: {
        code: "1402-Q2",
        from: "2023-06-22",
        to: "2023-09-22",
        label: { fa: "تابستان ۱۴۰۲" },
        inJalali: { fa: "۱ تیر ۱۴۰۲ تا ۳۱ شهریور ۱۴۰۲" },
        inGregorian: { en: "22 June 2023 to 22 September 2023" },
      },
      coordinates: [
        { dimension: "provider", label: { en: expect.stringMatching(/private/i) } },
        { dimension: "organisation", label: { en: "saipa" } },
      ],
    });
  });
});

describe("a response computed from simulated events", () => {
  it("is marked in both languages, in its notice and in its citation", async () => {
    const query = `{ observations(indicator: "trainees") { isSynthetic notice { fa en } citation { fa en } } }`;
    const { data } = await startApi(plannerOf({}, { isSynthetic: true })).query(query);
    const marked = { fa: expect.stringContaining("SYNTHETIC"), en: expect.stringContaining("SYNTHETIC") };
    expect(data).toEqual({ observations: { isSynthetic: true, notice: marked, citation: marked } });
    const recorded = await startApi().query(
      `{ observations(indicator: "trainees") { isSynthetic notice { en } } }`,
    );
    expect(recorded.data).toEqual({ observations: { isSynthetic: false, notice: null } });
  });
});
