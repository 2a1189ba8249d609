/**
 * Why one line was not recorded. It never holds the line itself: a line that is wrong may hold what no file
 * of ours may hold, such as a national code.
 */
export type Refusal = {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly code: string;
  /** Where in the event or row, `data.wage_irr`; empty for the line as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
};

/** Refusals that the door itself makes; contracts and the log add their own codes. */
export const LINE_REFUSALS = {
  NOT_UTF8: "The line is not UTF-8 text.",
  NOT_JSON: "The line is not JSON.",
  LINE_TOO_LONG: "The line is longer than 1 MiB.",
  CELL_MISSING: "A cell that the row needs is empty.",
  CELL_INVALID: "A cell cannot be read as what its column says.",
  KIND_UNKNOWN: "Whether the figure is a stock, a flow, a rate or a target cannot be told.",
} as const;

const UUID_OR_LONG_NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\d۰-۹٠-٩]{8,}/gi;

const masked = (text: string): string =>
  text.replace(UUID_OR_LONG_NUMBER, (found) => (found.includes("-") ? found : "…")).slice(0, 500);

/** A refusal fit to be kept: long runs of digits, which could be a person's code, are masked. */
export const refusal = (
  line: number,
  code: string,
  said: { readonly path?: string; readonly message: string; readonly hint?: string },
): Refusal => ({
  line,
  code,
  path: masked(said.path ?? ""),
  message: masked(said.message),
  hint: masked(said.hint ?? ""),
});

/** Why a row of a table says nothing: the column, and what is wrong with its cell. */
export type RowFault = {
  readonly code: "CELL_MISSING" | "CELL_INVALID" | "KIND_UNKNOWN";
  readonly path: string;
  readonly message: string;
  readonly hint: string;
};

export const rowFault = (code: RowFault["code"], path: string, message: string, hint = ""): RowFault => ({
  code,
  path,
  message,
  hint,
});
