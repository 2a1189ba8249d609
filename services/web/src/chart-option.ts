import type { Observation } from "@karnameh/projections/planner/observation-query";
import type { Lang } from "@karnameh/schema/text";
import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { ChartForm } from "./chart-form.ts";
import { formatDigits, formatShort } from "./format.ts";

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** The data of a chart. */
export type ChartData = {
  readonly form: ChartForm;
  readonly lang: Lang;
  readonly shown: readonly Observation[];
};

/** The size of a chart in its own units; the page scales it to the width of its card. */
export const CHART_WIDTH = 440;
export const CHART_HEIGHT = 180;

/** The colours are variables of the page, so that dark mode and print apply to the chart. */
const INK = "var(--accent)";
const QUIET = "var(--muted)";
const RULE = "var(--rule)";
const PAPER = "var(--card)";
const EMPTY = "var(--void)";
const PALE = "var(--pale)";

const AXIS_MARGIN = 58;
const FAR_MARGIN = 14;

/** Isolates a label: inside SVG the base direction is left to right, whatever the page has. */
const isolate = (label: string, lang: Lang): string => (lang === "fa" ? `\u2067${label}\u2069` : label);

const PERIODS_PER_YEAR = { MONTH: 12, QUARTER: 4, YEAR: 1 } as const;

/** The year, for the first period of a year; otherwise empty. */
const yearMark = ({ period }: Observation, lang: Lang): string => {
  const size = PERIODS_PER_YEAR[period.frequency];
  return period.ordinal % size === 0 ? isolate(formatDigits(String(period.ordinal / size), lang), lang) : "";
};

/** The smallest step of 1, 2, 2.5 or 5 times a power of ten that is not below `minimum`. */
const niceStep = (minimum: number): number => {
  const power = 10 ** Math.floor(Math.log10(minimum));
  return ([1, 2, 2.5, 5].find((each) => each * power >= minimum) ?? 10) * power;
};

/**
 * The axis range of a line chart, which need not start at zero. It spans at least a fifth of the largest value, so that
 * small changes do not look large, and never extends beyond 0 or 100 unless the values do.
 */
const lineRange = (shown: readonly Observation[]): { min: number; max: number; interval: number } => {
  const values = shown.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const slack = Math.max(0, Math.abs(high) * 0.2 - (high - low)) / 2;
  const interval = niceStep((high - low + 2 * slack || 1) / 5);
  const floor = low >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling = high <= 100 ? 100 : Number.POSITIVE_INFINITY;
  const min = Math.max(floor, Math.floor((low - slack) / interval) * interval);
  return { min, max: Math.min(ceiling, Math.ceil((high + slack) / interval) * interval), interval };
};

const axes = ({ form, lang, shown }: ChartData): Pick<ChartOption, "xAxis" | "yAxis"> => {
  const marks = shown.map((each) => yearMark(each, lang));
  const line = { lineStyle: { color: RULE } };
  const interval = (index: number): boolean => marks[index] !== "";
  return {
    xAxis: {
      type: "category",
      inverse: lang === "fa",
      data: marks,
      axisLine: { ...line, onZero: true },
      axisTick: { ...line, alignWithLabel: true, interval },
      axisLabel: { color: QUIET, interval, margin: 10 },
    },
    yAxis: [
      {
        type: "value",
        position: lang === "fa" ? "right" : "left",
        ...(form === "LINE" ? lineRange(shown) : { splitNumber: 3, minInterval: 1 }),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          color: QUIET,
          margin: 10,
          formatter: (value: number) => isolate(formatShort(value, lang), lang),
        },
        splitLine: { lineStyle: { color: RULE } },
      },
      { type: "value", show: false, min: 0, max: 1 },
    ],
  };
};

/** The chart is a static image: no pointer interaction. */
const STATIC = { silent: true, emphasis: { disabled: true } } as const;

/** Bands behind the periods without data, so that a gap does not look like zero. */
const emptyBands = (shown: readonly Observation[]): BarSeriesOption => ({
  type: "bar",
  yAxisIndex: 1,
  barWidth: "100%",
  ...STATIC,
  itemStyle: { color: EMPTY },
  data: shown.map(({ value }) => (value === null ? 1 : null)),
});

const bars = (shown: readonly Observation[]): BarSeriesOption => ({
  type: "bar",
  ...STATIC,
  barGap: "-100%",
  barWidth: "66%",
  data: shown.map(({ value, status }) => ({
    value,
    itemStyle: status === "P" ? { color: PALE, borderColor: INK, borderWidth: 1 } : { color: INK },
  })),
});

/** Marks the points that the line alone does not show: between two gaps, provisional, or the latest. */
const points = (shown: readonly Observation[]) => {
  const latest = shown.findLastIndex(({ value }) => value !== null);
  const isMissing = (index: number): boolean => (shown[index]?.value ?? null) === null;
  return shown.map(({ value, status }, index) => {
    const isMarked = index === latest || status === "P" || (isMissing(index - 1) && isMissing(index + 1));
    const itemStyle = { color: status === "P" ? PAPER : INK, borderColor: INK, borderWidth: 2 };
    return { value, symbol: isMarked && value !== null ? "circle" : "none", symbolSize: 7, itemStyle };
  });
};

const line = (shown: readonly Observation[], form: ChartForm): LineSeriesOption => ({
  type: "line",
  ...STATIC,
  connectNulls: false,
  clip: false,
  showSymbol: true,
  showAllSymbol: true,
  lineStyle: { color: INK, width: 2.25 },
  ...(form === "AREA" && { areaStyle: { color: INK, opacity: 0.14 } }),
  data: points(shown),
});

/** The ECharts option of a chart. In Persian, time runs from right to left and the value axis is on the right. */
export const chartOption = (data: ChartData): ChartOption => {
  const { form, lang, shown } = data;
  const [left, right] = lang === "fa" ? [FAR_MARGIN, AXIS_MARGIN] : [AXIS_MARGIN, FAR_MARGIN];
  return {
    animation: false,
    grid: { left, right, top: 14, bottom: 28, outerBoundsMode: "none" },
    ...axes(data),
    series: [emptyBands(shown), form === "BAR" ? bars(shown) : line(shown, form)],
  };
};
