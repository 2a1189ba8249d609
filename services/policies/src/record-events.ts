import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";

/** How many events were appended, and how many the log already had, for example from another runner. */
export type RecordResult = { readonly recorded: number; readonly known: number };

const BATCH_EVENTS = 1_000;

/**
 * Appends derived events. If the log already has an event of the same id, that one counts, whether its content is equal
 * or not; where it differs from what the rule gives, the next run corrects it. Throws LogError in all other cases.
 */
export const recordEvents = async (log: EventLog, events: readonly NewEvent[]): Promise<RecordResult> => {
  let [recorded, known] = [0, 0];
  for (let at = 0; at < events.length; at += BATCH_EVENTS) {
    let batch = events.slice(at, at + BATCH_EVENTS);
    while (batch.length > 0) {
      try {
        const appended = await log.append(batch);
        recorded += appended.recorded;
        known += appended.duplicates;
        break;
      } catch (error) {
        if (!(error instanceof LogError && error.code === "CONFLICT" && error.index !== undefined))
          throw error;
        batch = batch.toSpliced(error.index, 1);
        known += 1;
      }
    }
  }
  return { recorded, known };
};
