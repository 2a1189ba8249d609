import { themes } from "@karnameh/projections/engine/themes";
import type { ReleaseRow } from "@karnameh/projections/planner/releases";
import type { Lang, Text } from "@karnameh/schema/text";
import { html } from "hono/html";
import { claimsSection } from "./claims-section.ts";
import { formatDay, formatNumber } from "./format.ts";
import { type HomeData, readHomeData } from "./home-data.ts";
import { indicatorCard } from "./indicator-card.ts";
import { messages } from "./messages.ts";
import type { ExampleQuery, PageContent, PageRequest } from "./page.ts";
import { indicatorsQuery, queryLink } from "./query-link.ts";

const facts = ({ status, snapshots }: HomeData, lang: Lang) => {
  const text = messages[lang];
  const fact = (value: string, name: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">${fact(formatNumber(status.events, lang), text.factEvents)}
${fact(formatNumber(snapshots.length, lang), text.factIndicators)}
${status.knownOn !== null && fact(formatDay(status.knownOn, lang), text.factKnownOn)}</dl>`;
};

const themesOf = ({ snapshots }: HomeData): readonly string[] => [
  ...new Set(snapshots.map(({ metadata }) => metadata.theme)),
];

const themeTitles: Readonly<Record<string, Text>> = themes;
const themeTitle = (theme: string, lang: Lang): string => themeTitles[theme]?.[lang] ?? theme;

const contents = (data: HomeData, lang: Lang) => {
  const text = messages[lang];
  const sections = themesOf(data).map((theme) => [`theme-${theme}`, themeTitle(theme, lang)] as const);
  const rest = [["claims", text.claims] as const, ["series", text.series] as const];
  const links = [...sections, ...rest].map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="${text.contents}"><ul>${links}</ul></nav>`;
};

const themeSection = (theme: string, { snapshots }: HomeData, lang: Lang) => {
  const own = snapshots.filter(({ metadata }) => metadata.theme === theme);
  return html`<section class="band" id="theme-${theme}"><div class="side"><h2>${themeTitle(theme, lang)}</h2></div>
<div class="cards">${own.map((each) => indicatorCard(each, lang))}</div></section>`;
};

const noEvents = (lang: Lang) => {
  const text = messages[lang];
  return html`<section class="plain"><h2>${text.emptyTitle}</h2><p>${text.emptyText}</p>
<pre dir="ltr"><code>scripts/karnameh import events.ndjson</code></pre></section>`;
};

const notes = ({ snapshots }: HomeData, lang: Lang) => {
  const text = messages[lang];
  const isSynthetic = snapshots.some((each) => "set" in each && each.set.isSynthetic);
  const badge =
    isSynthetic && html`<p><span class="badge">${text.synthetic}</span> ${text.syntheticNote}</p>`;
  return html`<div class="notes">${badge}<p>${text.readingCharts}</p></div>`;
};

const release = ({ asOf, reason, nextOn, isSynthetic }: ReleaseRow, lang: Lang) => {
  const text = messages[lang];
  const badge = isSynthetic && html` <span class="badge">${text.synthetic}</span>`;
  const next = nextOn !== null && html`<small>${text.nextRelease(formatDay(nextOn, lang))}</small>`;
  return html`<li><b>${text.dataAsOf(formatDay(asOf, lang))}</b> ${reason[lang]}${badge}${next}</li>`;
};

const releasesSection = (rows: readonly ReleaseRow[], lang: Lang) =>
  rows.length > 0 &&
  html`<section class="band" id="releases"><div class="side"><h2>${messages[lang].releases}</h2></div>
<ul class="list">${rows.map((each) => release(each, lang))}</ul></section>`;

const seriesSection = ({ series }: HomeData, lang: Lang) => {
  const text = messages[lang];
  const simulated = series.filter(({ isSimulated }) => isSimulated).length;
  const badge =
    simulated > 0 &&
    html`<p><span class="badge">${text.synthetic}</span> ${text.seriesSimulated(formatNumber(simulated, lang))}</p>`;
  const body =
    series.length === 0
      ? html`<p>${text.seriesNone}</p>`
      : html`<p>${text.seriesSome(formatNumber(series.length, lang))}</p>${badge}<p class="query"><a href="${queryLink(indicatorsQuery(lang))}">${text.seriesQuery}</a></p>`;
  return html`<section class="band" id="series"><div class="side"><h2>${text.series}</h2></div><div>${body}</div></section>`;
};

const examplesSection = (queries: readonly ExampleQuery[], lang: Lang) =>
  queries.length > 0 &&
  html`<section class="band" id="examples"><div class="side"><h2>${messages[lang].examples}</h2></div>
<ul class="list">${queries.map(({ title, query }) => html`<li><a href="${queryLink(query)}">${title[lang]}</a></li>`)}</ul></section>`;

const content = (data: HomeData, queries: readonly ExampleQuery[], lang: Lang) => {
  if (data.status.events === 0) return html`${noEvents(lang)}${seriesSection(data, lang)}`;
  return html`${facts(data, lang)}${contents(data, lang)}${notes(data, lang)}
${themesOf(data).map((theme) => themeSection(theme, data, lang))}
${claimsSection(data.claims, lang)}
${releasesSection(data.releases, lang)}
${seriesSection(data, lang)}
${examplesSection(queries, lang)}`;
};

/** The home page: all indicators by theme, contradictory claims, releases, official series and example queries. */
export const renderHomePage = async (request: PageRequest): Promise<PageContent> => {
  const { planner, status, lang, exampleQueries } = request;
  const data = await readHomeData(planner, status);
  return {
    main: content(data, exampleQueries, lang),
    isCacheable: data.isCacheable,
    failures: data.snapshots.flatMap((each) =>
      "error" in each ? [{ indicator: each.metadata.code, error: each.error }] : [],
    ),
  };
};
