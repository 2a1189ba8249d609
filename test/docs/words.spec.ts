import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bannedWordsOf } from "./banned-words.ts";
import { ROOT } from "./markdown.ts";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** The changelog lists old names in the first column of its tables. */
const withoutOldNames = (text: string): string => text.replaceAll(/^\|.*?\|/gm, "|");

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
const EXPRESSION = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;
const SQL = /\b(select|insert|from|update|delete|create|with|join|partition|order by) |::/;

/** The messages in a TypeScript file: its literals of more than one word that are not SQL. */
const messages = (text: string): string =>
  [...text.replaceAll(COMMENT, "").matchAll(LITERAL)]
    .map(([, quoted = "", template = ""]) => quoted + template.replaceAll(EXPRESSION, "…"))
    .filter((literal) => literal.includes(" ") && !SQL.test(literal))
    .join("\n");

/** Every source that may print, send or record a text for a user. */
const sources = globSync(["{schema,projections,services/*}/src/**/*.ts", "scripts/**/*.ts"], { cwd: ROOT })
  .filter((file) => !/[.](spec|child)[.]ts$|\/testing\//.test(file))
  .sort();

const pages = globSync(["*.md", "docs/**/*.md", "projections/*.md", "test/*/*.md"], { cwd: ROOT }).sort();
const textOf = (file: string): string => {
  if (file.endsWith(".ts")) return messages(read(file));
  return file === "docs/changelog.md" ? withoutOldNames(read(file)) : read(file);
};

/** The help texts, error codes, contracts, code lists and indicators are in the generated pages too. */
const texts = new Map(
  [...pages, "docs/images/one-event.svg", "services/api/schema.graphql", ...sources].map(
    (file): [string, string] => [file, textOf(file)],
  ),
);

describe("a text that a user reads", () => {
  it("has no banned word", () => {
    const found = [...texts].flatMap(([file, text]) => bannedWordsOf(text).map((word) => `${file}: ${word}`));
    expect(found).toEqual([]);
  });
});

describe("the list of banned words", () => {
  it("finds whole words and names their replacement", () => {
    expect(bannedWordsOf("Options that are not heeded here")).toEqual([
      '"heeded" in "Options that are not heeded here": write support, use, apply',
    ]);
    expect(bannedWordsOf("`life_id`, AssessmentBooked, understood")).toEqual([]);
  });

  it("accepts the field's terms on the allow list", () => {
    expect(bannedWordsOf("Life expectancy, and a standing committee")).toEqual([]);
    expect(bannedWordsOf("A standing certificate")).toHaveLength(1);
  });
});
