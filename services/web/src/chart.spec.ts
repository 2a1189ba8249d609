import type { Observation } from "@karnameh/projections/planner/observation-query";
import { periodFromOrdinal } from "@karnameh/schema/calendar";
import { expect, test } from "vitest";
import { renderChart } from "./chart.ts";
import type { ChartForm } from "./chart-form.ts";
import { chartOption } from "./chart-option.ts";

const observation = (value: number | null, index: number): Observation => ({
  period: periodFromOrdinal("JALALI", "QUARTER", 1400 * 4 + index),
  coordinates: [],
  value,
  numerator: null,
  denominator: null,
  sampleSize: null,
  status: value === null ? "M" : "A",
  reason: value === null ? "NO_EVENTS" : null,
  isSynthetic: false,
});

const data = (values: readonly (number | null)[], form: ChartForm, lang: "fa" | "en" = "fa") => ({
  form,
  lang,
  shown: values.map(observation),
});

const draw = async (values: readonly (number | null)[], form: ChartForm, lang: "fa" | "en" = "fa") =>
  String(
    await renderChart(data(values, form, lang), { id: "hires", title: "استخدام‌ها", description: "شرح" }),
  );

test("a chart has a title and a description", async () => {
  const svg = await draw([1, 2], "BAR");
  expect(svg).toContain('role="img"');
  expect(svg).toContain('<title id="hires-chart-title">استخدام‌ها</title>');
  expect(svg).toContain('id="hires-chart-text">شرح</desc>');
});

test("a chart takes its colours from the page and has no style of its own", async () => {
  for (const form of ["BAR", "LINE", "AREA"] as const) {
    const svg = await draw([1, null, 3, 2], form);
    expect(svg).toContain("var(--accent)");
    expect(svg).not.toMatch(/<style| style=|#[0-9a-f]{6}/);
  }
});

test("a period without data is a band; a zero is not", async () => {
  expect(await draw([5, null, 3], "BAR")).toContain("var(--void)");
  expect(await draw([5, 0, 3], "BAR")).not.toContain("var(--void)");
});

test("a line breaks at a period without data", async () => {
  const moves = (svg: string) =>
    (svg.match(/<path d="([^"]+)"[^>]*stroke-width="2.25"/)?.[1]?.match(/M/g) ?? []).length;
  expect(moves(await draw([1, 2, 3, 4], "LINE"))).toBe(1);
  expect(moves(await draw([1, 2, null, 3, 4], "LINE"))).toBe(2);
});

test("in Persian, time runs from right to left, the value axis is on the right and labels are isolated", async () => {
  expect(chartOption(data([1, 2], "BAR"))).toMatchObject({
    xAxis: { inverse: true },
    yAxis: [{ position: "right" }, {}],
  });
  expect(chartOption(data([1, 2], "BAR", "en"))).toMatchObject({
    xAxis: { inverse: false },
    yAxis: [{ position: "left" }, {}],
  });
  expect(await draw([1, 2], "BAR")).toContain("\u2067۱۴۰۰\u2069");
});

test("bars start at zero; a line need not, but does not exaggerate small changes", () => {
  expect(chartOption(data([58, 59], "BAR"))).not.toMatchObject({ yAxis: [{ min: expect.anything() }, {}] });
  expect(chartOption(data([58, 59], "LINE"))).toMatchObject({
    yAxis: [{ min: 52.5, max: 65, interval: 2.5 }, {}],
  });
});

test("the axis of a rate stays between 0 and 100", () => {
  expect(chartOption(data([99, 100], "LINE"))).toMatchObject({ yAxis: [{ max: 100 }, {}] });
  expect(chartOption(data([0, 0], "LINE"))).toMatchObject({ yAxis: [{ min: 0 }, {}] });
});
