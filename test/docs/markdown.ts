import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";

/** The repository's own folder. */
export const ROOT = dirname(dirname(import.meta.dirname));

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table in Markdown; cells may hold Markdown of one line. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

export const code = (text: string): string => `\`${text}\``;

export const codes = (texts: readonly string[]): string => texts.map(code).join(", ");

/** A paragraph in Persian, set from right to left. */
export const persian = (text: string): string => `<p dir="rtl" lang="fa">${text}</p>`;

/** A generated page, with a note that it is generated. */
export const page = (title: string, ...parts: readonly string[]): string =>
  [
    `# ${title}`,
    "<!-- Made by scripts/docs.ts. Change the code that it describes, then run npm run docs. -->",
  ]
    .concat(parts)
    .join("\n\n")
    .concat("\n");

/** What a command of Karnameh prints, as on a terminal of 80 columns. */
export const printedBy = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(ROOT, "services/cli/src/main.ts"), ...args], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
