import type { Observation } from "@karnameh/projections/planner/observation-query";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { renderChart } from "./chart.ts";
import { chartForm } from "./chart-form.ts";
import { formatDay, formatNumber, formatPeriod, formatUnit, gregorianNote } from "./format.ts";
import type { FailedSnapshot, IndicatorSnapshot } from "./indicator-snapshot.ts";
import { messages } from "./messages.ts";
import { missingValueText, observationTable } from "./observation-table.ts";
import { observationsQuery, queryLink } from "./query-link.ts";

const heading = ({ metadata }: IndicatorSnapshot | FailedSnapshot, lang: Lang, badge?: unknown) => {
  const title = metadata.title[lang];
  return html`<header><h3><a href="#${metadata.code}" title="${messages[lang].permalink(title)}">${title}</a></h3>${badge}</header>`;
};

const latestValue = ({ latest, shown, set }: IndicatorSnapshot, lang: Lang) => {
  const text = messages[lang];
  if (latest === undefined || latest.value === null) {
    const last = shown.at(-1);
    return html`<div class="latest"><p class="value none">${text.noValue}</p>
<p class="period">${last && `${formatPeriod(last.period, lang)}: ${missingValueText(last, lang)}`}</p></div>`;
  }
  const note = gregorianNote(latest.period, lang);
  const status =
    latest.status !== "A" &&
    html` <span class="status">${titleOf("CL_OBS_STATUS", latest.status, lang)}</span>`;
  const value = formatNumber(latest.value, lang, set.decimals);
  return html`<div class="latest"><p class="value"><data value="${latest.value}">${value}</data> <span class="unit">${formatUnit(set.unit, lang, value)}</span></p>
<p class="period">${formatPeriod(latest.period, lang)}${status}${note && html`<small>${note}</small>`}</p></div>`;
};

/** The lowest, highest and latest value in words. */
const chartDescription = ({ shown, set }: IndicatorSnapshot, latest: Observation, lang: Lang): string => {
  const text = messages[lang];
  const describe = (each: Observation): string =>
    `${formatNumber(each.value ?? 0, lang, set.decimals)} (${formatPeriod(each.period, lang)})`;
  const known = shown
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const missing = shown.length - known.length;
  const [low, high] = [known[0] ?? latest, known.at(-1) ?? latest];
  const description = text.chartDescription(describe(low), describe(high), describe(latest));
  return missing === 0 ? description : description + text.chartMissing(formatNumber(missing, lang));
};

const chart = (snapshot: IndicatorSnapshot, lang: Lang) => {
  const { metadata, shown, latest } = snapshot;
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (latest === undefined || first === undefined || last === undefined)
    return html`<div class="no-chart"></div>`;
  const title = messages[lang].chartTitle(
    metadata.title[lang],
    formatPeriod(first.period, lang),
    formatPeriod(last.period, lang),
  );
  const text = { id: metadata.code, title, description: chartDescription(snapshot, latest, lang) };
  return html`<figure>${renderChart({ form: chartForm(metadata.code), lang, shown }, text)}</figure>`;
};

const definition = ({ metadata }: IndicatorSnapshot, lang: Lang) => {
  const text = messages[lang];
  return html`<details><summary>${text.definitionAndExclusions}</summary><dl>
<dt>${text.definition}</dt><dd>${metadata.meaning[lang]}</dd>
<dt>${text.exclusions}</dt><dd>${metadata.notCounted[lang]}</dd>
<dt>${text.definedBy}</dt><dd>${metadata.definedBy[lang]}</dd>
</dl></details>`;
};

const card = (snapshot: IndicatorSnapshot, lang: Lang) => {
  const text = messages[lang];
  const { metadata, set } = snapshot;
  const badge = set.isSynthetic && html`<span class="badge">${text.synthetic}</span>`;
  const vintage =
    set.vintage.asOf === null ? text.vintageUnknown : text.dataAsOf(formatDay(set.vintage.asOf, lang));
  return html`<article class="card" id="${metadata.code}">${heading(snapshot, lang, badge)}
${latestValue(snapshot, lang)}
${chart(snapshot, lang)}
<p class="vintage">${vintage}</p>
<div class="more">${definition(snapshot, lang)}
<details><summary>${text.table}</summary>${observationTable(snapshot, lang)}</details>
<p class="query"><a href="${queryLink(observationsQuery(snapshot, lang))}" aria-label="${text.queryOf(metadata.title[lang])}">${text.query}</a><code>${metadata.code}</code></p></div>
</article>`;
};

/** One indicator: latest value, period, as-of date, chart, definition, table and query; or a note that it failed. */
export const indicatorCard = (snapshot: IndicatorSnapshot | FailedSnapshot, lang: Lang) =>
  "set" in snapshot
    ? card(snapshot, lang)
    : html`<article class="card failed" id="${snapshot.metadata.code}">${heading(snapshot, lang)}<p class="notice">${messages[lang].unavailable}</p></article>`;
