import type { z } from "zod";
import type { FactTable } from "./columns.ts";
import type { ColumnType } from "./field.ts";
import { isSafeToRepeat, type Refusal, refuse } from "./refusal.ts";

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  string: "must be a string",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
};

const HINTS: Readonly<Record<ColumnType, string>> = {
  UUID: "Write a UUID in lower case with dashes, such as 0198c0de-0000-7000-8000-000000000001.",
  VARCHAR: "See the event type in docs/events.md.",
  DATE: "Write a Gregorian date such as 2023-08-03.",
  INTEGER: "Write a whole number without quotes.",
  BIGINT: "Write a whole amount in rial without quotes. One toman is ten rial.",
  DOUBLE: "Write a number without quotes.",
  BOOLEAN: "Write true or false without quotes.",
  "DECIMAL(18,2)": "Write a number with at most two decimals, without quotes.",
  PERSON: "Send the pseudonym from the identity vault, never the national code.",
  JALALI_MONTH: "Write a Jalali month such as 1402-05.",
  TEXT: 'Write {"fa": "…", "en": "…"}. en is optional.',
};

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : `${text}.${String(part)}`),
    "data",
  );

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    data,
  );

const limit = (issue: Extract<Issue, { code: "too_small" | "too_big" }>): string => {
  const [word, bound] = issue.code === "too_small" ? ["at least", issue.minimum] : ["at most", issue.maximum];
  if (issue.origin === "string") return `must have ${word} ${bound} characters`;
  return issue.origin === "array" ? `must have ${word} ${bound} elements` : `must be ${word} ${bound}`;
};

const explain = (issue: Issue, data: unknown): string => {
  if (issue.code === "invalid_type")
    return valueAt(data, issue.path) === undefined
      ? "is required"
      : (EXPECTED[issue.expected] ?? "is of the wrong type");
  if (issue.code === "too_small" || issue.code === "too_big") return limit(issue);
  if (issue.code === "not_multiple_of") return "must have at most two decimals";
  if (issue.code === "invalid_format" || issue.code === "custom") return issue.message;
  return "is not valid";
};

const hintFor = ({ columns, children }: FactTable, path: readonly PropertyKey[]): string => {
  const child = children.find((table) => table.path[0] === path[0]);
  const [among, inside] = child ? [child.columns, path.slice(2)] : [columns, path];
  const column = among.find((candidate) => candidate.path.every((part, index) => part === inside[index]));
  if (!column) return "See the event type in docs/events.md.";
  return column.codelist === undefined
    ? HINTS[column.type]
    : `Use a code of ${column.codelist} (docs/codelists.md).`;
};

/** Rejects data that breaks its contract: states the first issue in plain words, without the value. */
export const refuseField = (type: string, table: FactTable, issue: Issue, data: unknown): Refusal => {
  if (issue.code !== "unrecognized_keys")
    return refuse("INVALID_FIELD", pathOf(issue.path), explain(issue, data), hintFor(table, issue.path));
  const [key = ""] = issue.keys;
  const isSafe = isSafeToRepeat(key);
  return refuse(
    "INVALID_FIELD",
    pathOf(isSafe ? [...issue.path, key] : issue.path),
    isSafe ? `is not a field of ${type}` : `has a field that ${type} does not have`,
    "Remove it, or look up its name in docs/events.md. Unknown fields are rejected, never dropped.",
  );
};
