import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { html, raw } from "hono/html";
import { CHART_HEIGHT, CHART_WIDTH, type ChartData, chartOption } from "./chart-option.ts";

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** The text that stands for a chart where it is not seen. */
export type ChartText = { readonly id: string; readonly title: string; readonly description: string };

const DRAWINGS_KEPT = 200;
const drawings = new Map<string, string>();

/** What ECharts adds for a browser with scripts, and inline styles, which the page's policy forbids. */
const NOISE = [
  /<style[\s\S]*?<\/style>/g,
  /<rect [^>]*fill="none"[^>]*><\/rect>/g,
  / (?:style|class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g,
  /\n/g,
] as const;

/** The drawing alone: what is inside the outermost element, with ids of its own. */
const strip = (svg: string, id: string): string =>
  NOISE.reduce((text, noise) => text.replace(noise, ""), svg)
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/zr\d+-/g, `${id}-`);

const draw = (data: ChartData, id: string): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: CHART_WIDTH, height: CHART_HEIGHT });
  try {
    chart.setOption(chartOption(data));
    return strip(chart.renderToSVGString({ useViewBox: true }), id);
  } finally {
    chart.dispose();
  }
};

/** Draws once for the same data: a new vintage that left an indicator as it was costs no new drawing. */
const drawOnce = (data: ChartData, id: string): string => {
  const points = data.shown.map(({ period, value, status }) => [period.code, value, status]);
  const key = JSON.stringify([id, data.lang, data.form, points]);
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawing = draw(data, id);
  const oldest = drawings.size >= DRAWINGS_KEPT ? drawings.keys().next().value : undefined;
  if (oldest !== undefined) drawings.delete(oldest);
  drawings.set(key, drawing);
  return drawing;
};

/** A chart as SVG inside the page, in the page's colours, with its text alternative. */
export const renderChart = (data: ChartData, text: ChartText) => {
  const [titleId, descriptionId] = [`${text.id}-chart-title`, `${text.id}-chart-text`];
  return html`<svg class="chart" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" role="img"
    aria-labelledby="${titleId} ${descriptionId}"><title id="${titleId}">${text.title}</title><desc
    id="${descriptionId}">${text.description}</desc>${raw(drawOnce(data, text.id))}</svg>`;
};
