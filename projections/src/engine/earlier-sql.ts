import type { EarlierSource, FactColumn } from "@karnameh/schema/columns";
import { fieldAt, literal } from "./sql-text.ts";

const valueIn = (source: EarlierSource, from: string): string =>
  "path" in source ? fieldAt(from, source.path) : literal(source.value);

/**
 * The value of a column in a parsed line `from`, whatever the version `e.version` of its event: an earlier one may
 * have it under another name, or not at all.
 */
export const columnValue = ({ path, earlier = [] }: FactColumn, from: string): string => {
  if (earlier.length === 0) return fieldAt(from, path);
  const cases = earlier.map((source) => `when ${source.version} then ${valueIn(source, from)}`);
  return `(case e.version ${cases.join(" ")} else ${fieldAt(from, path)} end)`;
};

/** Every path under which a version has the column. */
export const pathsOf = ({ path, earlier = [] }: FactColumn): readonly (readonly string[])[] => [
  path,
  ...earlier.flatMap((source) => ("path" in source ? [source.path] : [])),
];
