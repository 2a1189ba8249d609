import { z } from "zod";

import type { Earlier, EarlierVersions } from "./earlier.ts";
import { type Column, columnOf } from "./field.ts";

/** What of a contract makes its table. */
type Tabular = {
  readonly type: string;
  readonly data: z.ZodObject;
  readonly earlier?: EarlierVersions | undefined;
};

/** Where an event of an earlier version has the value of a column, or the value that it always has there. */
export type EarlierSource =
  | { readonly version: number; readonly path: readonly string[] }
  | { readonly version: number; readonly value: string | number | boolean };

/** A column of a fact table. `path` leads to the value from the event's data, or, in a child table, from the element. */
export type FactColumn = Omit<Column, "type"> & {
  readonly name: string;
  readonly path: readonly string[];
  /** Bilingual texts are already two columns, `_fa` and `_en`: never TEXT. */
  readonly type: Exclude<Column["type"], "TEXT">;
  readonly required: boolean;
  /** The versions that have the value elsewhere. */
  readonly earlier?: readonly EarlierSource[];
};

/** One row for each element of an array field; an element that is a single value (`scalar`) has one column, path `[]`. */
export type ChildTable = {
  readonly table: string;
  readonly path: readonly [string];
  readonly scalar: boolean;
  /** Whether an event without the array is not of its contract. */
  readonly required: boolean;
  readonly columns: readonly FactColumn[];
};

export type FactTable = {
  readonly table: string;
  readonly columns: readonly FactColumn[];
  readonly children: readonly ChildTable[];
};

export const snakeCase = (name: string): string => name.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase();

/** `assessmentIds` → `assessment_id`; a name that is no plural gives `value`, one with a digit (`isco08`) itself. */
const elementName = (field: string): string =>
  field.endsWith("s") ? snakeCase(field.slice(0, -1)) : /\d$/.test(field) ? snakeCase(field) : "value";

type Field = { readonly schema: z.ZodType; readonly required: boolean };

const unwrap = (schema: z.ZodType): Field =>
  schema instanceof z.ZodOptional
    ? { schema: schema.unwrap() as z.ZodType, required: false }
    : { schema, required: true };

const leafColumns = (
  name: string,
  path: readonly string[],
  { schema, required }: Field,
): readonly FactColumn[] => {
  const column = columnOf(schema);
  if (!column)
    throw new Error(`${path.join(".")} is neither a field of field.ts nor an array of such fields`);
  const { type, ...meta } = column;
  if (type !== "TEXT") return [{ name, path, type, required, ...meta }];
  return [
    { name: `${name}_fa`, path: [...path, "fa"], type: "VARCHAR", required, ...meta },
    { name: `${name}_en`, path: [...path, "en"], type: "VARCHAR", required: false, ...meta },
  ];
};

const objectColumns = (schema: z.ZodObject): readonly FactColumn[] =>
  Object.entries(schema.shape).flatMap(([key, field]) =>
    leafColumns(snakeCase(key), [key], unwrap(field as z.ZodType)),
  );

const childTable = (table: string, key: string, { schema: element, required }: Field): ChildTable => {
  const isObject = element instanceof z.ZodObject && columnOf(element) === undefined;
  return {
    table: `${table}_${snakeCase(key)}`,
    path: [key],
    scalar: !isObject,
    required,
    columns: isObject
      ? objectColumns(element)
      : leafColumns(elementName(key), [], { schema: element, required: true }),
  };
};

/** Whether a column holds what its sender words: a free text, or a name that the sender gives to something. */
export const isFreelyWorded = ({ type, codelist }: FactColumn): boolean =>
  type === "VARCHAR" && codelist === undefined;

/** Names that every fact table has for the envelope; a field of an event must not take one. */
const RESERVED = new Set([
  "position",
  "known_on",
  "effective_on",
  "source",
  "event_id",
  "corrects",
  "superseded_position",
]);

const refuseClashes = (table: string, columns: readonly FactColumn[]): void => {
  const seen = new Set(RESERVED);
  for (const { name } of columns) {
    if (seen.has(name)) throw new Error(`${table} has the column ${name} twice`);
    seen.add(name);
  }
};

const sourceIn = (version: number, { added, renamed }: Earlier, path: readonly string[]): EarlierSource[] => {
  const [field = "", ...inside] = path;
  const value = added?.[field];
  if (value !== undefined) return [{ version, value }];
  const old = renamed?.[field];
  return old === undefined ? [] : [{ version, path: [old, ...inside] }];
};

const withEarlier = (column: FactColumn, versions: EarlierVersions): FactColumn => {
  const earlier = Object.entries(versions).flatMap(([version, difference]) =>
    sourceIn(Number(version), difference, column.path),
  );
  return earlier.length === 0 ? column : { ...column, earlier };
};

/**
 * The fact table of an event type, made from its contract alone: names in snake_case, types by the fields of
 * field.ts, arrays as child tables. Throws for a shape that it cannot map.
 */
export const factTable = ({ type, data, earlier = {} }: Tabular): FactTable => {
  const table = snakeCase(type);
  const columns: FactColumn[] = [];
  const children: ChildTable[] = [];
  for (const [key, declared] of Object.entries(data.shape)) {
    const field = unwrap(declared as z.ZodType);
    if (field.schema instanceof z.ZodArray)
      children.push(childTable(table, key, { ...field, schema: field.schema.element as z.ZodType }));
    else
      columns.push(
        ...leafColumns(snakeCase(key), [key], field).map((column) => withEarlier(column, earlier)),
      );
  }
  for (const part of [{ table, columns }, ...children]) refuseClashes(part.table, part.columns);
  return { table, columns, children };
};
