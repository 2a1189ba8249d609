import type { Text } from "@karnameh/schema/text";

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

/** Refusals that importing itself makes; contracts and the log add their own codes. */
export const lineRefusals = {
  NOT_UTF8: { fa: "خط، متن UTF-8 نیست.", en: "The line is not UTF-8 text." },
  NOT_JSON: { fa: "خط، JSON نیست.", en: "The line is not JSON." },
  LINE_TOO_LONG: { fa: "خط از یک مبی‌بایت بلندتر است.", en: "The line is longer than 1 MiB." },
  CELL_MISSING: { fa: "خانه‌ای که سطر به آن نیاز دارد خالی است.", en: "A cell that the row needs is empty." },
  CELL_INVALID: {
    fa: "خانه‌ای چنان که ستون آن می‌گوید خوانده نمی‌شود.",
    en: "A cell cannot be read as what its column says.",
  },
  KIND_UNKNOWN: {
    fa: "پیدا نیست که رقم موجودی است یا جریان، نرخ یا هدف.",
    en: "Whether the figure is a stock, a flow, a rate or a target cannot be told.",
  },
} as const satisfies Record<string, Text>;

const UUID_OR_LONG_NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\d۰-۹٠-٩]{8,}/gi;

/** A text of somebody else with its long runs of digits masked, cut at 500 characters. */
export const masked = (text: string): string =>
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
  readonly code: "CELL_MISSING" | "CELL_INVALID";
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
