import { FIRST_DAY, LAST_DAY } from "@karnameh/schema/calendar";
import { UNKNOWN } from "@karnameh/schema/codelist";
import type { FactColumn, FactTable } from "@karnameh/schema/columns";
import { columnValue } from "./earlier-sql.ts";
import { stored } from "./fact-rows.ts";
import { enumType, isCode } from "./fact-tables.ts";
import { fieldAt } from "./sql-text.ts";

/** Whether a field has a value that is no code of its list. In every enumeration the special codes come last, UNKNOWN first of them. */
const isUnlisted = (column: FactColumn, from: string): string =>
  `(${columnValue(column, from)} is not null and coalesce(${stored(column, from)} >= '${UNKNOWN}'::${enumType(column.codelist ?? "")}, true))`;

/** Required fields that have no value, or one that is not of their type. */
const missingFields = (table: FactTable): string[] =>
  table.columns
    .filter((column) => column.required)
    .map((column) => {
      const value = (isCode(column) ? columnValue : stored)(column, "e.data");
      return `when ${value} is null then 'BAD_DATA: ${column.path.join(".")} is missing or not of its type'`;
    });

/** Nested lines that are missing, or of which one lacks a required part. */
const missingLines = (table: FactTable): string[] =>
  table.children.flatMap((child) => {
    const field = fieldAt("e.data", child.path);
    const holes = child.columns
      .flatMap((column) => [
        ...(column.required ? [`${fieldAt("x", column.path)} is null`] : []),
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

/** Days that the calendar of the read model does not have. */
const daysOutside = (table: FactTable): string[] =>
  [
    ["effectiveOn", `e."effectiveOn"`],
    ...table.columns.filter((c) => c.type === "DATE").map((c) => [c.path.join("."), stored(c, "e.data")]),
  ].map(
    ([name, value]) =>
      `when ${value} not between date '${FIRST_DAY}' and date '${LAST_DAY}' then 'BAD_DATA: ${name} is outside the calendar'`,
  );

/** Values that are no code of their list. */
const unlistedCodes = (table: FactTable): string[] =>
  table.columns
    .filter(isCode)
    .map(
      (column) =>
        `when ${isUnlisted(column, "e.data")} then 'BAD_DATA: ${column.path.join(".")} is not a code of ${column.codelist}'`,
    );

/** Why a parsed line cannot be read, as one SQL expression that is null where it can. */
export const unreadable = (table: FactTable, version: number): string => {
  const flaws = [
    ...missingFields(table),
    ...missingLines(table),
    ...daysOutside(table),
    ...unlistedCodes(table),
  ];
  return `case when e is null or e.id is null or e.position is null or e."effectiveOn" is null then 'BAD_DATA: the envelope cannot be read'
    when coalesce(e.version, 0) not between 1 and ${version} then 'UNKNOWN_VERSION: no reader for version ' || coalesce(e.version::varchar, '?')
    ${flaws.join("\n    ")} end`;
};
