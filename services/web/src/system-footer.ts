import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { formatAge, formatDay, formatNumber, formatPosition } from "./format.ts";
import { messages } from "./messages.ts";

const unprocessable = ({ unprocessableEvents: rows }: ModelStatus, lang: Lang) => {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return messages[lang].none;
  const lines = rows.map(
    ({ count, type, reason }) =>
      html`<li>${formatNumber(count, lang)} × <bdi>${type}</bdi>: <bdi>${reason}</bdi></li>`,
  );
  return html`${formatNumber(total, lang)}<ul>${lines}</ul>`;
};

/** The footer of every page. The status is undefined while the read model cannot be queried. */
export const systemFooter = (live: ReaderStatus, status: ModelStatus | undefined, lang: Lang) => {
  const text = messages[lang];
  const item = (head: string, value: unknown) => html`<div><dt>${head}</dt><dd>${value}</dd></div>`;
  const freshness = () => {
    if (live.ageSeconds !== null) return item(text.ageHead, formatAge(live.ageSeconds, lang));
    return status?.knownOn ? item(text.factKnownOn, formatDay(status.knownOn, lang)) : "";
  };
  return html`<footer class="foot"><h2>${text.system}</h2>
<dl>${item(text.stateHead, text.states[live.state])}
${item(text.positionHead, formatPosition(live.position, lang))}
${item(text.headHead, formatPosition(live.head, lang))}
${item(text.lagHead, formatNumber(live.lagEvents, lang))}
${freshness()}
${status && item(text.eventsHead, formatNumber(status.events, lang))}
${status && item(text.unprocessableHead, unprocessable(status, lang))}</dl>
<p class="note">${text.colophon}</p></footer>`;
};
