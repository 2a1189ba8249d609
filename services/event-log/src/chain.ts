import { hash } from "node:crypto";
import type { RecordedEvent } from "@karnameh/schema/event";
import { isObject } from "./is-object.ts";

/** The chain of a log without events. */
export const NO_EVENTS = "0".repeat(64);

/** JSON without white space, the names of every object in the order of their UTF-16 units. */
const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(",")}}`;
};

/**
 * The canonical JSON of an event as read, without its position, which differs in another log, and without `knownOn`,
 * which follows from `recordedAt`.
 */
export const canonicalEvent = ({ position: _, knownOn: __, ...event }: RecordedEvent): string =>
  canonicalJson(event);

/**
 * The chain after one more event: SHA-256, in hexadecimal, over the chain before it, a line feed and the event's
 * canonical JSON. Two logs with the same chain hold the same events in the same order.
 */
export const chained = (before: string, event: string): string => hash("sha256", `${before}\n${event}`);
