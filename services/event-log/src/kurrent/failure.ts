import {
  AccessDeniedError,
  AppendRecordSizeExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamTombstonedError,
  TransactionMaxSizeExceededError,
  UnsupportedError,
  WrongExpectedVersionError,
} from "@kurrent/kurrentdb-client";
import { LogError } from "../port.ts";

/** What was asked of the cluster when it failed. */
export type Errand = "read" | "append";

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const raw = "_raw" in error ? error._raw : undefined;
  const details = "details" in error ? error.details : undefined;
  return [error.message, details, raw instanceof Error ? raw.message : ""].join(" ");
};

/** Trap: errors of the first look-up of features come raw from gRPC, with a number as code and no type. */
const isRaw = (error: unknown, code: number): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

const isDenied = (error: unknown): boolean =>
  error instanceof AccessDeniedError || isRaw(error, UNAUTHENTICATED) || isRaw(error, PERMISSION_DENIED);

const isTooLarge = (error: unknown): boolean =>
  error instanceof MaxAppendSizeExceededError ||
  error instanceof TransactionMaxSizeExceededError ||
  error instanceof AppendRecordSizeExceededError;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN|dns error|name resolution|failed to lookup/i,
    "its host is not known; check the address",
  ],
  [
    /wrong version number|packet length too long|InvalidContentType|corrupt message|tlsv1 alert|first record does not look/i,
    "it does not speak TLS there; add ?tls=false if it is meant not to",
  ],
  [
    /self.signed|unable to (get|verify)|UnknownIssuer|invalid peer certificate|certificate/i,
    "its certificate is not trusted; name the authority's with ?tlsCAFile=FILE",
  ],
  [/ECONNREFUSED|connection refused/i, "nothing answers there; check that it runs and the port is right"],
  [
    /ECONNRESET|socket hang up|connection reset|broken pipe|Connection dropped|GOAWAY|h2 protocol|protocol error|Failed to connect/i,
    "it broke the connection off; if it wants TLS, leave out ?tls=false",
  ],
  [
    /ServerName to an IP address/i,
    "TLS wants the name of a host there, not a number; write the name, or ?tls=false if it is meant not to be encrypted",
  ],
  [/Server Is (Too Busy|Not Ready)/i, "it is too busy or not ready; try again when it is"],
  [
    /took longer than|deadline|timed out|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i,
    "it did not answer in time; check the address, the network to it and that it runs",
  ],
  [/discover/i, "none of its nodes answers; check the address and that it runs"],
  [/unavailable/i, "it does not answer now"],
];

const reasonOf = (error: unknown): string => {
  const text = textOf(error);
  return REASONS.find(([sign]) => sign.test(text))?.[1] ?? "it did not answer as it should";
};

/** Says in one sentence what failed and what to do. The client's own words stay in the cause: they may name the login. */
export const failureOf = (shown: string, errand: Errand, error: unknown): LogError => {
  if (error instanceof LogError) return error;
  const options = { cause: error };
  if (isDenied(error))
    return errand === "append"
      ? new LogError(
          "NOT_WRITABLE",
          `The event log ${shown} may not be written by this name: give it the right to, or use another.`,
          options,
        )
      : new LogError(
          "ACCESS_DENIED",
          `The event log ${shown} does not know this name and password: check them in the address.`,
          options,
        );
  if (error instanceof NotLeaderError)
    return new LogError(
      "NOT_WRITABLE",
      `The event log ${shown} may only be read there: name the cluster's leader, or all its nodes, in the address.`,
      options,
    );
  if (isTooLarge(error))
    return new LogError("TOO_LARGE", `The event log ${shown} takes no event as large as that.`, options);
  if (error instanceof StreamDeletedError || error instanceof StreamTombstonedError)
    return new LogError(
      "NOT_WRITABLE",
      `A stream of the event log ${shown} was deleted by somebody, for ever: nothing can be added to it.`,
      options,
    );
  if (error instanceof UnsupportedError || error instanceof WrongExpectedVersionError)
    return new LogError("WRONG_REVISION", `The event log ${shown} refused an append.`, options);
  return new LogError(
    "UNAVAILABLE",
    `The event log ${shown} cannot be reached: ${reasonOf(error)}.`,
    options,
  );
};

/** Whether waiting may help. */
export const isLost = (error: unknown): boolean => error instanceof LogError && error.code === "UNAVAILABLE";
