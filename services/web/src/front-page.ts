import type { ReleaseRow } from "@karnameh/projections/planner/catalogue";
import type { Lang, Text } from "@karnameh/schema/text";
import { html } from "hono/html";
import { claimsSection } from "./claims.ts";
import { formatDay, formatNumber } from "./format.ts";
import type { Front } from "./front.ts";
import { indicatorCard } from "./indicator-card.ts";
import { messages } from "./messages.ts";
import { catalogueQuery, queryLink } from "./query-link.ts";

/** A query that the page offers to try. */
export type ExampleQuery = { readonly title: Text; readonly query: string };

const facts = ({ status, readings }: Front, lang: Lang) => {
  const text = messages[lang];
  const fact = (value: string, name: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">${fact(formatNumber(status.events, lang), text.factEvents)}
${fact(formatNumber(readings.length, lang), text.factIndicators)}
${status.knownOn !== null && fact(formatDay(status.knownOn, lang), text.factKnownOn)}</dl>`;
};

const themesOf = ({ readings }: Front): readonly string[] => [
  ...new Set(readings.map(({ card }) => card.theme)),
];

const contents = (front: Front, lang: Lang) => {
  const text = messages[lang];
  const themes = themesOf(front).map((theme) => [`theme-${theme}`, text.themes[theme] ?? theme] as const);
  const rest = [["claims", text.claims] as const, ["series", text.series] as const];
  const links = [...themes, ...rest].map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="${text.contents}"><ul>${links}</ul></nav>`;
};

const theme = (name: string, front: Front, lang: Lang) => {
  const cards = front.readings.filter(({ card }) => card.theme === name);
  return html`<section class="band" id="theme-${name}"><div class="side"><h2>${messages[lang].themes[name] ?? name}</h2></div>
<div class="cards">${cards.map((each) => indicatorCard(each, lang))}</div></section>`;
};

const empty = (lang: Lang) => {
  const text = messages[lang];
  return html`<section class="plain"><h2>${text.emptyTitle}</h2><p>${text.emptyText}</p>
<pre dir="ltr"><code>scripts/karnameh import events.ndjson</code></pre></section>`;
};

const notes = ({ readings }: Front, lang: Lang) => {
  const text = messages[lang];
  const isSynthetic = readings.some((each) => "set" in each && each.set.isSynthetic);
  const badge =
    isSynthetic && html`<p><span class="badge">${text.synthetic}</span> ${text.syntheticNote}</p>`;
  return html`<div class="notes">${badge}<p>${text.readingCharts}</p></div>`;
};

const release = ({ asOf, reason, nextOn, isSynthetic }: ReleaseRow, lang: Lang) => {
  const text = messages[lang];
  const badge = isSynthetic && html` <span class="badge">${text.synthetic}</span>`;
  const next = nextOn !== null && html`<small>${text.nextRelease(formatDay(nextOn, lang))}</small>`;
  return html`<li><b>${text.releaseAsOf(formatDay(asOf, lang))}</b> ${reason[lang]}${badge}${next}</li>`;
};

const releases = (rows: readonly ReleaseRow[], lang: Lang) =>
  rows.length > 0 &&
  html`<section class="band" id="releases"><div class="side"><h2>${messages[lang].releases}</h2></div>
<ul class="list">${rows.map((each) => release(each, lang))}</ul></section>`;

const series = ({ series: cards }: Front, lang: Lang) => {
  const text = messages[lang];
  const simulated = cards.filter(({ isSimulated }) => isSimulated).length;
  const badge =
    simulated > 0 &&
    html`<p><span class="badge">${text.synthetic}</span> ${text.seriesSimulated(formatNumber(simulated, lang))}</p>`;
  const body =
    cards.length === 0
      ? html`<p>${text.seriesNone}</p>`
      : html`<p>${text.seriesSome(formatNumber(cards.length, lang))}</p>${badge}<p class="query"><a href="${queryLink(catalogueQuery(lang))}">${text.seriesQuery}</a></p>`;
  return html`<section class="band" id="series"><div class="side"><h2>${text.series}</h2></div><div>${body}</div></section>`;
};

const examples = (queries: readonly ExampleQuery[], lang: Lang) =>
  queries.length > 0 &&
  html`<section class="band" id="examples"><div class="side"><h2>${messages[lang].examples}</h2></div>
<ul class="list">${queries.map(({ title, query }) => html`<li><a href="${queryLink(query)}">${title[lang]}</a></li>`)}</ul></section>`;

/** The body of the first page, without its frame and foot. */
export const frontPage = (front: Front, queries: readonly ExampleQuery[], lang: Lang) => {
  if (front.status.events === 0) return html`${empty(lang)}${series(front, lang)}`;
  return html`${facts(front, lang)}${contents(front, lang)}${notes(front, lang)}
${themesOf(front).map((name) => theme(name, front, lang))}
${claimsSection(front.claims, lang)}
${releases(front.releases, lang)}
${series(front, lang)}
${examples(queries, lang)}`;
};
