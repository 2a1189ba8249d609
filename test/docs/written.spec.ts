import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { figureEvents } from "@karnameh/simulator/demo/figures";
import { saipaEvents } from "@karnameh/simulator/demo/saipa";
import { describe, expect, it } from "vitest";
import { beginStory } from "../stories/story.ts";
import { ROOT } from "./markdown.ts";

const files = globSync(["*.md", "docs/**/*.md", "projections/*.md", "test/*/*.md"], { cwd: ROOT }).sort();
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Headings as GitHub names them in links, and the ids of anchors. */
const anchors = (text: string): readonly string[] => [
  ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  ),
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id),
];

const brokenLinks = (file: string): readonly string[] =>
  [...read(file).matchAll(/(?:\]\(|(?:src|srcset|href)=")([^)"\s]+)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? file : join(dirname(file), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });

const isText = (line: string): boolean => /^(?![|#<])\s*\S/.test(line);
const startsBlock = (line: string): boolean => /^\s*([-*] |\d+[.] |[|#<]|$)/.test(line);

/** The lines of a paragraph that end within a clause. */
const brokenClauses = (file: string): readonly string[] => {
  const lines = read(file)
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .split("\n");
  return lines.filter(
    (line, index) => isText(line) && !startsBlock(lines[index + 1] ?? "") && !/[.:;,!?)؟،؛*…]$/.test(line),
  );
};

describe.each(files)("%s", (file) => {
  it("breaks lines only after a sentence or a clause", () => {
    expect(brokenClauses(file)).toEqual([]);
  });

  it("has links that lead somewhere", () => {
    expect(brokenLinks(file)).toEqual([]);
  });

  it("names files of the repository that exist", () => {
    const named = [
      ...read(file).matchAll(/`((?:schema|projections|services|scripts|test|docs)\/[\w./-]+)`/g),
    ];
    const gone = named.map(([, path = ""]) => path).filter((path) => !existsSync(join(ROOT, path)));
    expect(gone).toEqual([]);
  });

  it("holds no path of somebody's machine", () => {
    expect(read(file)).not.toMatch(/(^|[\s"'`(=])(\/(home|root|Users|work|tmp|mnt|opt)\/|[A-Z]:\\)/m);
  });
});

const fenced = (text: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, "s").exec(text)?.[1] ?? "";

describe("the query in the README", () => {
  it("has the response that is printed below it", async () => {
    const readme = read("README.md");
    const story = await beginStory({
      indicators: ["replacement_rate"],
      history: [...figureEvents(), ...saipaEvents()],
    });
    const data = await story.ask(fenced(readme, "graphql"));
    await story.end();
    expect(data).toEqual((JSON.parse(fenced(readme, "json")) as { data: unknown }).data);
  });
});
