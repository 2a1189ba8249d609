import type { ModelStatus } from "@karnameh/projections/planner/catalogue";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { formatAge, formatDay, formatNumber, formatPosition } from "./format.ts";
import { messages } from "./messages.ts";

const setAside = ({ unprocessableEvents: rows }: ModelStatus, lang: Lang) => {
  const text = messages[lang];
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return text.none;
  const lines = rows.map(
    ({ count, type, reason }) => html`<li>${text.setAsideRow(formatNumber(count, lang), type, reason)}</li>`,
  );
  return html`${formatNumber(total, lang)}<ul>${lines}</ul>`;
};

/** The foot of every page; without a status where the model cannot be asked. */
export const systemFooter = (live: ReaderStatus, status: ModelStatus | undefined, lang: Lang) => {
  const text = messages[lang];
  const item = (head: string, value: unknown) => html`<div><dt>${head}</dt><dd>${value}</dd></div>`;
  const newest = (seconds: number | null, known: ModelStatus | undefined) => {
    if (seconds !== null) return item(text.ageHead, formatAge(seconds, lang));
    return known?.knownOn ? item(text.factKnownOn, formatDay(known.knownOn, lang)) : "";
  };
  return html`<footer class="foot"><h2>${text.system}</h2>
<dl>${item(text.stateHead, text.states[live.state] ?? live.state)}
${item(text.positionHead, formatPosition(live.position, lang))}
${item(text.headHead, formatPosition(live.head, lang))}
${item(text.lagHead, formatNumber(live.lagEvents, lang))}
${newest(live.ageSeconds, status)}
${status && item(text.eventsHead, formatNumber(status.events, lang))}
${status && item(text.setAsideHead, setAside(status, lang))}</dl>
<p class="note">${text.colophon}</p></footer>`;
};
