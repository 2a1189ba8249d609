import { codelist } from "@karnameh/schema/codelists";
import type { FactColumn, FactTable } from "@karnameh/schema/columns";

/** The position at which a fact that nobody superseded ends. */
export const FOREVER = "9223372036854775807";

/** Packed into fewer bits, random identifiers are no smaller and take five times as long to read. */
const IDENTIFIER = "uuid using compression uncompressed";

const ENVELOPE = [
  "position bigint",
  "superseded_position bigint",
  "known_on date",
  "effective_on date",
  "source varchar",
  `event_id ${IDENTIFIER}`,
  "corrects uuid",
  "is_synthetic boolean",
] as const;

/** The type that a column has in a contract. */
export type StoredType = FactColumn["type"];

const STORED: Readonly<Record<StoredType, string>> = {
  UUID: IDENTIFIER,
  VARCHAR: "varchar",
  DATE: "date",
  INTEGER: "integer",
  BIGINT: "bigint",
  DOUBLE: "double",
  BOOLEAN: "boolean",
  "DECIMAL(18,2)": "decimal(18,2)",
  PERSON: "ubigint",
  JALALI_MONTH: "integer",
};

/** The name of a field's column; a person's is its key. */
export const columnName = (column: FactColumn): string =>
  column.type === "PERSON" ? column.name.replace(/_ref$/, "_key") : column.name;

/** The SQL type of a code list: an enumeration of its codes and the special ones. */
export const enumType = (codelistId: string): string => `model.${codelistId.toLowerCase()}`;

/** Whether a field holds a code of a list. */
export const isCode = (column: FactColumn): boolean => codelist(column.codelist ?? "") !== undefined;

const declared = (columns: readonly FactColumn[]): string[] =>
  columns.map(
    (column) =>
      `"${columnName(column)}" ${isCode(column) ? enumType(column.codelist ?? "") : STORED[column.type]}`,
  );

const ENVELOPE_NAMES = ENVELOPE.map((column) => column.split(" ")[0] ?? "");

/** The columns of an event type's fact table and of the tables of its nested lines, by the name of the table. */
export const factColumns = (table: FactTable): readonly (readonly [string, readonly string[]])[] => {
  const own = [...ENVELOPE_NAMES, ...table.columns.map(columnName)];
  return [
    [table.table, own],
    ...table.children.map(
      (child) => [child.table, [...own, "line_no", ...child.columns.map(columnName)]] as const,
    ),
  ];
};

/** The statements that make an event type's fact table and the tables of its nested lines. */
export const createFactTables = (table: FactTable): string[] => [
  `create table fact.${table.table} (${[...ENVELOPE, ...declared(table.columns)].join(", ")})`,
  ...table.children.map(
    (child) =>
      `create table fact.${child.table} (${[...ENVELOPE, "line_no integer", ...declared(table.columns), ...declared(child.columns)].join(", ")})`,
  ),
];
