import type { ChildTable, FactColumn, FactTable } from "@karnameh/schema/columns";
import { pathsOf } from "./earlier-sql.ts";
import type { StoredType } from "./fact-tables.ts";

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
