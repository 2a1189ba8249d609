import { maskNationalCodes } from "@karnameh/schema/national-code";
import type { Text } from "@karnameh/schema/text";

/**
 * Why one line was not recorded. It never contains the line itself: a wrong line may contain what must not be stored,
 * such as a national code.
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

/** Refusals of the import itself; contracts and the log have codes of their own. */
export const lineRefusals = {
  NOT_UTF8: { fa: "خط، متن UTF-8 نیست.", en: "The line is not UTF-8 text." },
  NOT_JSON: { fa: "خط، JSON نیست.", en: "The line is not JSON." },
  DUPLICATE_KEY: {
    fa: "یک کلید در یک شیء JSON دو بار آمده است.",
    en: "An object of the line has one key twice.",
  },
  NUMBER_TOO_LONG: {
    fa: "عددی در خط رقم‌هایی بیش از آن دارد که نگه‌داشتنی است.",
    en: "A number of the line has more digits than can be kept.",
  },
  LINE_TOO_LONG: {
    fa: "خط از اندازهٔ مجاز بلندتر است.",
    en: "The line is longer than the limit MAX_LINE_BYTES.",
  },
  CELL_MISSING: { fa: "خانه‌ای که سطر به آن نیاز دارد خالی است.", en: "A cell that the row needs is empty." },
  CELL_INVALID: {
    fa: "مقدار یک خانه با نوع ستون آن سازگار نیست.",
    en: "A cell cannot be read as a value of its column.",
  },
  ROW_WIDTH: {
    fa: "شمار خانه‌های سطر با شمار ستون‌های سرستون یکی نیست.",
    en: "The row has more or fewer cells than the header.",
  },
  KIND_UNKNOWN: {
    fa: "نوع رقم مشخص نیست: موجودی، جریان، نرخ یا هدف.",
    en: "The kind of the figure is not known: stock, flow, rate or target.",
  },
} as const satisfies Record<string, Text>;

const UUID_OR_LONG_NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\p{Nd}{8,}/giu;

/** A foreign text with its national codes and long runs of digits masked, cut at 500 characters. */
export const masked = (text: string): string =>
  maskNationalCodes(text)
    .replace(/•+/g, "…")
    .replace(UUID_OR_LONG_NUMBER, (found) => (found.includes("-") ? found : "…"))
    .slice(0, 500);

/** A refusal that may be stored: long runs of digits, which could be a person's code, are masked. */
export const refusal = (
  line: number,
  code: string,
  reason: { readonly path?: string; readonly message: string; readonly hint?: string },
): Refusal => ({
  line,
  code,
  path: masked(reason.path ?? ""),
  message: masked(reason.message),
  hint: masked(reason.hint ?? ""),
});

/** Why a row of a table cannot be read: the column, and what is wrong with its cell. */
export type RowFault = {
  readonly code: "CELL_MISSING" | "CELL_INVALID" | "LOOKS_LIKE_NATIONAL_CODE" | "ROW_WIDTH";
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
