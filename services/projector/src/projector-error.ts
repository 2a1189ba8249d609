export type ProjectorErrorCode =
  | "OTHER_LOG"
  | "BEYOND_HEAD"
  | "ALREADY_RUNNING"
  | "NOT_WRITABLE"
  | "WAIT_TIMEOUT";

/** Why the projector cannot go on; the message says what to do. */
export class ProjectorError extends Error {
  readonly code: ProjectorErrorCode;
  constructor(code: ProjectorErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ProjectorError";
    this.code = code;
  }
}
