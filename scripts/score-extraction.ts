// Measures how many figures of documents `karnameh extract` finds, compared with a table made by a person:
//   node scripts/score-extraction.ts DOCUMENTS_FOLDER REFERENCE.csv [DOCUMENT=YYYY-MM-DD ...]
// The table has the columns id, seed_file, value, unit and quote_fa; the date is the document's date of publication.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanText } from "@karnameh/ingest/extract/clean-text";
import { type Proposal, proposeFigures } from "@karnameh/ingest/extract/propose";
import { openTable } from "@karnameh/ingest/read-table";

type ReferenceFigure = {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string;
  readonly from: number;
  readonly to: number;
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The place of a quotation in a document, ignoring differences in blanks, tatweels and line ends. */
const placeOf = (raw: string, quote: string): { readonly from: number; readonly to: number } => {
  const { text, at } = cleanText(raw);
  const pattern = cleanText(quote).text.trim().split(/\s+/).map(escaped).join("\\s+");
  const found = new RegExp(pattern).exec(text);
  if (!found) return { from: -1, to: -1 };
  return { from: at[found.index] ?? 0, to: (at[found.index + found[0].length - 1] ?? 0) + 1 };
};

const isValue = ({ value, valueText }: Proposal, wanted: ReferenceFigure): boolean =>
  value === undefined ? valueText === wanted.value : value === Number(wanted.value);
const isUnit = ({ unit }: Proposal, wanted: ReferenceFigure): boolean => unit === wanted.unit;

const SIGNS: Readonly<Record<string, string>> = {
  EQ: "=",
  GT: ">",
  GE: ">=",
  LT: "<",
  LE: "<=",
  APPROX: "~",
  APPROX_BELOW: "~<",
};
const isQualifier = ({ qualifier }: Proposal, wanted: ReferenceFigure): boolean =>
  SIGNS[qualifier] === wanted.qualifier;

/** Pairs each figure of the table with the first proposal that overlaps its quotation and has its value. */
const pair = (
  wanted: readonly ReferenceFigure[],
  proposals: readonly Proposal[],
): Map<ReferenceFigure, Proposal> => {
  const taken = new Set<Proposal>();
  const pairs = new Map<ReferenceFigure, Proposal>();
  for (const each of wanted) {
    const found = proposals.find(
      (proposal) =>
        !taken.has(proposal) && proposal.from < each.to && proposal.to > each.from && isValue(proposal, each),
    );
    if (!found) continue;
    taken.add(found);
    pairs.set(each, found);
  }
  return pairs;
};

const percent = (part: number, whole: number): string =>
  `${part} of ${whole} = ${whole === 0 ? "-" : ((part / whole) * 100).toFixed(1)} %`;

const [folder, reference, ...days] = process.argv.slice(2);
if (folder === undefined || reference === undefined)
  throw new Error("give the folder of the documents and the reference table");
const publishedOn = new Map(days.map((each) => each.split("=") as [string, string]));

const rows = await Array.fromAsync((await openTable(reference)).rows(), ({ cells }) => cells);
const total = { wanted: 0, found: 0, unit: 0, qualifier: 0, proposed: 0, restated: 0 };
for (const name of new Set(rows.map((row) => row["seed_file"] ?? ""))) {
  const raw = readFileSync(join(folder, name), "utf8");
  const wanted = rows
    .filter((row) => row["seed_file"] === name)
    .map((row): ReferenceFigure => {
      const { id = "", value = "", unit = "", qualifier = "", quote_fa = "" } = row;
      return { id, value, unit: unit.toUpperCase(), qualifier, ...placeOf(raw, quote_fa) };
    });
  const proposals = proposeFigures(raw, publishedOn.get(name));
  const pairs = pair(wanted, proposals);
  const matched = new Set(pairs.values());
  const others = proposals.filter((each) => !matched.has(each));
  const restated = others.filter((each) => wanted.some((one) => isValue(each, one) && isUnit(each, one)));
  total.wanted += wanted.length;
  total.found += pairs.size;
  total.unit += [...pairs].filter(([one, proposal]) => isUnit(proposal, one)).length;
  total.qualifier += [...pairs].filter(([one, proposal]) => isQualifier(proposal, one)).length;
  total.proposed += proposals.length;
  total.restated += restated.length;
  const missed = wanted.filter((each) => !pairs.has(each)).map(({ id, value }) => `${id} (${value})`);
  const extra = others
    .filter((each) => !restated.includes(each))
    .map((each) => `${each.value ?? each.valueText} ${each.unit} in line ${each.lineFrom}`);
  console.log(
    `${name}\n  missed: ${missed.join(", ") || "none"}\n  not in the table: ${extra.join(", ") || "none"}`,
  );
}
console.log(`recall, by place and value:      ${percent(total.found, total.wanted)}`);
console.log(`  of these with the right unit:  ${percent(total.unit, total.found)}`);
console.log(`  with the right qualifier:      ${percent(total.qualifier, total.found)}`);
console.log(`precision, by place and value:   ${percent(total.found, total.proposed)}`);
console.log(`  with repeated figures counted: ${percent(total.found + total.restated, total.proposed)}`);
