import { toLatinDigits } from "@karnameh/schema/calendar";

/** A text for search: Arabic yeh and kaf as Persian ones, no ZWNJ, no vowel signs, Latin digits, small letters. */
export const normaliseText = (text: string): string =>
  toLatinDigits(text.normalize("NFKC"))
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[\u200c_\s]+/g, " ")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();
