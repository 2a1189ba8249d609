import type { Text } from "@karnameh/schema/text";
import type { Row } from "../engine/database.ts";

type Cell = Row[string] | undefined;

/** A cell as text; null where it is empty. */
export const text = (value: Cell): string | null =>
  value === null || value === undefined ? null : String(value);

/** A cell as a number; null where it is none. */
export const number = (value: Cell): number | null => (typeof value === "number" ? value : null);

/** Both languages of a text of which one may be missing. */
export const both = (fa: string | null, en: string | null): Text => ({
  fa: fa ?? en ?? "",
  en: en ?? fa ?? "",
});
