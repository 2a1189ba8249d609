import type { NewEvent } from "@karnameh/schema/event";
import { MAX_EVENT_BYTES } from "./limits.ts";
import { type AppendedEvent, type EncodedEvent, LogError } from "./port.ts";

/** UTF-8 has one to three bytes for each UTF-16 unit, so most texts need no count. */
const isTooLarge = (body: string): boolean =>
  body.length > MAX_EVENT_BYTES ||
  (body.length * 3 > MAX_EVENT_BYTES && Buffer.byteLength(body) > MAX_EVENT_BYTES);

/** The JSON of an event: fixed order of the envelope, without what the log adds. May throw what JSON throws. */
const jsonOf = (event: NewEvent): string => {
  const { id, source, type, version, stream, effectiveOn, data } = event;
  const { corrects, causationId, correlationId, synthetic } = event;
  // biome-ignore format: one literal, in the order of the text; spreading another into it is slow
  return JSON.stringify({ id, source, type, version, stream, effectiveOn, corrects, causationId, correlationId, synthetic, data });
};

/** An event ready for the log. May throw what JSON throws. */
export const encode = (event: NewEvent): EncodedEvent => {
  const { id, source, type, stream, recordedAt } = event;
  return {
    id,
    source,
    type,
    stream,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    body: jsonOf(event),
  };
};

/** The JSON that the log keeps of an event; `index` is its place in the append. Throws LogError. */
export const bodyOf = (event: AppendedEvent, index: number): string => {
  let body: string;
  try {
    body = "body" in event ? event.body : jsonOf(event);
  } catch (cause) {
    const message = `Event ${index} of the append cannot be recorded: its data cannot be written as JSON.`;
    throw new LogError("INVALID_EVENT", message, { index, cause });
  }
  if (!isTooLarge(body)) return body;
  const message = `Event ${index} of the append is larger than ${MAX_EVENT_BYTES} bytes.`;
  throw new LogError("TOO_LARGE", message, { index });
};
