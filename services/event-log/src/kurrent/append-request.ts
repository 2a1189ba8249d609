import type { AppendStreamState, JSONEventData, KurrentDBClient } from "@kurrent/kurrentdb-client";
import type { Position } from "../port.ts";
import { eventDataOf } from "./envelope.ts";
import type { LogNamespace } from "./log-namespace.ts";
import type { PendingEvent } from "./pending-events.ts";
import type { KurrentStreamState } from "./streams.ts";

/** What one request appends: the events of each stream, and the revision at which the stream has to be. */
export type AppendRequest = ReadonlyMap<
  string,
  { readonly state: AppendStreamState; readonly events: readonly JSONEventData[] }
>;

const stateOf = (revision: number): AppendStreamState => (revision < 0 ? "no_stream" : BigInt(revision));

/** The request for events by their stream, where the streams are known to be at `states`. */
export const requestOf = (
  byStream: ReadonlyMap<string, readonly PendingEvent[]>,
  states: ReadonlyMap<string, KurrentStreamState>,
  namespace: LogNamespace,
): AppendRequest =>
  new Map(
    [...byStream].map(([name, all]) => [
      namespace.streamOf(name),
      {
        state: stateOf(states.get(name)?.revision ?? -1),
        events: all.map(({ event, body }) => eventDataOf(event, body, namespace)),
      },
    ]),
  );

const sendOneStream = async (client: KurrentDBClient, request: AppendRequest): Promise<Position> => {
  const [[stream, { state, events }] = ["", { state: "any" as const, events: [] }]] = request;
  // throwOnAppendFailure keeps its default, true: otherwise a wrong revision is a result instead of an error.
  const appended = await client.appendToStream(stream, [...events], { streamState: state });
  return appended.position?.commit ?? 0n;
};

const sendSeveralStreams = async (client: KurrentDBClient, request: AppendRequest): Promise<Position> => {
  const requests = [...request].map(([streamName, { state, events }]) => ({
    streamName,
    expectedState: state,
    events: [...events],
  }));
  return (await client.multiStreamAppend(requests)).position;
};

/** Sends a request. The position is 0 where the server does not state it. Throws what the client throws. */
export const sendRequest = (client: KurrentDBClient, request: AppendRequest): Promise<Position> =>
  request.size > 1 ? sendSeveralStreams(client, request) : sendOneStream(client, request);
