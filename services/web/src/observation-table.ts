import type { Observation } from "@karnameh/projections/planner/observation-query";
import { missingReasons } from "@karnameh/projections/planner/observation-texts";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { formatNumber, formatPeriod, formatUnit, gregorianNote } from "./format.ts";
import type { IndicatorSnapshot } from "./indicator-snapshot.ts";
import { messages } from "./messages.ts";

/** Why an observation has no value: suppressed, or missing for a reason. */
export const missingValueText = ({ status, reason }: Observation, lang: Lang): string => {
  const text = messages[lang];
  if (status === "Q") return text.suppressed;
  return text.noData(reason === null ? "" : missingReasons[reason][lang]).trim();
};

const count = (value: number | null, lang: Lang): string => (value === null ? "" : formatNumber(value, lang));

const row = (observation: Observation, snapshot: IndicatorSnapshot, lang: Lang) => {
  const { period, value, numerator, denominator, sampleSize, status } = observation;
  const note = gregorianNote(period, lang);
  const head = html`<th scope="row">${formatPeriod(period, lang)}${note && html`<small>${note}</small>`}</th>`;
  const isRatio = hasDenominators(snapshot);
  if (value === null)
    return html`<tr class="absent">${head}<td colspan="${isRatio ? 4 : 2}">${missingValueText(observation, lang)}</td></tr>`;
  const parts = isRatio && html`<td>${count(numerator, lang)}</td><td>${count(denominator, lang)}</td>`;
  const sample = sampleSize === null ? "" : messages[lang].sampleSize(formatNumber(sampleSize, lang));
  return html`<tr>${head}<td>${formatNumber(value, lang, snapshot.set.decimals)}</td>${parts}<td class="word">${titleOf("CL_OBS_STATUS", status, lang)}${sample}</td></tr>`;
};

/** Whether the indicator is a ratio, so that the table shows numerators and denominators. */
const hasDenominators = ({ shown }: IndicatorSnapshot): boolean =>
  shown.some(({ denominator }) => denominator !== null);

/** All values of a chart, latest first; a missing value has its reason. */
export const observationTable = (snapshot: IndicatorSnapshot, lang: Lang) => {
  const text = messages[lang];
  const title = snapshot.metadata.title[lang];
  const parts =
    hasDenominators(snapshot) &&
    html`<th scope="col">${text.numeratorHead}</th><th scope="col">${text.denominatorHead}</th>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table>
<caption>${text.tableCaption(title, formatUnit(snapshot.set.unit, lang))}</caption>
<thead><tr><th scope="col">${text.periodHead}</th><th scope="col">${text.valueHead}</th>${parts}<th scope="col" class="word">${text.statusHead}</th></tr></thead>
<tbody>${snapshot.shown.toReversed().map((each) => row(each, snapshot, lang))}</tbody>
</table></div>`;
};
