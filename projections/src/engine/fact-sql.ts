import { FIRST_DAY, LAST_DAY } from "@karnameh/schema/calendar";
import { UNKNOWN } from "@karnameh/schema/codelist";
import { codelist } from "@karnameh/schema/codelists";
import { type ChildTable, type FactColumn, type FactTable, factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { contracts } from "@karnameh/schema/contracts";
import { columnValue, pathsOf } from "./earlier-sql.ts";

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

type StoredType = FactColumn["type"];

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
const columnName = (column: FactColumn): string =>
  column.type === "PERSON" ? column.name.replace(/_ref$/, "_key") : column.name;

/** The column that names the thing an event of this type is about: the key of its stream. */
export const keyColumn = (contract: EventContract): string => {
  const column = factTable(contract).columns.find(({ path }) => path[0] === contract.stream.key);
  if (!column)
    throw new RangeError(`${contract.type} has no column for its stream's key ${contract.stream.key}`);
  return columnName(column);
};

const singles = contracts.filter((contract) => contract.repeats !== true);

/** The keys of the fact tables that hold one visible fact of a thing: table → column. */
export const singleKeys: ReadonlyMap<string, string> = new Map(
  singles.map((contract) => [factTable(contract).table, keyColumn(contract)] as const),
);

/** The same of those tables and of the tables of their nested lines. */
export const thingKeys: ReadonlyMap<string, string> = new Map(
  singles.flatMap((contract) => {
    const { table, children } = factTable(contract);
    return [table, ...children.map((child) => child.table)].map(
      (name) => [name, keyColumn(contract)] as const,
    );
  }),
);

/** The SQL type of a code list: an enumeration of its codes and the special ones. */
export const enumType = (codelistId: string): string => `model.${codelistId.toLowerCase()}`;

const isCode = (column: FactColumn): boolean => codelist(column.codelist ?? "") !== undefined;

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

const JSON_TYPE: Readonly<Record<StoredType, string>> = {
  UUID: "UUID",
  VARCHAR: "VARCHAR",
  DATE: "DATE",
  INTEGER: "INTEGER",
  BIGINT: "BIGINT",
  DOUBLE: "DOUBLE",
  BOOLEAN: "BOOLEAN",
  "DECIMAL(18,2)": "DECIMAL(18,2)",
  PERSON: "VARCHAR",
  JALALI_MONTH: "VARCHAR",
};

type Structure = { [field: string]: string | Structure };

/** Fields by the path that leads to them, nested as JSON is. */
const structOf = (columns: readonly FactColumn[]): Structure => {
  const structure: Structure = {};
  for (const column of columns)
    for (const [first = "", second] of pathsOf(column)) {
      const inner = structure[first];
      const type = JSON_TYPE[column.type];
      structure[first] =
        second === undefined ? type : { ...(typeof inner === "object" ? inner : {}), [second]: type };
    }
  return structure;
};

const childStruct = (child: ChildTable): unknown =>
  child.scalar ? [JSON_TYPE[child.columns[0]?.type ?? "VARCHAR"]] : [structOf(child.columns)];

/** The structure `from_json` reads a line of this event type into. */
export const lineStructure = (table: FactTable): string =>
  JSON.stringify({
    id: "UUID",
    source: "VARCHAR",
    version: "INTEGER",
    effectiveOn: "DATE",
    corrects: "UUID",
    synthetic: "BOOLEAN",
    position: "BIGINT",
    knownOn: "DATE",
    data: {
      ...structOf(table.columns),
      ...Object.fromEntries(table.children.map((child) => [child.path.join("."), childStruct(child)])),
    },
  });

const at = (from: string, path: readonly string[]): string =>
  [from, ...path.map((step) => `"${step}"`)].join(".");

const stored = (column: FactColumn, from: string): string => {
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

/** Whether a field has a value that is no code of its list. In every enumeration the special codes come last, UNKNOWN first of them. */
const isUnlisted = (column: FactColumn, from: string): string =>
  `(${columnValue(column, from)} is not null and coalesce(${stored(column, from)} >= '${UNKNOWN}'::${enumType(column.codelist ?? "")}, true))`;

/** Why a parsed line cannot be read, as one SQL expression that is null where it can. */
export const unreadable = (table: FactTable, version: number): string => {
  const missing = table.columns
    .filter((column) => column.required)
    .map((column) => {
      const value = (isCode(column) ? columnValue : stored)(column, "e.data");
      return `when ${value} is null then 'BAD_DATA: ${column.path.join(".")} is missing or not of its type'`;
    });
  const lines = table.children.flatMap((child) => {
    const field = at("e.data", child.path);
    const holes = child.columns
      .flatMap((column) => [
        ...(column.required ? [`${at("x", column.path)} is null`] : []),
        ...(isCode(column) ? [isUnlisted(column, "x")] : []),
      ])
      .join(" or ");
    return [
      ...(child.required
        ? [`when ${field} is null then 'BAD_DATA: ${child.path[0]} is missing or no list'`]
        : []),
      `when len(list_filter(${field}, lambda x: ${holes})) > 0 then 'BAD_DATA: one of ${child.path[0]} lacks a part or has one not of its type'`,
    ];
  });
  const days = [
    ["effectiveOn", `e."effectiveOn"`],
    ...table.columns.filter((c) => c.type === "DATE").map((c) => [c.path.join("."), stored(c, "e.data")]),
  ].map(
    ([name, value]) =>
      `when ${value} not between date '${FIRST_DAY}' and date '${LAST_DAY}' then 'BAD_DATA: ${name} is outside the calendar'`,
  );
  const unlisted = table.columns
    .filter(isCode)
    .map(
      (column) =>
        `when ${isUnlisted(column, "e.data")} then 'BAD_DATA: ${column.path.join(".")} is not a code of ${column.codelist}'`,
    );
  return `case when e is null or e.id is null or e.position is null or e."effectiveOn" is null then 'BAD_DATA: the envelope cannot be read'
    when coalesce(e.version, 0) not between 1 and ${version} then 'UNKNOWN_VERSION: no reader for version ' || coalesce(e.version::varchar, '?')
    ${[...missing, ...lines, ...days, ...unlisted].join("\n    ")} end`;
};
