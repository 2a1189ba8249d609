import { themes } from "@karnameh/projections/engine/themes";
import { missingReasons } from "@karnameh/projections/planner/observation-texts";
import { expect, test } from "vitest";
import { messages } from "./messages.ts";

const PERSIAN = /[\u0600-\u06ff]/;

/** All texts of a language with their paths; functions are called with placeholders. */
const texts = (node: object, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (typeof value === "string") return [[path + key, value]];
    if (typeof value === "function") return [[path + key, String(value("{1}", "{2}", "{3}"))]];
    return texts(value, `${path}${key}.`);
  });

test("every text exists in both languages", () => {
  const keys = (lang: "fa" | "en") => texts(messages[lang]).map(([key]) => key);
  expect(keys("fa")).toEqual(keys("en"));
  for (const lang of ["fa", "en"] as const)
    for (const [key, text] of texts(messages[lang])) expect(text.trim(), key).not.toBe("");
});

test("every text is in the script of its language, except the name of the other language", () => {
  for (const [key, text] of texts(messages.fa))
    if (key !== "otherLanguage") expect(text, key).toMatch(PERSIAN);
  for (const [key, text] of texts(messages.en))
    if (key !== "otherLanguage") expect(text, key).not.toMatch(PERSIAN);
});

test("a text uses all its arguments, in both languages", () => {
  const marks = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted();
  const english = new Map(texts(messages.en));
  for (const [key, text] of texts(messages.fa))
    expect(marks(text), key).toEqual(marks(english.get(key) ?? ""));
});

/** Spelling that Persian editors reject, with the reason. */
const PERSIAN_SPELLING: readonly (readonly [string, RegExp])[] = [
  ["an Arabic yeh or kaf", /[يك]/],
  ["a Latin digit", /(?<!\{)\d/],
  ["Latin punctuation", /[,;?]/],
  ["a space instead of a half-space after می", /(^|\s)ن?می\s/],
  ["a space instead of a half-space before a suffix", /\s(ها|های|هایی|تر|ترین|ام|اند)(\s|$)/],
  ["a half-space next to a space", /\u200c\s|\s\u200c/],
];

test("Persian texts have Persian letters, digits, punctuation and half-spaces", () => {
  const shared = Object.values({ ...themes, ...missingReasons }).map(({ fa }) => ["shared", fa] as const);
  for (const [key, text] of [...texts(messages.fa), ...shared])
    for (const [reason, pattern] of PERSIAN_SPELLING) expect(text, `${key}: ${reason}`).not.toMatch(pattern);
});
