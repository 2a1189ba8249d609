import { parsePeriod } from "@karnameh/schema/calendar";
import { describe, expect, it } from "vitest";
import { openApi } from "./ask.ts";
import { row, twinPlanner } from "./twin-planner.ts";

const FIELDS = "value status reason reasonText { en } display { fa en }";

describe("a question", () => {
  it("reaches the planner as it was asked, and what is left out stays out", async () => {
    const planner = twinPlanner();
    const { ask } = openApi(planner);
    await ask(`{ observations(indicator: "trainees") { total } }`);
    await ask(`{
      observations(
        indicator: "trainees", by: ["provider"], where: [{ dimension: "provider", values: ["PUBLIC"] }],
        period: { from: "1401-Q2" }, frequency: QUARTER, calendar: JALALI, asOf: "2023-08-23"
      ) { total }
    }`);
    expect(planner.asked).toEqual([
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

  it("takes null for what is left out", async () => {
    const planner = twinPlanner();
    await openApi(planner).ask(
      `query ($asOf: Day) { observations(indicator: "trainees", by: null, asOf: $asOf) { total } }`,
      {
        asOf: null,
      },
    );
    expect(planner.asked).toEqual([{ indicator: "trainees" }]);
  });

  it("is answered with the size of the sample, where a survey answers it, and flagged where that is small", async () => {
    const planner = twinPlanner([row({ status: "U", sampleSize: 12 }), row()]);
    const { data } = await openApi(planner).ask(
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

  it("is echoed with its defaults, its vintage and how to cite it", async () => {
    const { data } = await openApi().ask(`{
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
        vintage: { asOf: "2023-08-23", position: "42" },
        unit: { code: "PERSONS", label: { en: "Persons" } },
        citation: {
          en: 'Karnameh, "Trainees" (trainees, 1402–1402), as known on 2023-08-23 (position 42 of the log).',
        },
      },
    });
  });
});

describe("an observation", () => {
  const observe = async (given: Parameters<typeof row>[0], fields = FIELDS, indicator = "trainees") => {
    const { data } = await openApi(twinPlanner([row(given)])).ask(
      `{ observations(indicator: "${indicator}") { observations { ${fields} } } }`,
    );
    return (data as { observations: { observations: unknown[] } }).observations.observations[0];
  };

  it("is null with a reason where there is no data", async () => {
    expect(await observe({ value: null, status: "M", reason: "NO_EVENTS" })).toEqual({
      value: null,
      status: "M",
      reason: "NO_EVENTS",
      reasonText: { en: "Nothing was recorded that bears on this period." },
      display: null,
    });
  });

  it("is a value where it is zero", async () => {
    expect(await observe({ value: 0 })).toEqual({
      value: 0,
      status: "A",
      reason: null,
      reasonText: null,
      display: { fa: "۰", en: "0" },
    });
  });

  it.each(["A", "P", "M", "Q", "E"] as const)("keeps the status %s apart from the others", async (status) => {
    expect(await observe({ status, value: status === "M" || status === "Q" ? null : 3 }, "status")).toEqual({
      status,
    });
  });

  it("is written for reading in both scripts, and left unrounded beside", async () => {
    expect(await observe({ value: 2_861_000 }, "display { fa en }")).toEqual({
      display: { fa: "۲٬۸۶۱٬۰۰۰", en: "2,861,000" },
    });
    expect(await observe({ value: 12.548 }, "value display { fa en }", "replacement_rate")).toEqual({
      value: 12.548,
      display: { fa: "۱۲٫۵٪", en: "12.5 %" },
    });
  });

  it("names its period in both calendars and its coordinates in both languages", async () => {
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

describe("an answer that rests on simulated events", () => {
  it("says so in both languages, in its notice and in its citation", async () => {
    const query = `{ observations(indicator: "trainees") { isSynthetic notice { fa en } citation { fa en } } }`;
    const { data } = await openApi(twinPlanner([row(), row({ isSynthetic: true })])).ask(query);
    const marked = { fa: expect.stringContaining("SYNTHETIC"), en: expect.stringContaining("SYNTHETIC") };
    expect(data).toEqual({ observations: { isSynthetic: true, notice: marked, citation: marked } });
    const recorded = await openApi().ask(
      `{ observations(indicator: "trainees") { isSynthetic notice { en } } }`,
    );
    expect(recorded.data).toEqual({ observations: { isSynthetic: false, notice: null } });
  });
});
