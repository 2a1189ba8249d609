import { FILLER, foldDigits } from "@karnameh/schema/digits";

/** A cleaned text, and for each of its characters the place of the original in the document. */
export type CleanText = { readonly text: string; readonly at: readonly number[] };

/** Arabic letters and the Persian ones that replace them; some blanks and line ends. */
const LETTERS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  أ: "ا",
  إ: "ا",
  "\u00a0": " ",
  "\r": " ",
  "\f": "\n",
};

const MIRRORED: Readonly<Record<string, string>> = { "(": ")", ")": "(", "«": "»", "»": "«" };

const TATWEEL = "\u0640";

/** Characters without meaning for reading: tatweel, vowel signs, direction marks, and joiners between letters. */
const SILENT = /[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Mn}/u;

/** Whether a kind of bracket is reversed in the document: the first one closes. */
const isMirrored = (text: string, open: string, close: string): boolean => {
  const [first, last] = [text.indexOf(open), text.indexOf(close)];
  return last >= 0 && (first < 0 || last < first);
};

/**
 * A Persian text prepared for reading: digits of all scripts become Latin ones, Arabic letters Persian ones; tatweel,
 * vowel signs and joiners are removed, and reversed brackets corrected. Lines stay as they are.
 */
export const cleanText = (raw: string): CleanText => {
  const turned = new Set([
    ...(isMirrored(raw, "(", ")") ? "()" : ""),
    ...(isMirrored(raw, "«", "»") ? "«»" : ""),
  ]);
  let text = "";
  const at: number[] = [];
  let place = 0;
  for (const char of raw) {
    for (const given of char.normalize("NFKC")) {
      // Between letters a tatweel is silent; behind digits it is typed for a dash.
      const part = given === TATWEEL && /\d ?$/.test(text) ? "-" : given;
      if (!SILENT.test(part)) {
        const read = turned.has(part)
          ? (MIRRORED[part] ?? part)
          : (LETTERS[part] ?? foldDigits(part).replace(FILLER, ""));
        text += read;
        for (let n = 0; n < read.length; n += 1) at.push(place);
      }
    }
    place += char.length;
  }
  at.push(raw.length);
  return { text, at };
};
