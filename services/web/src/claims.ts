import type { ClaimRow, InconsistencyRow, Page, Remark } from "@karnameh/projections/planner/catalogue";
import { titleOf } from "@karnameh/schema/codelists";
import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { formatDay, formatNumber, formatPercent, formatStated, formatUnit } from "./format.ts";
import { messages } from "./messages.ts";
import { claimsQuery, queryLink } from "./query-link.ts";
import { written } from "./written.ts";

/** How many contradictions the first page shows. */
export const CLAIMS_SHOWN = 5;

/** The sign between the parts of a relation, by its kind. */
const SIGNS: Readonly<Record<string, string>> = { SUM: " + ", DIFFERENCE: " − ", RATIO: " ÷ " };

type Stated = Pick<ClaimRow, "value" | "valueText" | "unit"> & Partial<Pick<ClaimRow, "qualifier">>;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A stated word as it stands; a day in the calendars of the reader. */
const statedText = (words: string | null, lang: Lang): string => {
  if (words === null) return messages[lang].unknown;
  return DAY.test(words) ? formatDay(words, lang) : words;
};

/** What was stated, with the qualifier that it was stated with: more than, about. */
const stated = ({ value, valueText, unit, qualifier = "EQ" }: Stated, lang: Lang): string => {
  if (value === null) return statedText(valueText, lang);
  const number = formatStated(value, lang, unit);
  return qualifier === "EQ" ? number : `${titleOf("CL_QUALIFIER", qualifier, lang)} ${number}`;
};

/** Where a claim was made: its speaker and document, as far as they are known; a name may be in another script. */
const origin = (claim: ClaimRow, lang: Lang) => {
  const names = [claim.speakerName, claim.speakerRole, claim.speakerOrganisation].filter(
    (each) => each !== null,
  );
  const said =
    names.length > 0 &&
    html`${messages[lang].saidBy} ${written(names.join(lang === "fa" ? "، " : ", "), lang)} · `;
  return html`<small>${said}${written(claim.documentTitle?.[lang] ?? claim.documentId, lang)}</small>`;
};

/** What was first stated, where the figure was corrected. */
const correction = ({ correction: first, unit }: ClaimRow, lang: Lang) =>
  first &&
  html`<small><bdi>${messages[lang].corrected(stated({ ...first, unit }, lang), formatDay(first.on, lang))}</bdi></small>`;

const formula = ({ kind, left, right, expected }: InconsistencyRow, lang: Lang): string => {
  const parts = right.map((each) => stated(each, lang)).join(SIGNS[kind] ?? "; ");
  return expected === null ? parts : `${parts} = ${formatStated(expected, lang, left.unit)}`;
};

const subjects = ({ right }: InconsistencyRow, lang: Lang) =>
  html`<small>${right.map((each, index) => html`${index > 0 && " · "}${written(each.subject[lang], lang)}`)}</small>${right.map((each) => correction(each, lang))}`;

const parts = (row: InconsistencyRow, lang: Lang) =>
  html`<dt>${messages[lang].parts}</dt><dd><bdi dir="ltr">${formula(row, lang)}</bdi>${subjects(row, lang)}</dd>`;

/** Another figure that ought to say the same; its unit may be another one. */
const others = (row: InconsistencyRow, lang: Lang) => {
  const figure = (each: ClaimRow) =>
    html`<bdi>${stated(each, lang)}</bdi> <span class="unit">${formatUnit(each.unit, lang, stated(each, lang))}</span> `;
  return html`<dt>${messages[lang].other}</dt><dd>${row.right.map(figure)}${subjects(row, lang)}</dd>`;
};

/** What came instead, where a figure stands against no other one. */
const came = ({ expected, expectedText, left }: InconsistencyRow, lang: Lang) => {
  const said = expectedText ?? (expected === null ? "" : formatStated(expected, lang, left.unit));
  return html`<dt>${messages[lang].came}</dt><dd>${written(said, lang)}</dd>`;
};

const against = (row: InconsistencyRow, lang: Lang) => {
  if (row.right.length === 0) return came(row, lang);
  const isEqual = row.kind === "SAME_AS" || row.right.length === 1;
  return isEqual ? others(row, lang) : parts(row, lang);
};

/** How far apart they are; nothing where that is no number, as between two texts. */
const gap = (row: InconsistencyRow, lang: Lang) => {
  const { left, gap: value, gapPercent, gapUnit } = row;
  if (value === null) return "";
  const text = messages[lang];
  const of = row.reason === "TARGET_AGAINST_RESULT" ? text.ofTarget : text.ofStated;
  const share = gapPercent !== null && html` = ${of(formatPercent(gapPercent, lang))}`;
  const unit =
    gapUnit !== left.unit &&
    html` <span class="unit">${formatUnit(gapUnit, lang, formatStated(value, lang, gapUnit))}</span>`;
  return html`<dt>${text.gap}</dt><dd class="gap"><b><bdi>${formatStated(value, lang, gapUnit)}</bdi></b>${unit}${share}</dd>`;
};

/** The misprint that would explain the gap best, said as the guess it is. */
const hypothesis = ({ hypotheses: [first] }: InconsistencyRow, lang: Lang) => {
  if (!first) return "";
  const text = messages[lang];
  return html`<dt>${text.hypothesis}</dt><dd class="hypothesis">${first.explanation[lang]}<small>${text.hypothesisNote}</small></dd>`;
};

/** Role and name of whoever recorded something. */
const nameOf = (urn: string): string => urn.split(":").slice(2).join(" ");

/** What was said of it, by whom. */
const remark = ({ status, text: words, on, by }: Remark, lang: Lang) => {
  const text = messages[lang];
  const title = status === "DISMISSED" ? text.dismissed : text.explained;
  return html`<dt>${title}</dt><dd>${written(words[lang], lang)}<small>${text.recordedBy(formatDay(on, lang))} <bdi>${nameOf(by)}</bdi></small></dd>`;
};

const claim = (row: InconsistencyRow, lang: Lang) => {
  const text = messages[lang];
  const { left } = row;
  return html`<li class="claim"><h3>${written(left.subject[lang], lang)}</h3>
<dl>
<dt>${text.stated}</dt><dd><b><bdi>${stated(left, lang)}</bdi></b> <span class="unit">${formatUnit(left.unit, lang, stated(left, lang))}</span>${origin(left, lang)}${correction(left, lang)}</dd>
${against(row, lang)}
${gap(row, lang)}
<dt>${text.reason}</dt><dd>${titleOf("CL_INCONSISTENCY_REASON", row.reason, lang)}</dd>
${hypothesis(row, lang)}
${row.remarks.map((each) => remark(each, lang))}
</dl></li>`;
};

/** The gravest findings on stated figures. */
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
<div>${list}${more}<p class="query"><a href="${queryLink(claimsQuery(lang))}" aria-label="${text.queryOf(text.claims)}">${text.query}</a></p></div></section>`;
};
