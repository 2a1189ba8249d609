import { readFileSync } from "node:fs";
import { join } from "node:path";
import { indicators } from "@karnameh/projections/indicators";
import { codelists } from "@karnameh/schema/codelists";
import { contracts } from "@karnameh/schema/contracts";
import { describe, expect, it } from "vitest";
import { commandNames } from "./commands-page.ts";
import { printedBy, ROOT } from "./markdown.ts";
import { pages } from "./pages.ts";
import { sources } from "./sources.ts";

const doc = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");

describe("the pages that are made from the code", () => {
  it.each(Object.entries(pages))("%s is as scripts/docs.ts makes it", (name, make) => {
    expect(doc(name)).toBe(make());
  });

  it("have a section for every event and every field of it", () => {
    const page = doc("events.md");
    for (const { type, title } of contracts) {
      expect(page).toContain(`\n### ${type}\n`);
      expect(page).toContain(title.fa);
    }
  });

  it("have a section for every indicator and code list", () => {
    for (const { code, title } of indicators) {
      expect(doc("indicators.md")).toContain(`\n### ${code}\n`);
      expect(doc("indicators.md")).toContain(title.fa);
    }
    for (const { id } of codelists) expect(doc("codelists.md")).toContain(`\n## ${id}\n`);
  });

  it("have a section for every command", () => {
    const names = commandNames(printedBy("--help"));
    expect(names).toContain("import-series");
    for (const name of names) expect(doc("commands.md")).toContain(`\n## ${name}\n`);
  });
});

/** How a code is given in the sources: to a constructor, to `refuse` or `refusal`, or as a literal member. */
const GIVEN = [
  /new (?:Log|Question|Projector|Ingest)Error\(\s*"([A-Z_]{4,})"/g,
  /\b(?:refuse|refusal|rowFault)\(\s*(?:[\w.]+,\s*)?"([A-Z_]{4,})"/g,
  /\bcode(?: = |: )"([A-Z]+_[A-Z_]+)"/g,
];

describe("an error code", () => {
  it("that the code gives stands in errors.md", () => {
    const given = new Set(
      sources().flatMap((text) => GIVEN.flatMap((form) => [...text.matchAll(form)].map(([, name]) => name))),
    );
    expect(given.size).toBeGreaterThan(40);
    const page = doc("errors.md");
    const missing = [...given].filter((name) => !page.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});
