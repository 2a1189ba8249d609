import type { Text } from "@karnameh/schema/text";

/** Why an import could not begin or go on. A single bad line or row is a refusal, never an error. */
export const ingestErrors = {
  FILE_NOT_FOUND: { fa: "پرونده‌ای به این نام نیست.", en: "There is no file by the name given." },
  FILE_NOT_READABLE: {
    fa: "پرونده پوشه است یا اجازهٔ خواندن آن نیست.",
    en: "The file is a folder, or may not be read.",
  },
  NOT_UTF8: { fa: "جدول، متن UTF-8 نیست.", en: "The table is not UTF-8 text." },
  NOT_PLAIN_TEXT: {
    fa: "سند متن ساده نیست و باید نخست به متن ساده درآید.",
    en: "The document is not plain text and has to be saved as such first.",
  },
  TABLE_BROKEN: {
    fa: "جدول CSV نیست: گیومه‌ای بسته نشده است.",
    en: "The table is not CSV: a quotation mark does not close.",
  },
  FORMAT_UNKNOWN: {
    fa: "سرستون‌های جدول با هیچ‌یک از قالب‌های شناخته‌شده یکی نیست.",
    en: "The header row is not that of any known format.",
  },
  TABLE_EMPTY: {
    fa: "پرونده خالی است و سطر سرستون ندارد.",
    en: "The file is empty: it has no row of column names.",
  },
  SERIES_NEEDED: {
    fa: "جدول نام سری را ندارد و باید آن را داد.",
    en: "The table does not name its series, so the command has to.",
  },
  SERIES_NAMED_TWICE: {
    fa: "جدول خود نام سری را دارد و نباید آن را داد.",
    en: "The table names its own series, so the command must not.",
  },
  OPTION_INVALID: {
    fa: "گزینه‌ای از دستور درست نوشته نشده است.",
    en: "An option of the import does not have the form it needs.",
  },
  VINTAGE_CHANGED: {
    fa: "جدول دیگری پیش‌تر به نام همین نسخه از همین مجموعه‌داده وارد شده است.",
    en: "Another table was already imported as the same vintage of the same dataset.",
  },
  REFUSALS_NOT_WRITABLE: { fa: "پروندهٔ ردشده‌ها نوشتنی نیست.", en: "The refusals file cannot be written." },
  READER_FAILED: {
    fa: "خوانندهٔ خط‌ها بی‌پاسخ ایستاد.",
    en: "The reader of the lines stopped without an answer.",
  },
} as const satisfies Record<string, Text>;

export type IngestErrorCode = keyof typeof ingestErrors;

/** A failed import, in one plain sentence; `code` is one of ingestErrors. */
export class IngestError extends Error {
  readonly code: IngestErrorCode;
  constructor(code: IngestErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "IngestError";
    this.code = code;
  }
}

const errno = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Says in plain words why a file could not be read; anything that is not a file error is passed on. */
export const unreadable = (path: string, error: unknown): unknown => {
  switch (errno(error)) {
    case "ENOENT":
      return new IngestError("FILE_NOT_FOUND", `There is no file ${path}.`, error);
    case "EISDIR":
      return new IngestError("FILE_NOT_READABLE", `${path} is a folder, not a file.`, error);
    case "EACCES":
    case "EPERM":
      return new IngestError("FILE_NOT_READABLE", `The file ${path} may not be read.`, error);
    default:
      return error;
  }
};
