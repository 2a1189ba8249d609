import { type EventLog, LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";

/** How many answers came into the log, and how many another runner had already given. */
export type Recorded = { readonly recorded: number; readonly known: number };

const BATCH_EVENTS = 1_000;

/**
 * Appends answers. One whose id the log has is another runner's word on the same cause: equal or not, the first
 * stands, and where it is not as it ought to be the next run corrects it. Throws LogError otherwise.
 */
export const recordAnswers = async (log: EventLog, answers: readonly NewEvent[]): Promise<Recorded> => {
  let [recorded, known] = [0, 0];
  for (let at = 0; at < answers.length; at += BATCH_EVENTS) {
    let batch = answers.slice(at, at + BATCH_EVENTS);
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
