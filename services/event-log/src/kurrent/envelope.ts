import { tehranDay } from "@karnameh/schema/calendar";
import {
  type JSONEventData,
  type JSONType,
  jsonEvent,
  type RecordedEvent,
  type ResolvedEvent,
} from "@kurrent/kurrentdb-client";
import { type AppendedEvent, LogError, type Position } from "../port.ts";
import type { Naming } from "./naming.ts";

export const IDENTITY_TYPE = "KarnamehLogBegun";

/** An event as the cluster keeps it: the whole of it as data, so that the server's own tools can read it. */
export const eventDataOf = (
  { id, type, recordedAt }: AppendedEvent,
  body: string,
  naming: Naming,
): JSONEventData => {
  const data: JSONType = JSON.parse(body);
  return jsonEvent({ id, type, data, metadata: naming.metadata(recordedAt) });
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The place in the total order. An event that was appended by itself has the same commit and prepare position. */
export const positionOf = ({ event }: ResolvedEvent): Position => event?.position?.commit ?? 0n;

/** What was recorded of an event, as JSON. */
export const bodyOfRecord = (event: RecordedEvent): string => JSON.stringify(event.data);

/** When the log learned of an event: an import of history says so itself. */
export const recordedAtOf = (event: RecordedEvent): string => {
  const said = isObject(event.metadata) ? event.metadata["recordedAt"] : undefined;
  return typeof said === "string" ? said : event.created.toISOString();
};

/** Tehran's days begin on the half-hours of UTC, so ten minutes always lie in one day. */
const dayOf = { minutes: "", day: "" };
const knownOn = (recordedAt: string): string => {
  const minutes = recordedAt.slice(0, 15);
  if (dayOf.minutes !== minutes) Object.assign(dayOf, { minutes, day: tehranDay(recordedAt) });
  return dayOf.day;
};

/** One line of RecordedEvent, in the very form of the embedded log. Throws LogError. */
export const lineOf = (resolved: ResolvedEvent, naming: Naming): string => {
  const { event } = resolved;
  const position = positionOf(resolved);
  const flaw = event === undefined ? "it is missing" : naming.flawOf(event);
  if (event === undefined || flaw !== undefined)
    throw new LogError(
      "DAMAGED",
      `The event at position ${position} of the log is damaged: ${flaw}; run 'karnameh verify'.`,
    );
  const recordedAt = recordedAtOf(event);
  const stamp = `{"position":${position},"recordedAt":"${recordedAt}","knownOn":"${knownOn(recordedAt)}",`;
  return stamp + bodyOfRecord(event).slice(1);
};
