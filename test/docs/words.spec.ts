import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bannedWordsOf, unusedAllowances } from "./banned-words.ts";
import { ROOT } from "./markdown.ts";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** The changelog lists old names in the first column of its tables. */
const withoutOldNames = (text: string): string => text.replaceAll(/^\|.*?\|/gm, "|");

/** The texts in a TypeScript file that have more than one word. */
const literals = (text: string): string =>
  [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, quoted = "", template = ""]) => quoted + template)
    .filter((literal) => literal.includes(" "))
    .join("\n");

/** Pages made from the code hold the help texts, error codes, contracts, code lists and indicators. */
const PENDING = ["commands", "errors", "events", "indicators", "limits"].map((name) => `docs/${name}.md`);

const pages = globSync(["*.md", "docs/**/*.md", "projections/*.md", "test/*/*.md"], { cwd: ROOT }).sort();
const texts = new Map<string, string>([
  ...pages
    .filter((file) => !PENDING.includes(file))
    .map((file): [string, string] => [
      file,
      file === "docs/changelog.md" ? withoutOldNames(read(file)) : read(file),
    ]),
  ["docs/images/one-event.svg", read("docs/images/one-event.svg")],
  ["services/api/schema.graphql", read("services/api/schema.graphql")],
  ["services/web/src/english.ts", literals(read("services/web/src/english.ts"))],
]);

describe("a text that a user reads", () => {
  it.each([...texts.keys()])("%s has no banned word", (file) => {
    expect(bannedWordsOf(texts.get(file) ?? "")).toEqual([]);
  });

  it("uses every allowed phrase, so that the list does not grow stale", () => {
    expect(unusedAllowances([...texts.values()])).toEqual([]);
  });
});

describe("the list of banned words", () => {
  it("finds whole words and names their replacement", () => {
    expect(bannedWordsOf("Options that are not heeded here")).toEqual([
      '"heeded" in "Options that are not heeded here": write support, use, apply',
    ]);
    expect(bannedWordsOf("`life_id`, AssessmentBooked, understood")).toEqual([]);
  });
});
