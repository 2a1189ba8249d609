import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { ROOT } from "./markdown.ts";

const page = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");

/** The rows of the table of usual changes: what is changed, and the text that names its files. */
const changes = (page.split("## Ten usual changes")[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (change \||---)/.test(line))
  .map((line) => {
    const [change = "", files = "", remember = ""] = line.slice(2).split(" | ");
    return { change, files, remember };
  });

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path = ""]) => path);

describe("the table of usual changes in CONTRIBUTING.md", () => {
  it("has the ten changes", () => {
    expect(changes.map(({ change }) => change)).toEqual([
      "add a field to an event",
      "add an indicator",
      "add a dimension to a cube",
      "add a page",
      "add a command",
      "change the working-day rule",
      "add a GraphQL field",
      "add an import format",
      "change a limit",
      "add a policy",
    ]);
  });

  it.each(changes)("names files that exist for: $change", ({ files, remember }) => {
    expect(pathsIn(files)).not.toEqual([]);
    expect([...pathsIn(files), ...pathsIn(remember)].filter((path) => !existsSync(join(ROOT, path)))).toEqual(
      [],
    );
  });
});

describe("the commands in CONTRIBUTING.md", () => {
  it("are scripts of package.json", () => {
    const named = [...page.matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, script = ""]) => script);
    expect(named).not.toEqual([]);
    expect(named.filter((script) => !(script in packageFile.scripts))).toEqual([]);
  });
});
