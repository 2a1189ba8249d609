import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { html, raw } from "hono/html";
import { CHART_HEIGHT, CHART_WIDTH, type ChartData, chartOption } from "./chart-option.ts";

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** The text alternative of a chart. */
export type ChartText = { readonly id: string; readonly title: string; readonly description: string };

const MAX_DRAWINGS = 200;
const drawings = new Map<string, string>();

/** Attributes for scripts, and inline styles, which the content security policy forbids. */
const NOISE = [
  /<style[\s\S]*?<\/style>/g,
  /<rect [^>]*fill="none"[^>]*><\/rect>/g,
  / (?:style|class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g,
  /\n/g,
] as const;

/** The content of the outermost element, with unique ids. */
const innerSvg = (svg: string, id: string): string =>
  NOISE.reduce((text, noise) => text.replace(noise, ""), svg)
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/zr\d+-/g, `${id}-`);

const draw = (data: ChartData, id: string): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: CHART_WIDTH, height: CHART_HEIGHT });
  try {
    chart.setOption(chartOption(data));
    return innerSvg(chart.renderToSVGString({ useViewBox: true }), id);
  } finally {
    chart.dispose();
  }
};

/** Draws the same data only once: a new vintage that does not change an indicator needs no new drawing. */
const drawOnce = (data: ChartData, id: string): string => {
  const points = data.shown.map(({ period, value, status }) => [period.code, value, status]);
  const key = JSON.stringify([id, data.lang, data.form, points]);
  const cached = drawings.get(key);
  if (cached !== undefined) return cached;
  const drawing = draw(data, id);
  const oldest = drawings.size >= MAX_DRAWINGS ? drawings.keys().next().value : undefined;
  if (oldest !== undefined) drawings.delete(oldest);
  drawings.set(key, drawing);
  return drawing;
};

/** A chart as inline SVG, in the page's colours, with its text alternative. */
export const renderChart = (data: ChartData, text: ChartText) => {
  const [titleId, descriptionId] = [`${text.id}-chart-title`, `${text.id}-chart-text`];
  return html`<svg class="chart" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" role="img"
    aria-labelledby="${titleId} ${descriptionId}"><title id="${titleId}">${text.title}</title><desc
    id="${descriptionId}">${text.description}</desc>${raw(drawOnce(data, text.id))}</svg>`;
};
