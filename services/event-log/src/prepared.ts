import { isDay } from "@karnameh/schema/calendar";
import { MAX_BATCH_EVENTS, MAX_CLOCK_DIFFERENCE_MS } from "./limits.ts";
import type { AppendedEvent } from "./port.ts";
import { type AppendOptions, type Expected, LogError } from "./port.ts";

/** An append with checked envelopes; its events become JSON one by one as they are recorded, to save memory. */
export type Prepared = {
  readonly events: readonly AppendedEvent[];
  readonly expected: ReadonlyMap<string, Expected>;
  readonly inOrder: boolean;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isInstant = (text: string): boolean => isDay(INSTANT.exec(text)?.[1] ?? "");

const isName = (text: string): boolean => typeof text === "string" && text !== "" && text.isWellFormed();

const invalid = (index: number, what: string): LogError =>
  new LogError("INVALID_EVENT", `Event ${index} of the append cannot be recorded: ${what}.`, { index });

const checkEnvelope = ({ id, source, type, stream }: AppendedEvent, index: number): void => {
  if (!UUID.test(id)) throw invalid(index, `its id ${JSON.stringify(id)} is not a lower-case UUID`);
  if (!isName(source)) throw invalid(index, "its source is empty or not well-formed text");
  if (!isName(type)) throw invalid(index, "its type is empty or not well-formed text");
  if (!isName(stream)) throw invalid(index, "its stream is empty or not well-formed text");
};

const checkRecordedAt = (recordedAt: string, index: number, latest: string | undefined): void => {
  if (latest === undefined) {
    throw new LogError(
      "HISTORICAL_NOT_ALLOWED",
      `Event ${index} of the append states its own recordedAt, which is allowed only in a historical import.`,
      { index },
    );
  }
  if (!isInstant(recordedAt)) {
    throw invalid(index, `its recordedAt ${JSON.stringify(recordedAt)} is not like 2021-03-21T08:00:00.000Z`);
  }
  if (recordedAt > latest) throw invalid(index, `its recordedAt ${recordedAt} lies in the future`);
};

/** Checks an append before any of it is recorded. Throws LogError. */
export const prepare = (
  events: readonly AppendedEvent[],
  now: number,
  options: AppendOptions = {},
): Prepared => {
  if (events.length > MAX_BATCH_EVENTS) {
    const message = `An append may hold at most ${MAX_BATCH_EVENTS} events, not ${events.length}; split it.`;
    throw new LogError("TOO_LARGE", message);
  }
  const latest =
    options.historical === true ? new Date(now + MAX_CLOCK_DIFFERENCE_MS).toISOString() : undefined;
  for (const [index, event] of events.entries()) {
    checkEnvelope(event, index);
    if (event.recordedAt !== undefined) checkRecordedAt(event.recordedAt, index, latest);
  }
  return { events, expected: options.expected ?? new Map(), inOrder: options.inOrder ?? false };
};
