import { IngestError } from "./ingest-error.ts";
import type { Table } from "./read-table.ts";
import { masked } from "./refusal.ts";

type Shape = { readonly title: string; readonly header: string };

const COLUMNS_SHOWN = 12;

/** The columns as one line. A table without a header row shows its data here, so long numbers are masked. */
const columnsOf = (header: readonly string[]): string => {
  const shown = header.slice(0, COLUMNS_SHOWN).map((name) => masked(name.replace(/\s+/g, " ").slice(0, 40)));
  return header.length > COLUMNS_SHOWN ? `${shown.join(", ")}, …` : shown.join(", ");
};

/** The shape of a table by its header; `fits` says whether one is it. Throws IngestError where none is. */
export const knownShape = <S extends Shape>(
  { header }: Table,
  file: string,
  shapes: readonly S[],
  fits: (shape: S) => boolean,
): S => {
  if (header.every((name) => name === ""))
    throw new IngestError("TABLE_EMPTY", `${file} is empty: a table begins with a row of column names.`);
  const shape = shapes.find(fits);
  if (shape !== undefined) return shape;
  const known = shapes.map((each) => `\n  ${each.title}: ${each.header}`).join("");
  const found = `${file} has the columns ${columnsOf(header)}`;
  throw new IngestError("SHAPE_UNKNOWN", `${found}, which is none of the tables known:${known}`);
};
