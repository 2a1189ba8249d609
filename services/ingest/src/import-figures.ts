import type { NewEvent } from "@karnameh/schema/event";
import { containsNationalCode } from "@karnameh/schema/national-code";
import { uuid5 } from "@karnameh/schema/uuid5";
import { checked } from "./check-event.ts";
import { CONFIRMED, confirmationOf } from "./confirmation.ts";
import { IMPORTER } from "./dataset.ts";
import { documentOf, type KnownDocument } from "./document.ts";
import { FIGURE_FORMATS, type Figure, type FigureFormat } from "./figure.ts";
import { judgeKind } from "./figure-kind.ts";
import { IngestError } from "./ingest-error.ts";
import { checkOptionDay } from "./option-day.ts";
import { openTable, type Table, type TableRow } from "./read-table.ts";
import { type RowRead, recordRows, type TableImport, type TableImported } from "./record-rows.ts";
import { lineRefusals, masked, refusal, rowFault } from "./refusal.ts";
import { findFormat } from "./table-format.ts";

export type FiguresImport = TableImport & {
  /** Kind of the figures whose row does not state it and whose kind cannot be judged, a code of CL_FIGURE_KIND. */
  readonly kind?: string;
  /** The day on which the figures were reported, for tables without `published_on`. */
  readonly reportedOn?: string;
  /** The day of the import; no report may be later. Today in Tehran by default. */
  readonly today?: string;
  /** The folder of the documents, for their fingerprints; by default that of the table. */
  readonly folder?: string;
};

export type FiguresImported = TableImported & {
  readonly format: string;
  readonly documents: readonly string[];
  /** Documents that were not found: their fingerprint is that of the table. */
  readonly unseenDocuments: readonly string[];
  /** Figures whose kind was judged and not stated; they have the extraction MACHINE and a confidence of 0.5. */
  readonly judged: readonly string[];
  /** Proposed figures without a decision of a person; they are not recorded. */
  readonly unconfirmed: number;
};

/** The rows of a table that may be recorded: all of them, or, with a column `confirmed`, the confirmed ones. */
const confirmedOnly = (table: Table): Table =>
  table.header.includes(CONFIRMED)
    ? {
        header: table.header,
        async *rows() {
          for await (const row of table.rows()) {
            const decision = confirmationOf(row);
            if (row.fault !== undefined || decision === "YES" || decision === undefined) yield row;
          }
        },
      }
    : table;

const countOpen = async (table: Table): Promise<number> => {
  let open = 0;
  if (!table.header.includes(CONFIRMED)) return open;
  for await (const row of table.rows())
    if (row.fault === undefined && confirmationOf(row) === "OPEN") open += 1;
  return open;
};

const checkOptions = ({ reportedOn, today }: FiguresImport): void => {
  if (reportedOn !== undefined)
    checkOptionDay("The day of the report", reportedOn, { example: "2023-08-30", today });
};

const findDocuments = async (given: FiguresImport, format: FigureFormat, table: Table) => {
  const documents = new Map<string, KnownDocument>();
  for await (const row of table.rows()) {
    const documentId = format.documentOf(row);
    if (row.fault !== undefined || documentId === "" || documents.has(documentId)) continue;
    const found = await documentOf(row, documentId, given);
    if (found === undefined) {
      const message = `${given.file} does not state on which day its documents were published: give the day of the report with --reported-on YYYY-MM-DD.`;
      throw new IngestError("OPTION_INVALID", message);
    }
    documents.set(documentId, found);
  }
  return documents;
};

type FigureContext = { readonly kind: string; readonly effectiveOn: string; readonly isProposed: boolean };

const figureReported = (figure: Figure, { kind, effectiveOn, isProposed }: FigureContext): NewEvent => {
  const isStated = figure.kind !== undefined;
  return {
    id: uuid5("FigureReported", figure.documentId, figure.figureId),
    source: IMPORTER,
    type: "FigureReported",
    version: 1,
    stream: `figure-${figure.figureId}`,
    effectiveOn,
    data: {
      ...figure,
      kind,
      extraction: isStated && !isProposed ? "HUMAN" : "MACHINE",
      confidence: isStated ? 1 : 0.5,
    },
  };
};

