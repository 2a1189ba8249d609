import { IngestError } from "./ingest-error.ts";
import type { Table } from "./read-table.ts";
import { masked } from "./refusal.ts";

/** What messages and help texts say of a format: its name and its header row. */
export type TableFormat = { readonly title: string; readonly header: string };

/** A limit of the message only: the columns of a table that is not recognised. */
const MAX_SHOWN_COLUMNS = 12;

/** The columns as one line. A table without a header row shows its data here, so long numbers are masked. */
const columnsOf = (header: readonly string[]): string => {
  const shown = header
    .slice(0, MAX_SHOWN_COLUMNS)
    .map((name) => masked(name.replace(/\s+/g, " ").slice(0, 40)));
  return header.length > MAX_SHOWN_COLUMNS ? `${shown.join(", ")}, …` : shown.join(", ");
};

/** The formats as a list, one a line, for help texts and messages. */
export const listFormats = (formats: readonly TableFormat[]): string =>
  formats.map(({ title, header }) => `  ${title}: ${header}`).join("\n");

/** The format of a table, recognised by its header with `matches`. Throws IngestError if there is none. */
export const findFormat = <F extends TableFormat>(
  { header }: Table,
  file: string,
  formats: readonly F[],
  matches: (format: F) => boolean,
): F => {
  if (header.every((name) => name === ""))
    throw new IngestError("TABLE_EMPTY", `${file} is empty: a table begins with a row of column names.`);
  const format = formats.find(matches);
  if (format !== undefined) return format;
  const message = `${file} has the columns ${columnsOf(header)}, which is none of the known formats:\n${listFormats(formats)}`;
  throw new IngestError("FORMAT_UNKNOWN", message);
};
