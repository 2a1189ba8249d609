import type { ChildTable, FactColumn, FactTable } from "@karnameh/schema/columns";
import { columnValue } from "./earlier-sql.ts";
import { columnName, enumType, FOREVER, isCode } from "./fact-tables.ts";

/** The value of a column in a parsed line `from` as it is stored; null where it is not of its type. */
export const stored = (column: FactColumn, from: string): string => {
  const value = columnValue(column, from);
  if (isCode(column)) return `try_cast(${value} as ${enumType(column.codelist ?? "")})`;
  if (column.type === "PERSON") return `try_cast('0x' || substr(${value}, 1, 16) as ubigint)`;
  return column.type === "JALALI_MONTH" ? `try_cast(replace(${value}, '-', '') as integer)` : value;
};

const values = (columns: readonly FactColumn[], from: string): string[] =>
  columns.map((column) => `${stored(column, from)} as "${columnName(column)}"`);

const ENVELOPE_VALUES = [
  "e.position",
  `${FOREVER} as superseded_position`,
  'e."knownOn" as known_on',
  'e."effectiveOn" as effective_on',
  "e.source as source",
  "e.id as event_id",
  "e.corrects",
  "coalesce(e.synthetic, false) as is_synthetic",
];

/** Parsed lines `(e, reason)` in a table `staged` as rows of the fact table. */
export const factRows = (table: FactTable, staged: string): string =>
  `select ${[...ENVELOPE_VALUES, ...values(table.columns, "e.data")].join(", ")} from ${staged} where reason is null`;

/** Parsed lines in a table `staged` as rows of a child table: the parent's columns, then those of the line. */
export const childRows = (table: FactTable, child: ChildTable, staged: string): string => {
  const field = `e.data."${child.path.join(".")}"`;
  const own = values(child.columns, "l.line");
  return `select ${[...ENVELOPE_VALUES, "l.line_no::integer as line_no", ...values(table.columns, "e.data"), ...own].join(", ")}
    from ${staged}, lateral (select unnest(${field}) as line, unnest(range(1, len(${field}) + 1)) as line_no) l
    where reason is null`;
};
