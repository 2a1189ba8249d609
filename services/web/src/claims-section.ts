import type { ClaimRow, InconsistencyRow, Remark } from "@karnameh/projections/claims/claim-types";
import type { Page } from "@karnameh/projections/planner/page";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { foreignText } from "./foreign-text.ts";
import { formatDay, formatNumber, formatPercent, formatStated, formatUnit } from "./format.ts";
import { messages } from "./messages.ts";
import { inconsistenciesQuery, queryLink } from "./query-link.ts";
import { nameIn } from "./speaker-name.ts";

/** How many contradictory claims the home page shows. */
export const MAX_CLAIMS = 5;

/** The sign between the figures of a relation, by its kind. */
const SIGNS: Readonly<Record<string, string>> = { SUM: " + ", DIFFERENCE: " − ", RATIO: " ÷ " };

type StatedValue = Pick<ClaimRow, "value" | "valueText" | "unit"> & Partial<Pick<ClaimRow, "qualifier">>;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A stated text unchanged; a date in the calendars of the reader. */
const formatText = (text: string | null, lang: Lang): string => {
  if (text === null) return messages[lang].unknown;
  return DAY.test(text) ? formatDay(text, lang) : text;
};

/** A stated value with its qualifier, such as "more than" or "about". */
const formatValue = ({ value, valueText, unit, qualifier = "EQ" }: StatedValue, lang: Lang): string => {
  if (value === null) return formatText(valueText, lang);
  const number = formatStated(value, lang, unit);
  return qualifier === "EQ" ? number : `${titleOf("CL_QUALIFIER", qualifier, lang)} ${number}`;
};

/** The unit of a number; a date or a text needs none. */
const unitOf = (claim: ClaimRow, lang: Lang) =>
  claim.value !== null &&
  html` <span class="unit">${formatUnit(claim.unit, lang, formatValue(claim, lang))}</span>`;

/** The known speaker and document of a claim. */
const source = (claim: ClaimRow, lang: Lang) => {
  const names = [claim.speakerName, claim.speakerRole, claim.speakerOrganisation].flatMap((each) =>
    each === null ? [] : [nameIn(lang, each)],
  );
  const speaker =
    names.length > 0 &&
    html`${messages[lang].statedBy} ${foreignText(names.join(lang === "fa" ? "، " : ", "), lang)} · `;
  return html`<small>${speaker}${foreignText(claim.documentTitle?.[lang] ?? claim.documentId, lang)}</small>`;
};

/** The value first stated, if the figure was corrected. */
const correction = ({ correction: first, unit }: ClaimRow, lang: Lang) =>
  first &&
  html`<small><bdi>${messages[lang].corrected(formatValue({ ...first, unit }, lang), formatDay(first.on, lang))}</bdi></small>`;

const formula = ({ kind, left, right, expected }: InconsistencyRow, lang: Lang): string => {
  const parts = right.map((each) => formatValue(each, lang)).join(SIGNS[kind] ?? "; ");
  return expected === null ? parts : `${parts} = ${formatStated(expected, lang, left.unit)}`;
};

const subjects = ({ right }: InconsistencyRow, lang: Lang) =>
  html`<small>${right.map((each, index) => html`${index > 0 && " · "}${foreignText(each.subject[lang], lang)}`)}</small>${right.map((each) => correction(each, lang))}`;

const computed = (row: InconsistencyRow, lang: Lang) => {
  const { expectedBy, relatedFigures } = messages[lang];
  return html`<dt>${expectedBy[row.kind] ?? relatedFigures}</dt><dd><bdi dir="ltr">${formula(row, lang)}</bdi>${subjects(row, lang)}</dd>`;
};

/** Another figure that should be equal; its unit may differ. */
const otherFigures = (row: InconsistencyRow, lang: Lang) => {
  const figure = (each: ClaimRow) => html`<bdi>${formatValue(each, lang)}</bdi>${unitOf(each, lang)} `;
  return html`<dt>${messages[lang].otherFigure}</dt><dd>${row.right.map(figure)}${subjects(row, lang)}</dd>`;
};

