import { jsonEvent, WrongExpectedVersionError } from "@kurrent/kurrentdb-client";
import { LogError, type LogId } from "../port.ts";
import type { KurrentConnection } from "./connection.ts";
import { IDENTITY_TYPE } from "./envelope.ts";
import type { KurrentReader } from "./reader.ts";
import { withTimeout } from "./timeout.ts";

const APPEND_TIMEOUT_MS = 10_000;

/** Records the event that names the log, once: of two processes that try, the second reads what the first wrote. */
export const beginLog = async (connection: KurrentConnection, reader: KurrentReader): Promise<LogId> => {
  const { namespace } = connection;
  const after = String(await reader.end());
  const event = jsonEvent({
    type: IDENTITY_TYPE,
    data: { format: 1, after },
    metadata: namespace.metadata(undefined),
  });
  try {
    await connection.use("append", (client) =>
      withTimeout(
        APPEND_TIMEOUT_MS,
        "an append",
        client.appendToStream(namespace.identityStream, event, { streamState: "no_stream" }),
      ),
    );
  } catch (error) {
    if (!(error instanceof LogError && error.cause instanceof WrongExpectedVersionError)) throw error;
  }
  return (await reader.identity()) ?? event.id;
};
