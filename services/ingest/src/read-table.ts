import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { decodeTable } from "./decode-table.ts";
import { IngestError, unreadable } from "./ingest-error.ts";
import { masked, type RowFault, rowFault } from "./refusal.ts";

/** A row of a table: the line of the file on which it ends, and its cells by column, without surrounding spaces. */
export type TableRow = {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Why the row must be rejected whatever its format is, such as a width that is not that of the header. */
  readonly fault?: RowFault;
};

/** A CSV table that is read row by row. */
export type Table = {
  readonly header: readonly string[];
  /** Reads the file again each time. Throws IngestError if a part of the file is not a table. */
  readonly rows: () => AsyncGenerator<TableRow>;
};

type Parsed = { readonly info: Info; readonly record: readonly string[] };

const SEPARATORS = [",", ";", "\t"] as const;

/** The separator of the first line: a comma if there is one outside of quotation marks, else what comes most often. */
const separatorOf = (text: string): string => {
  const line = text.replace(/^[\ufeff\n]+/, "").split("\n", 1)[0] ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const times = (separator: string): number => bare.split(separator).length;
  return times(",") > 1 ? "," : SEPARATORS.reduce((one, other) => (times(other) > times(one) ? other : one));
};

/** Counts the lines of a text that comes in pieces. */
const lineCounter = () => {
  let ends = 0;
  let isOpen = false;
  return {
    add: (text: string): void => {
      if (text === "") return;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends += 1;
      isOpen = !text.endsWith("\n");
    },
    lines: (): number => ends + (isOpen ? 1 : 0),
  };
};

async function* records(path: string): AsyncGenerator<Parsed> {
  const pieces = decodeTable(path);
  let first = "";
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    first += next.value;
    if (first.replace(/^[\ufeff\n]+/, "").includes("\n")) break;
  }
  const count = lineCounter();
  const counted = async function* (): AsyncGenerator<string> {
    count.add(first);
    yield first;
    for await (const piece of pieces) {
      count.add(piece);
      yield piece;
    }
  };
  const parser = parse({
    bom: true,
    delimiter: separatorOf(first),
    info: true,
    record_delimiter: "\n",
    relax_column_count: true,
    trim: true,
  });
  // Errors come out of the loop below; the callback only prevents that they are reported as unhandled.
  const rows: AsyncIterable<Parsed> = pipeline(Readable.from(counted()), parser, () => undefined);
  let read = 0;
  try {
    for await (const row of rows) {
      read = row.info.lines;
      if (row.record.some((cell) => cell !== "")) yield row;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? ` near line ${error.lines}` : "";
    throw new IngestError("TABLE_BROKEN", `${path} is not a CSV table: it has an error${line}.`, error);
  }
  if (read !== count.lines())
    throw new IngestError("TABLE_BROKEN", `Of the ${count.lines()} lines of ${path} only ${read} were read.`);
}

const WRONG_CHARACTERS = /\ufffd|\u00c3[\u0080-\u00bf]|(?:[\u00d8-\u00db][^\p{ASCII}\p{L}]){2}/u;

/** Why a row cannot be read whatever its format is. */
const faultOf = (header: readonly string[], record: readonly string[]): RowFault | undefined => {
  const [wanted, found] = [header.length, record.length];
  if (found < wanted || record.slice(wanted).some((cell) => cell !== "")) {
    const hint = "A cell with a separator in it needs quotation marks; an empty cell needs its separator.";
    const message = `The row is ${found < wanted ? "shorter" : "wider"} than the header: it has ${found} cells, the header has ${wanted}.`;
    return rowFault("ROW_WIDTH", "", message, hint);
  }
  const at = record.findIndex((cell) => WRONG_CHARACTERS.test(cell));
  if (at < 0) return undefined;
  const hint = "Save the table again as UTF-8 from the program that it comes from.";
  return rowFault(
    "CELL_INVALID",
    header[at] ?? "",
    "The text was decoded with a wrong character encoding.",
    hint,
  );
};

type Header = { readonly names: readonly string[]; readonly known: ReadonlySet<string> };

const headerOf = (path: string, names: readonly string[]): Header => {
  const known = new Set<string>();
  for (const name of names) {
    if (name !== "" && known.has(name))
      throw new IngestError("TABLE_BROKEN", `${path} has two columns of the same name, ${masked(name)}.`);
    known.add(name);
  }
  return { names, known };
};

/** Whether a row is a second header: of tables that were joined, each brings its own. */
const isHeader = (record: readonly string[], { known }: Header): boolean => {
  const names = record.filter((cell) => cell !== "");
  return names.length > 1 && names.filter((name) => known.has(name)).length * 2 > names.length;
};

async function* rowsOf(path: string, header: Header): AsyncGenerator<TableRow> {
  const { names } = header;
  let isFirst = true;
  for await (const { info, record } of records(path)) {
    if (isFirst) isFirst = false;
    else if (isHeader(record, header)) {
      if (names.every((name, at) => name === (record[at] ?? ""))) continue;
      const message = `${path} is two tables: line ${info.lines} has other column names. Import them one by one.`;
      throw new IngestError("TABLE_BROKEN", message);
    } else {
      const fault = faultOf(names, record);
      const cells = Object.fromEntries(names.map((name, at) => [name, record[at] ?? ""]));
      yield { line: info.lines, cells, ...(fault === undefined ? {} : { fault }) };
    }
  }
}

/**
 * Opens a CSV table with a header row, in any of the encodings that decodeTable reads; its cells are separated by
 * commas, semicolons or tabs. Empty rows and repeated headers are left out. An empty file has an empty header.
 */
export const openTable = async (path: string): Promise<Table> => {
  for await (const { record } of records(path)) {
    const header = headerOf(path, record.slice(0, record.findLastIndex((name) => name !== "") + 1));
    return { header: header.names, rows: () => rowsOf(path, header) };
  }
  return { header: [], rows: () => rowsOf(path, headerOf(path, [])) };
};

/** SHA-256 of a file, in hexadecimal digits. */
export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes);
  } catch (error) {
    throw unreadable(path, error);
  }
  return hash.digest("hex");
};