/** The actual outcome, if there is no other figure. */
const outcome = ({ expected, expectedText, left }: InconsistencyRow, lang: Lang) => {
  const text = expectedText ?? (expected === null ? "" : formatStated(expected, lang, left.unit));
  return html`<dt>${messages[lang].outcome}</dt><dd>${foreignText(text, lang)}</dd>`;
};

const comparedWith = (row: InconsistencyRow, lang: Lang) => {
  if (row.right.length === 0) return outcome(row, lang);
  const isEqual = row.kind === "SAME_AS" || row.right.length === 1;
  return isEqual ? otherFigures(row, lang) : computed(row, lang);
};

/** The gap; empty if it is not a number, as between two texts. */
const gap = (row: InconsistencyRow, lang: Lang) => {
  const { left, gap: value, gapPercent, gapUnit } = row;
  if (value === null) return "";
  const text = messages[lang];
  const share = row.reason === "TARGET_AGAINST_RESULT" ? text.shareOfTarget : text.shareOfStated;
  const percent = gapPercent !== null && html` = ${share(formatPercent(gapPercent, lang))}`;
  const unit =
    gapUnit !== left.unit &&
    html` <span class="unit">${formatUnit(gapUnit, lang, formatStated(value, lang, gapUnit))}</span>`;
  return html`<dt>${text.gap}</dt><dd class="gap"><b><bdi>${formatStated(value, lang, gapUnit)}</bdi></b>${unit}${percent}</dd>`;
};

/** The most plausible misprint, marked as a hypothesis. */
const hypothesis = ({ hypotheses: [first] }: InconsistencyRow, lang: Lang) => {
  if (!first) return "";
  const text = messages[lang];
  return html`<dt>${text.hypothesis}</dt><dd class="hypothesis">${first.explanation[lang]}<small>${text.hypothesisNote}</small></dd>`;
};

/** Role and name from a URN such as `urn:karnameh:newsroom:desk`. */
const authorOf = (urn: string): string => urn.split(":").slice(2).join(" ");

const remark = ({ status, text: words, on, by }: Remark, lang: Lang) => {
  const text = messages[lang];
  const title = status === "DISMISSED" ? text.dismissed : text.explained;
  return html`<dt>${title}</dt><dd>${foreignText(words[lang], lang)}<small>${text.recordedBy(formatDay(on, lang))} <bdi>${authorOf(by)}</bdi></small></dd>`;
};

const claim = (row: InconsistencyRow, lang: Lang) => {
  const text = messages[lang];
  const { left } = row;
  return html`<li class="claim"><h3>${foreignText(left.subject[lang], lang)}</h3>
<dl>
<dt>${text.statedFigure}</dt><dd><b><bdi>${formatValue(left, lang)}</bdi></b>${unitOf(left, lang)}${source(left, lang)}${correction(left, lang)}</dd>
${comparedWith(row, lang)}
${gap(row, lang)}
<dt>${text.finding}</dt><dd>${titleOf("CL_INCONSISTENCY_REASON", row.reason, lang)}</dd>
${hypothesis(row, lang)}
${row.remarks.map((each) => remark(each, lang))}
</dl></li>`;
};

/** The most severe findings on stated figures. */
export const claimsSection = (claims: Page<InconsistencyRow>, lang: Lang) => {
  const text = messages[lang];
  const more =
    claims.total > claims.items.length &&
    html`<p class="note">${text.moreClaims(formatNumber(claims.total, lang))}</p>`;
  const list =
    claims.items.length === 0
      ? html`<p>${text.claimsNone}</p>`
      : html`<ol class="claims">${claims.items.map((each) => claim(each, lang))}</ol>`;
  return html`<section class="band" id="claims"><div class="side"><h2>${text.claims}</h2><p class="note">${text.claimsNote}</p></div>
<div>${list}${more}<p class="query"><a href="${queryLink(inconsistenciesQuery(lang))}" aria-label="${text.queryOf(text.claims)}">${text.query}</a></p></div></section>`;
};
