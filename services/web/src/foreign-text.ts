import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { DIRECTIONS } from "./layout.ts";

const countOf = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/** The language of a text by its script; undefined if it has no letters. */
const languageOf = (text: string): Lang | undefined => {
  const persian = countOf(text, /[\p{Script=Arabic}&&\p{L}]/gv);
  const latin = countOf(text, /[\p{Script=Latin}&&\p{L}]/gv);
  if (persian === latin) return undefined;
  return persian > latin ? "fa" : "en";
};

/**
 * Text from events, isolated from the page's own text. Text in the other language gets its language and direction,
 * so that browsers lay it out and screen readers pronounce it correctly.
 */
export const foreignText = (text: string, lang: Lang) => {
  const own = languageOf(text) ?? lang;
  return own === lang
    ? html`<bdi>${text}</bdi>`
    : html`<bdi lang="${own}" dir="${DIRECTIONS[own]}">${text}</bdi>`;
};
