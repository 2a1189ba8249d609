import {
  type Attributes,
  type Draft,
  dayOfTime,
  readExtensions,
  refuseAttribute,
  TEHRAN_MIDNIGHT,
} from "./attributes.ts";
import type { NewEvent } from "./event.ts";
import { isUuid } from "./field.ts";
import { known, readData, readType, schemaUrn } from "./known-types.ts";
import { isSafeToRepeat, type Refusal, refuse } from "./refusal.ts";

/** A CloudEvent 1.0 as Karnameh writes it. In incoming events subject, dataschema and datacontenttype are optional. */
export type CloudEvent = {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  readonly dataschema: string;
  readonly recordedtime?: string;
  readonly corrects?: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly synthetic?: boolean;
  readonly data: NewEvent["data"];
};

export type ReadOptions = {
  /** Accept `recordedtime`; only for a historical import. */
  readonly historical?: boolean;
};

export type ReadResult = { readonly ok: true; readonly event: NewEvent } | Refusal;

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "datacontenttype",
  "dataschema",
  "recordedtime",
  "corrects",
  "correlationid",
  "causationid",
  "synthetic",
  "data",
]);

const missing = (path: string): Refusal =>
  refuse("MISSING_ATTRIBUTE", path, "is required", "See the envelope in docs/events.md.");

const refuseCorrection = ({ type, id, corrects, data }: NewEvent): Refusal | undefined => {
  if (corrects === id)
    return refuse(
      "CORRECTS_ITSELF",
      "corrects",
      "is the event's own id",
      "Write the id of the event to correct.",
    );
  if (type !== "EventRetracted") return undefined;
  if (corrects === undefined)
    return refuse(
      "CORRECTS_MISSING",
      "corrects",
      "is required by EventRetracted",
      "Write the id of the event to retract.",
    );
  if (known.has(String(data["retractedType"]))) return undefined;
  return refuse(
    "INVALID_FIELD",
    "data.retractedType",
    "is not an event type",
    "Write the type of the event to retract.",
  );
};

const REQUIRED = ["id", "source", "type", "time", "data"] as const;

const refuseEnvelope = (from: Attributes): Refusal | undefined => {
  if (from["specversion"] !== "1.0")
    return refuse("NOT_A_CLOUD_EVENT", "specversion", 'must be "1.0"', "Send a CloudEvent 1.0 as JSON.");
  for (const name in from)
    if (!ATTRIBUTES.has(name)) {
      const isSafe = isSafeToRepeat(name);
      return refuse(
        "UNKNOWN_ATTRIBUTE",
        isSafe ? name : "",
        isSafe ? "is not an attribute of the envelope" : "has an attribute that the envelope does not have",
        `Use only ${[...ATTRIBUTES].join(", ")}.`,
      );
    }
  for (const name of REQUIRED) if (from[name] === undefined) return missing(name);
  const { id, datacontenttype = "application/json" } = from;
  if (typeof id !== "string" || !isUuid(id))
    return refuseAttribute("id", "must be a UUID in lower case", "Generate a UUID, preferably of version 7.");
  if (datacontenttype !== "application/json")
    return refuseAttribute(
      "datacontenttype",
      "must be application/json",
      "Leave it out and send the data as JSON.",
    );
  return undefined;
};

/** The attributes of an envelope without those that are null: CloudEvents in JSON may write an absent one so. */
const withoutNulls = (envelope: Attributes): Attributes => {
  for (const name in envelope)
    if (envelope[name] === null)
      return Object.fromEntries(Object.entries(envelope).filter(([, value]) => value !== null));
  return envelope;
};

/**
 * Reads an event from outside. An event that breaks the envelope or its contract is rejected, never repaired
 * or dropped. The refusal never repeats the value, which may be a person's national code.
 */
export const readCloudEvent = (value: unknown, options: ReadOptions = {}): ReadResult => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("NOT_A_CLOUD_EVENT", "", "must be an object", "Send a CloudEvent 1.0 as JSON.");
  const from = withoutNulls(value as Attributes);
  const badEnvelope = refuseEnvelope(from);
  if (badEnvelope) return badEnvelope;
  const type = readType(from);
  if ("ok" in type) return type;
  const effectiveOn =
    typeof from["time"] === "string"
      ? dayOfTime(from["time"])
      : refuse(
          "INVALID_TIME",
          "time",
          "must be a string",
          "Write a date and time such as 2023-08-03T00:00:00+03:30.",
        );
  if (typeof effectiveOn !== "string") return effectiveOn;
  const read = readData(from["data"], type);
  if ("ok" in read) return read;
  const { contract } = type;
  const event: Draft = {
    id: from["id"] as string,
    source: from["source"] as string,
    type: contract.type,
    version: contract.version,
    stream: `${contract.stream.category}-${read.data[contract.stream.key]}`,
    effectiveOn,
    data: read.data,
  };
  if (from["subject"] !== undefined && from["subject"] !== event.stream)
    return refuse(
      "WRONG_SUBJECT",
      "subject",
      `differs from the stream that the data gives (${contract.stream.category}-{${contract.stream.key}})`,
      "Leave it out: the data gives it.",
    );
  return (
    readExtensions(from, event, options.historical ?? false) ?? refuseCorrection(event) ?? { ok: true, event }
  );
};

/** The CloudEvent of an event; `readCloudEvent` gives the event back. */
export const writeCloudEvent = (event: NewEvent): CloudEvent => {
  const {
    id,
    source,
    type,
    version,
    stream,
    effectiveOn,
    recordedAt,
    corrects,
    correlationId,
    causationId,
    synthetic,
    data,
  } = event;
  return {
    specversion: "1.0",
    id,
    source,
    type,
    subject: stream,
    time: effectiveOn + TEHRAN_MIDNIGHT,
    datacontenttype: "application/json",
    dataschema: schemaUrn(type, version),
    ...(recordedAt !== undefined && { recordedtime: recordedAt }),
    ...(corrects !== undefined && { corrects }),
    ...(correlationId !== undefined && { correlationid: correlationId }),
    ...(causationId !== undefined && { causationid: causationId }),
    ...(synthetic !== undefined && { synthetic }),
    data,
  };
};
