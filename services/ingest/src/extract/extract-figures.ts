import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { maskNationalCodes } from "@karnameh/schema/national-code";
import { IngestError, unreadable } from "../ingest-error.ts";
import { checkOptionDay } from "../option-day.ts";
import { type Proposal, proposeFigures } from "./propose.ts";

export type Extraction = {
  /** A plain text in UTF-8. */
  readonly file: string;
  /** The day on which the document appeared, `YYYY-MM-DD`; without it, relative dates are not read. */
  readonly publishedOn?: string;
  /** The day of the extraction; no document appears after it. */
  readonly today?: string;
};

export type Extracted = {
  readonly proposals: readonly Proposal[];
  /** The proposals as a table for `import-figures`, after a person has filled the column `confirmed`. */
  readonly table: string;
};

const COLUMNS =
  "confirmed,figure,measure,value,value_text,unit,qualifier,kind,period_from,period_to,period_stated,subject_en,subject_fa,speaker,role,organisation,document,place,line_from,line_to,weekday,published_on,document_sha256,language,text,note".split(
    ",",
  );

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, "PDF"],
  [/^PK../s, "an office document"],
  [/^\s*(<!doctype html|<html)/i, "HTML"],
];

const readPlain = async (file: string): Promise<{ readonly raw: string; readonly sha256: string }> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const start = bytes.subarray(0, 64).toString("latin1");
  const kind = SIGNS.find(([sign]) => sign.test(start))?.[1];
  if (kind !== undefined)
    throw new IngestError("NOT_PLAIN_TEXT", `${file} is ${kind}: save it as plain text first.`);
  try {
    const raw = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { raw, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch (error) {
    throw new IngestError("NOT_UTF8", `The document ${file} is not UTF-8 text.`, error);
  }
};

/** With these signs in front, spreadsheets take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet computes: a text gets an apostrophe in front. */
const cell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The minus sign of typography, U+2212: it begins no formula, and `import-figures` reads it. */
const printed = (value: number): string => String(value).replace(/^-/, "−");

/** The document's name in the characters that ids allow, with room for the number of a figure. */
const nameOf = (file: string): string =>
  basename(file)
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 56) || "document";

type Named = { readonly document: string; readonly sha256: string; readonly publishedOn: string };

const placeOf = ({ lineFrom, lineTo }: Proposal): string =>
  lineFrom === lineTo ? `line ${lineFrom}` : `lines ${lineFrom}-${lineTo}`;

const rowOf = (proposal: Proposal, at: number, { document, sha256, publishedOn }: Named): string => {
  const { value, valueText = "", unit, qualifier, kind = "", subject, text, note } = proposal;
  const cells: Readonly<Record<string, string>> = {
    figure: `${document}-${String(at + 1).padStart(3, "0")}`,
    measure: unit === "" ? "" : `stated_${unit.toLowerCase()}`,
    value: value === undefined ? "" : printed(value),
    value_text: valueText,
    unit,
    qualifier,
    kind,
    period_from: proposal.periodFrom ?? "",
    period_to: proposal.periodTo ?? "",
    period_stated: proposal.periodStated ?? "",
    subject_fa: subject,
    document,
    place: placeOf(proposal),
    line_from: String(proposal.lineFrom),
    line_to: String(proposal.lineTo),
    weekday: proposal.weekday ?? "",
    published_on: publishedOn,
    document_sha256: sha256,
    language: "fa",
    text,
    note,
  };
  return COLUMNS.map((name) => cell(cells[name] ?? "")).join(",");
};

/**
 * Proposes the figures of a document, with their place in it. Nothing is recorded: the table has an empty column
 * `confirmed` that a person fills. Throws IngestError.
 */
export const extractFigures = async ({ file, publishedOn, today }: Extraction): Promise<Extracted> => {
  if (publishedOn !== undefined)
    checkOptionDay("The day of publication", publishedOn, { example: "2023-08-30", today });
  const { raw, sha256 } = await readPlain(file);
  const proposals = proposeFigures(maskNationalCodes(raw), publishedOn);
  const named = { document: nameOf(maskNationalCodes(file)), sha256, publishedOn: publishedOn ?? "" };
  const rows = proposals.map((proposal, at) => rowOf(proposal, at, named));
  return { proposals, table: `${[COLUMNS.join(","), ...rows].join("\n")}\n` };
};
