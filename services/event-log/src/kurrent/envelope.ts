import {
  type JSONEventData,
  type JSONType,
  jsonEvent,
  type RecordedEvent,
  type ResolvedEvent,
} from "@kurrent/kurrentdb-client";
import { isObject } from "../is-object.ts";
import { KnownOn } from "../known-on.ts";
import { type AppendedEvent, LogError, type Position } from "../port.ts";
import { recordedLine } from "../recorded-line.ts";
import type { LogNamespace } from "./log-namespace.ts";

export const IDENTITY_TYPE = "KarnamehLogBegun";

/** An event as the cluster keeps it: all of it as data, so that the server's own tools can read it. */
export const eventDataOf = (
  { id, type, recordedAt }: AppendedEvent,
  body: string,
  namespace: LogNamespace,
): JSONEventData => {
  const data: JSONType = JSON.parse(body);
  return jsonEvent({ id, type, data, metadata: namespace.metadata(recordedAt) });
};

/** The place in the total order. A single appended event has the same commit and prepare position. */
export const positionOf = ({ event }: ResolvedEvent): Position => event?.position?.commit ?? 0n;

/** What was recorded of an event, as JSON. */
export const bodyOfRecord = (event: RecordedEvent): string => JSON.stringify(event.data);

/** When the log recorded an event: an import of history states it. */
export const recordedAtOf = (event: RecordedEvent): string => {
  const stated = isObject(event.metadata) ? event.metadata["recordedAt"] : undefined;
  return typeof stated === "string" ? stated : event.created.toISOString();
};

const knownOn = new KnownOn();

/** One line of RecordedEvent. Throws LogError for an event that is not what was recorded. */
export const lineOf = (resolved: ResolvedEvent, namespace: LogNamespace): string => {
  const { event } = resolved;
  const position = positionOf(resolved);
  const defect = event === undefined ? "it is missing" : namespace.validateRecord(event);
  if (event === undefined || defect !== undefined)
    throw new LogError(
      "DAMAGED",
      `The event at position ${position} of the log is damaged: ${defect}; run 'karnameh verify'.`,
    );
  const recordedAt = recordedAtOf(event);
  return recordedLine({ position, recordedAt, knownOn: knownOn.of(recordedAt) }, bodyOfRecord(event));
};
