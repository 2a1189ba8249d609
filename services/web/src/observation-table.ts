import type { Observation } from "@karnameh/projections/planner/question";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { formatNumber, formatPeriod, formatUnit, gregorianNote } from "./format.ts";
import { messages } from "./messages.ts";
import type { Reading } from "./reading.ts";

/** Why there is no number: withheld, or missing for a reason. */
export const absence = ({ status, reason }: Observation, lang: Lang): string => {
  const text = messages[lang];
  if (status === "Q") return text.withheld;
  return text.noData(reason === null ? text.unknown : text.reasons[reason]);
};

const count = (value: number | null, lang: Lang): string => (value === null ? "" : formatNumber(value, lang));

const row = (observation: Observation, reading: Reading, lang: Lang) => {
  const { period, value, numerator, denominator, sampleSize, status } = observation;
  const note = gregorianNote(period, lang);
  const head = html`<th scope="row">${formatPeriod(period, lang)}${note && html`<small>${note}</small>`}</th>`;
  const isRatio = hasParts(reading);
  if (value === null)
    return html`<tr class="absent">${head}<td colspan="${isRatio ? 4 : 2}">${absence(observation, lang)}</td></tr>`;
  const parts = isRatio && html`<td>${count(numerator, lang)}</td><td>${count(denominator, lang)}</td>`;
  const sample = sampleSize === null ? "" : messages[lang].sample(formatNumber(sampleSize, lang));
  return html`<tr>${head}<td>${formatNumber(value, lang, reading.set.decimals)}</td>${parts}<td class="word">${titleOf("CL_OBS_STATUS", status, lang)}${sample}</td></tr>`;
};

/** Whether it is a share of something, so that its parts are worth showing. */
const hasParts = ({ shown }: Reading): boolean => shown.some(({ denominator }) => denominator !== null);

/** Every number of a chart, newest first; a missing one says why. */
export const observationTable = (reading: Reading, lang: Lang) => {
  const text = messages[lang];
  const title = reading.card.title[lang];
  const parts =
    hasParts(reading) &&
    html`<th scope="col">${text.numeratorHead}</th><th scope="col">${text.denominatorHead}</th>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table>
<caption>${text.tableCaption(title, formatUnit(reading.set.unit, lang))}</caption>
<thead><tr><th scope="col">${text.periodHead}</th><th scope="col">${text.valueHead}</th>${parts}<th scope="col" class="word">${text.statusHead}</th></tr></thead>
<tbody>${reading.shown.toReversed().map((each) => row(each, reading, lang))}</tbody>
</table></div>`;
};
