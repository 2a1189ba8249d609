/** Why an import could not begin or go on. A single bad line or row is a refusal, never an error. */
export const INGEST_ERRORS = {
  FILE_NOT_FOUND: "There is no file by the name given.",
  FILE_NOT_READABLE: "The file is a folder, or may not be read.",
  NOT_UTF8: "The table is not UTF-8 text.",
  TABLE_BROKEN: "The table is not CSV: a quotation mark does not close.",
  SHAPE_UNKNOWN: "The header row is none of the shapes that can be imported.",
  SERIES_NEEDED: "The table does not name its series, so the command has to.",
  SERIES_NAMED_TWICE: "The table names its own series, so the command must not.",
  OPTION_INVALID: "An option of the import does not have the form it needs.",
  VINTAGE_CHANGED: "Another table was already imported as the same vintage of the same dataset.",
  DOCUMENT_CHANGED: "Another document was already imported under the same name.",
  REFUSALS_NOT_WRITABLE: "The refusals file cannot be written.",
  READER_FAILED: "The reader of the lines stopped without an answer.",
} as const;

export type IngestErrorCode = keyof typeof INGEST_ERRORS;

/** A failed import, in one plain sentence; `code` is one of INGEST_ERRORS. */
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
