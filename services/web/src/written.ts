import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { DIRECTIONS } from "./layout.ts";

const lettersOf = (words: string, script: RegExp): number => words.match(script)?.length ?? 0;

/** The language that words are written in, told by their script; undefined of digits alone. */
const languageOf = (words: string): Lang | undefined => {
  const persian = lettersOf(words, /[\p{Script=Arabic}&&\p{L}]/gv);
  const latin = lettersOf(words, /[\p{Script=Latin}&&\p{L}]/gv);
  if (persian === latin) return undefined;
  return persian > latin ? "fa" : "en";
};

/**
 * Words that somebody else wrote, apart from the text around them; where they are not in the language of the page,
 * with their own language and direction, so that they read well and are read aloud well.
 */
export const written = (words: string, lang: Lang) => {
  const own = languageOf(words) ?? lang;
  return own === lang
    ? html`<bdi>${words}</bdi>`
    : html`<bdi lang="${own}" dir="${DIRECTIONS[own]}">${words}</bdi>`;
};
