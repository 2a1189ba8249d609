import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { IngestError, unreadable } from "./ingest-error.ts";

/** A row of a table: the line of the file on which it ends, and its cells by column, without surrounding spaces. */
export type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** A CSV table that is read row by row. */
export type Table = {
  readonly header: readonly string[];
  /** Reads the file again each time. Throws IngestError if a part of the file is not a table. */
  readonly rows: () => AsyncGenerator<TableRow>;
};

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of createReadStream(path)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw unreadable(path, error);
    throw new IngestError("NOT_UTF8", `The table ${path} is not UTF-8 text.`, error);
  }
}

type Parsed = { readonly info: Info; readonly record: readonly string[] };

async function* records(path: string): AsyncGenerator<Parsed> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  // Errors come out of the loop below; the callback only prevents that they are reported as unhandled.
  const rows: AsyncIterable<Parsed> = pipeline(Readable.from(decoded(path)), parser, () => undefined);
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? ` near line ${error.lines}` : "";
    throw new IngestError("TABLE_BROKEN", `${path} is not a CSV table: it has an error${line}.`, error);
  }
}

async function* rowsOf(path: string, header: readonly string[]): AsyncGenerator<TableRow> {
  let isHeader = true;
  for await (const { info, record } of records(path)) {
    if (isHeader) isHeader = false;
    else
      yield {
        line: info.lines,
        cells: Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])),
      };
  }
}

/** Opens a CSV table in UTF-8 with a header row. An empty file has an empty header. */
export const openTable = async (path: string): Promise<Table> => {
  for await (const { record } of records(path)) return { header: record, rows: () => rowsOf(path, record) };
  return { header: [], rows: () => rowsOf(path, []) };
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
