import { toLatinDigits } from "@karnameh/schema/calendar";

/** Normalises a text for search: Persian yeh and kaf, no ZWNJ, no vowel signs, Latin digits, lower case. */
export const normaliseText = (text: string): string =>
  toLatinDigits(text.normalize("NFKC"))
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[\u200c_\s]+/g, " ")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();
