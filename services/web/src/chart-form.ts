import { indicators } from "@karnameh/projections/indicators";

/** The form of a chart: flows are bars, a stock is an area, rates and durations are lines. */
export type ChartForm = "BAR" | "AREA" | "LINE";

const forms = new Map(
  indicators.map(({ code, formula }): readonly [string, ChartForm] => {
    if (formula.kind !== "sum") return [code, "LINE"];
    return [code, formula.of.cube.measures[formula.of.measure]?.kind === "stock" ? "AREA" : "BAR"];
  }),
);

export const chartForm = (code: string): ChartForm => forms.get(code) ?? "LINE";
