import type { EarlierSource, FactColumn } from "@karnameh/schema/columns";

const at = (from: string, path: readonly string[]): string =>
  [from, ...path.map((step) => `"${step}"`)].join(".");

const literal = (value: string | number | boolean): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

const valueIn = (source: EarlierSource, from: string): string =>
  "path" in source ? at(from, source.path) : literal(source.value);

/**
 * The value of a column in a parsed line `from`, whatever the version `e.version` of its event: an earlier one may
 * have it under another name, or not at all.
 */
export const columnValue = ({ path, earlier = [] }: FactColumn, from: string): string => {
  if (earlier.length === 0) return at(from, path);
  const cases = earlier.map((source) => `when ${source.version} then ${valueIn(source, from)}`);
  return `(case e.version ${cases.join(" ")} else ${at(from, path)} end)`;
};

/** Every path under which a version has the column. */
export const pathsOf = ({ path, earlier = [] }: FactColumn): readonly (readonly string[])[] => [
  path,
  ...earlier.flatMap((source) => ("path" in source ? [source.path] : [])),
];
