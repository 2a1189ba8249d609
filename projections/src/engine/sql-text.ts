/** A field of a struct in SQL, by the path that leads to it. */
export const fieldAt = (from: string, path: readonly string[]): string =>
  [from, ...path.map((step) => `"${step}"`)].join(".");

/** A value as a literal of SQL. */
export const literal = (value: string | number | boolean): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
