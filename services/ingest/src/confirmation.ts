import type { Row } from "./read-table.ts";

/** The column that a person fills in a table of proposed figures. Where it stands, only confirmed rows are recorded. */
export const CONFIRMED = "confirmed";

const ANSWERS: ReadonlyMap<string, "YES" | "NO" | "OPEN"> = new Map([
  ["yes", "YES"],
  ["بله", "YES"],
  ["no", "NO"],
  ["خیر", "NO"],
  ["", "OPEN"],
]);

/** What a person said of a proposed figure; undefined for a word that is no answer. */
export const confirmationOf = ({ cells }: Row): "YES" | "NO" | "OPEN" | undefined =>
  ANSWERS.get((cells[CONFIRMED] ?? "").toLowerCase());
