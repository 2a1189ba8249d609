import { readFile, writeFile } from "node:fs/promises";
import { BenchError } from "./bench-error.ts";
import type { Machine } from "./machine.ts";
import { type Measured, ratioOf, shown, verdictOf } from "./measured.ts";

export type Report = {
  readonly machine: Machine;
  readonly events: number;
  readonly measured: readonly Measured[];
};

const HEADINGS = ["what", "measured", "raw engine", "ratio", "at least", "aim", ""] as const;
const MARKS = { aim: "✓ aim", "at least": "✓", missed: "✗ missed", "": "" } as const;

const amount = (value: number | undefined, unit: Measured["unit"]): string =>
  value === undefined ? "" : `${shown(value, unit)} ${unit}`;

const bound = ({ better, unit }: Measured, value: number | undefined): string =>
  value === undefined ? "" : `${better === "more" ? "≥" : "≤"} ${amount(value, unit)}`;

const cellsOf = (one: Measured): readonly string[] => {
  const ratio = ratioOf(one);
  return [
    one.what,
    amount(one.value, one.unit),
    one.raw === undefined ? "" : `${amount(one.raw.value, one.unit)} (${one.raw.what})`,
    ratio === undefined ? "" : shown(ratio),
    bound(one, one.atLeast),
    bound(one, one.aim),
    MARKS[verdictOf(one)],
  ];
};

const scene = ({ machine, events }: Report): string =>
  `${events.toLocaleString("en")} events; ${machine.cores} cores (${machine.processor}), ${machine.memoryGib} GiB of memory, ${machine.system}, Node ${machine.node}.`;

/** The table for a terminal. */
export const plainOf = (report: Report): string => {
  const lines = [HEADINGS, ...report.measured.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const drawn = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [scene(report), "", ...drawn].join("\n");
};

/** The details of each row. */
export const detailsOf = ({ measured }: Report): string =>
  measured
    .filter(({ notes }) => notes.length > 0)
    .map(({ what, notes }) => [what, ...notes.map((note) => `  ${note}`)].join("\n"))
    .join("\n");

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The table and its details, for a document. */
export const markdownOf = (report: Report): string => {
  const table = [
    line(HEADINGS),
    line(HEADINGS.map(() => "---")),
    ...report.measured.map((one) => line(cellsOf(one))),
  ];
  const notes = report.measured
    .filter((one) => one.notes.length > 0)
    .map((one) => `- **${one.what}**: ${one.notes.join("; ")}.`);
  return [scene(report), "", ...table, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
};

const [BEGIN, END] = ["<!-- bench -->", "<!-- /bench -->"];

/** The text with what is between the marks replaced; undefined where it has no such marks. */
export const betweenMarkers = (text: string, content: string): string | undefined => {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) return undefined;
  return `${text.slice(0, begin + BEGIN.length)}\n${content}\n${text.slice(end)}`;
};

/** Throws BenchError where the file has no marks. */
export const writeBetweenMarkers = async (file: string, content: string): Promise<void> => {
  const replaced = betweenMarkers(await readFile(file, "utf8"), content);
  if (replaced === undefined)
    throw new BenchError(`${file} has no marks ${BEGIN} and ${END} to write between.`);
  await writeFile(file, replaced);
};