type RowContext = {
  readonly format: FigureFormat;
  readonly documents: ReadonlyMap<string, KnownDocument>;
  readonly kind: string | undefined;
  readonly judged: string[];
  /** Whether a program found the figures and a person confirmed them. */
  readonly isProposed: boolean;
};

/** Columns that are for the reader of the table and never recorded. */
const NOT_RECORDED = new Set(["text", "note", "quote_fa"]);

/** A cell with a national code, before it is read as a number and loses the zeros in front. */
const refuseCode = ({ cells }: TableRow) => {
  const unit = cells["unit"] ?? "";
  for (const [column, cell] of Object.entries(cells)) {
    const whole = column === "value" || column === "value_text" ? `${cell} ${unit}` : cell;
    if (NOT_RECORDED.has(column) || !containsNationalCode(whole)) continue;
    const hint =
      "Remove the code. An amount of ten digits has its unit of money behind it or in the column `unit`.";
    const message = "The cell contains what looks like a national code.";
    return rowFault("LOOKS_LIKE_NATIONAL_CODE", column, message, hint);
  }
  return undefined;
};

const readRow = (row: TableRow, context: RowContext): RowRead => {
  const { format, documents, kind: defaultKind, judged, isProposed } = context;
  if (row.fault !== undefined) return refusal(row.line, row.fault.code, row.fault);
  if (isProposed && confirmationOf(row) === undefined) {
    const message = "The cell is neither yes nor no.";
    return refusal(row.line, "CELL_INVALID", { path: CONFIRMED, message, hint: "Write yes or no." });
  }
  const coded = refuseCode(row);
  if (coded !== undefined) return refusal(row.line, coded.code, coded);
  const figure = format.read(row);
  if (!("figureId" in figure)) return refusal(row.line, figure.code, figure);
  const kind = figure.kind ?? judgeKind(figure) ?? defaultKind;
  if (kind === undefined) {
    const hint = "Add a column `kind`, or give the kind of such figures with --kind CODE.";
    return refusal(row.line, "KIND_UNKNOWN", { path: "kind", message: lineRefusals.KIND_UNKNOWN.en, hint });
  }
  const document = documents.get(figure.documentId);
  if (document === undefined) {
    return refusal(row.line, "CELL_MISSING", { path: "document", message: "The row names no document." });
  }
  if (figure.kind === undefined) judged.push(figure.figureId);
  const { effectiveOn } = document.event;
  return checked(row.line, figureReported(figure, { kind, effectiveOn, isProposed }));
};

async function* rowsOf(table: Table, context: RowContext): AsyncGenerator<RowRead> {
  for (const { line, event } of context.documents.values()) yield checked(line, event);
  for await (const row of table.rows()) yield readRow(row, context);
}

/**
 * Records a table of figures: its documents, and one reported figure for each row. Rows that cannot be read are
 * rejected by line number; of a table with a column `confirmed` only the confirmed rows are recorded. Importing the same
 * table again records nothing. Throws IngestError.
 */
export const importFigures = async (given: FiguresImport): Promise<FiguresImported> => {
  checkOptions(given);
  const all = await openTable(given.file);
  const table = confirmedOnly(all);
  const matches = ({ needs }: FigureFormat): boolean => needs.every((name) => table.header.includes(name));
  const format = findFormat(table, given.file, FIGURE_FORMATS, matches);
  const documents = await findDocuments(given, format, table);
  const context: RowContext = {
    format,
    documents,
    kind: given.kind,
    judged: [],
    isProposed: all.header.includes(CONFIRMED),
  };
  const recorded = await recordRows(given, rowsOf(table, context));
  const names = [...documents.keys()];
  return {
    ...recorded,
    format: format.id,
    documents: names.map(masked),
    unseenDocuments: names.filter((name) => documents.get(name)?.seen === false).map(masked),
    judged: context.judged,
    unconfirmed: await countOpen(all),
  };
};
