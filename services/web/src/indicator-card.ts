import type { Observation } from "@karnameh/projections/planner/question";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { renderChart } from "./chart.ts";
import { chartForm } from "./chart-form.ts";
import { formatDay, formatNumber, formatPeriod, formatUnit, gregorianNote } from "./format.ts";
import { messages } from "./messages.ts";
import { absence, observationTable } from "./observation-table.ts";
import { indicatorQuery, queryLink } from "./query-link.ts";
import type { FailedReading, Reading } from "./reading.ts";

const heading = ({ card }: Reading | FailedReading, lang: Lang, badge?: unknown) =>
  html`<header><h3><a href="#${card.code}" title="${messages[lang].permalink(card.title[lang])}">${card.title[lang]}</a></h3>${badge}</header>`;

const headline = ({ newest, shown, set }: Reading, lang: Lang) => {
  const text = messages[lang];
  if (newest === undefined || newest.value === null) {
    const last = shown.at(-1);
    return html`<div class="reading"><p class="value none">${text.noValue}</p>
<p class="period">${last && `${formatPeriod(last.period, lang)}: ${absence(last, lang)}`}</p></div>`;
  }
  const note = gregorianNote(newest.period, lang);
  const status =
    newest.status !== "A" &&
    html` <span class="status">${titleOf("CL_OBS_STATUS", newest.status, lang)}</span>`;
  const value = formatNumber(newest.value, lang, set.decimals);
  return html`<div class="reading"><p class="value"><data value="${newest.value}">${value}</data> <span class="unit">${formatUnit(set.unit, lang, value)}</span></p>
<p class="period">${formatPeriod(newest.period, lang)}${status}${note && html`<small>${note}</small>`}</p></div>`;
};

/** The lowest, highest and newest value in words. */
const chartDescription = ({ shown, set }: Reading, newest: Observation, lang: Lang): string => {
  const text = messages[lang];
  const say = (each: Observation): string =>
    `${formatNumber(each.value ?? 0, lang, set.decimals)} (${formatPeriod(each.period, lang)})`;
  const known = shown
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const missing = shown.length - known.length;
  const extent = text.chartDescription(say(known[0] ?? newest), say(known.at(-1) ?? newest), say(newest));
  return missing === 0 ? extent : extent + text.chartMissing(formatNumber(missing, lang));
};

const figure = (reading: Reading, lang: Lang) => {
  const { card, shown, newest } = reading;
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (newest === undefined || first === undefined || last === undefined)
    return html`<div class="no-chart"></div>`;
  const title = messages[lang].chartTitle(
    card.title[lang],
    formatPeriod(first.period, lang),
    formatPeriod(last.period, lang),
  );
  const text = { id: card.code, title, description: chartDescription(reading, newest, lang) };
  return html`<figure>${renderChart({ form: chartForm(card.code), lang, shown }, text)}</figure>`;
};

const meaning = ({ card }: Reading, lang: Lang) => {
  const text = messages[lang];
  return html`<details><summary>${text.meaning}</summary><dl>
<dt>${text.meaningHead}</dt><dd>${card.meaning[lang]}</dd>
<dt>${text.notCountedHead}</dt><dd>${card.notCounted[lang]}</dd>
<dt>${text.definedByHead}</dt><dd>${card.definedBy[lang]}</dd>
</dl></details>`;
};

const answered = (reading: Reading, lang: Lang) => {
  const text = messages[lang];
  const { card, set } = reading;
  const badge = set.isSynthetic && html`<span class="badge">${text.synthetic}</span>`;
  const vintage =
    set.vintage.asOf === null ? text.vintageUnknown : text.asKnownOn(formatDay(set.vintage.asOf, lang));
  return html`<article class="card" id="${card.code}">${heading(reading, lang, badge)}
${headline(reading, lang)}
${figure(reading, lang)}
<p class="vintage">${vintage}</p>
<div class="more">${meaning(reading, lang)}
<details><summary>${text.table}</summary>${observationTable(reading, lang)}</details>
<p class="query"><a href="${queryLink(indicatorQuery(reading, lang))}" aria-label="${text.queryOf(card.title[lang])}">${text.query}</a><code>${card.code}</code></p></div>
</article>`;
};

/** One indicator: its newest value, period, vintage, chart, meaning, table and query; or that it could not be answered. */
export const indicatorCard = (reading: Reading | FailedReading, lang: Lang) =>
  "set" in reading
    ? answered(reading, lang)
    : html`<article class="card failed" id="${reading.card.code}">${heading(reading, lang)}<p class="notice">${messages[lang].unanswered}</p></article>`;
