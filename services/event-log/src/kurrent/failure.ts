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

/** What the cluster was doing when it failed. */
export type Operation = "read" | "append";

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const raw = "_raw" in error ? error._raw : undefined;
  const details = "details" in error ? error.details : undefined;
  return [error.message, details, raw instanceof Error ? raw.message : ""].join(" ");
};

/** Trap: errors of the first request for features come raw from gRPC, with a number as code and no type. */
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
    "its host name cannot be resolved; check the address",
  ],
  [
    /wrong version number|packet length too long|InvalidContentType|corrupt message|tlsv1 alert|first record does not look/i,
    "it does not use TLS; add ?tls=false if that is intended",
  ],
  [
    /self.signed|unable to (get|verify)|UnknownIssuer|invalid peer certificate|certificate/i,
    "its certificate is not trusted; give the certificate of its authority with ?tlsCAFile=FILE",
  ],
  [
    /ECONNREFUSED|connection refused/i,
    "the connection was refused; check that the cluster runs and that the port is right",
  ],
  [
    /ECONNRESET|socket hang up|connection reset|broken pipe|KurrentConnection dropped|GOAWAY|h2 protocol|protocol error|Failed to connect/i,
    "it closed the connection; if it requires TLS, leave out ?tls=false",
  ],
  [
    /ServerName to an IP address/i,
    "TLS needs a host name instead of an IP address; write the name, or ?tls=false if the connection is not to be encrypted",
  ],
  [/Server Is (Too Busy|Not Ready)/i, "it is too busy or not ready; try again later"],
  [
    /took longer than|deadline|timed out|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i,
    "it did not respond in time; check the address, the network and that the cluster runs",
  ],
  [/discover/i, "none of its nodes responds; check the address and that the cluster runs"],
  [/unavailable/i, "it is not available now"],
];

const reasonOf = (error: unknown): string => {
  const text = textOf(error);
  return REASONS.find(([sign]) => sign.test(text))?.[1] ?? "its response was not expected";
};

/** States in one sentence what failed and what to do. The client's own message stays in the cause: it may hold the login. */
export const failureOf = (redactedAddress: string, operation: Operation, error: unknown): LogError => {
  if (error instanceof LogError) return error;
  const options = { cause: error };
  if (isDenied(error))
    return operation === "append"
      ? new LogError(
          "NOT_WRITABLE",
          `The event log ${redactedAddress} cannot be written with this user name: grant it write access, or use another name.`,
          options,
        )
      : new LogError(
          "ACCESS_DENIED",
          `The event log ${redactedAddress} does not accept this name and password: check them in the address.`,
          options,
        );
  if (error instanceof NotLeaderError)
    return new LogError(
      "NOT_WRITABLE",
      `The event log ${redactedAddress} is read-only at this node: give the leader of the cluster, or all its nodes, in the address.`,
      options,
    );
  if (isTooLarge(error))
    return new LogError(
      "TOO_LARGE",
      `The event log ${redactedAddress} does not accept an event of this size.`,
      options,
    );
  if (error instanceof StreamDeletedError || error instanceof StreamTombstonedError)
    return new LogError(
      "NOT_WRITABLE",
      `A stream of the event log ${redactedAddress} was deleted permanently: nothing can be added to it.`,
      options,
    );
  if (error instanceof UnsupportedError || error instanceof WrongExpectedVersionError)
    return new LogError("WRONG_REVISION", `The event log ${redactedAddress} rejected an append.`, options);
  return new LogError(
    "UNAVAILABLE",
    `The event log ${redactedAddress} cannot be reached: ${reasonOf(error)}.`,
    options,
  );
};

/** Whether the cluster is unavailable, so that waiting may help. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof LogError && error.code === "UNAVAILABLE";
