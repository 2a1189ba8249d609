import type { TableRow } from "./read-table.ts";

/** The column that a person fills in a table of proposed figures. If a table has it, only confirmed rows are recorded. */
export const CONFIRMED = "confirmed";

const DECISIONS: ReadonlyMap<string, "YES" | "NO" | "OPEN"> = new Map([
  ["yes", "YES"],
  ["بله", "YES"], // "yes"
  ["no", "NO"],
  ["خیر", "NO"], // "no"
  ["", "OPEN"],
]);

/** The decision of a person on a proposed figure; undefined for any other word. */
export const confirmationOf = ({ cells }: TableRow): "YES" | "NO" | "OPEN" | undefined =>
  DECISIONS.get((cells[CONFIRMED] ?? "").toLowerCase());
