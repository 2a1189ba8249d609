import type { Text } from "@karnameh/schema/text";

/** Why an import could not begin or continue. A single bad line or row is a refusal, never an error. */
export const ingestErrors = {
  FILE_NOT_FOUND: { fa: "پرونده‌ای به این نام نیست.", en: "There is no file of this name." },
  FILE_NOT_READABLE: {
    fa: "پرونده پوشه است یا اجازهٔ خواندن آن نیست.",
    en: "The file is a folder, or read access is denied.",
  },
  NOT_UTF8: {
    fa: "جدول، متن UTF-8 نیست؛ UTF-16 باید با نشان ترتیب بایت آغاز شود.",
    en: "The table is neither UTF-8 text nor UTF-16 text with a byte order mark.",
  },
  NOT_PLAIN_TEXT: {
    fa: "سند متن ساده نیست و باید نخست به متن ساده درآید.",
    en: "The document is not plain text; save it as plain text first.",
  },
  TABLE_BROKEN: {
    fa: "جدول CSV درستی نیست: گیومه‌ای بسته نشده، نام ستونی تکرار شده، پرونده ناقص است یا دو جدول به هم چسبیده‌اند.",
    en: "The table is not sound CSV: a quotation mark is not closed, a column name is repeated, the file is cut off, or two tables were joined.",
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
    fa: "جدول نام سری زمانی را ندارد و دستور باید آن را مشخص کند.",
    en: "The table does not name its series, so the command has to name it.",
  },
  SERIES_NAMED_TWICE: {
    fa: "جدول خود نام سری زمانی را دارد و دستور نباید آن را مشخص کند.",
    en: "The table names its own series, so the command must not name one.",
  },
  OPTION_INVALID: {
    fa: "مقدار یکی از گزینه‌های دستور معتبر نیست.",
    en: "An option of the import has a value that is not valid.",
  },
  REFUSALS_NOT_WRITABLE: {
    fa: "پروندهٔ موارد ردشده نوشتنی نیست.",
    en: "The refusals file cannot be written.",
  },
  READER_FAILED: {
    fa: "پردازش خط‌ها ناگهان متوقف شد.",
    en: "The thread that reads the lines stopped unexpectedly.",
  },
} as const satisfies Record<string, Text>;

export type IngestErrorCode = keyof typeof ingestErrors;

/** A failed import; the message is one sentence, `code` is one of ingestErrors. */
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

/** Explains why a file could not be read; an error that is not about a file is returned as it is. */
export const unreadable = (path: string, error: unknown): unknown => {
  switch (errno(error)) {
    case "ENOENT":
      return new IngestError("FILE_NOT_FOUND", `There is no file ${path}.`, error);
    case "EISDIR":
      return new IngestError("FILE_NOT_READABLE", `${path} is a folder, not a file.`, error);
    case "EACCES":
    case "EPERM":
      return new IngestError("FILE_NOT_READABLE", `Read access to the file ${path} is denied.`, error);
    default:
      return error;
  }
};
