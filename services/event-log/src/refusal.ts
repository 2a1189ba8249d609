import { isDeepStrictEqual } from "node:util";
import { bodyOf } from "./encode.ts";
import { type AppendedEvent, LogError } from "./port.ts";

const isSameEvent = (one: string, other: string): boolean =>
  one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));

/** Throws LogError if an event of this id and source is `recorded` with other content. */
export const refuseOtherBytes = (event: AppendedEvent, index: number, recorded: string): void => {
  if (isSameEvent(recorded, bodyOf(event, index))) return;
  throw new LogError(
    "CONFLICT",
    `Event ${index} of the append, ${event.id} of ${event.source}, is already recorded with other content.`,
    { index },
  );
};

/** Throws LogError if an event claims to have been recorded before `latest`. */
export const refuseEarlier = ({ recordedAt }: AppendedEvent, index: number, latest: string): void => {
  if (recordedAt === undefined || recordedAt >= latest) return;
  throw new LogError(
    "TIME_RUNS_BACKWARDS",
    `Event ${index} of the append was recorded at ${recordedAt}, before the log's latest, ${latest}.`,
    { index },
  );
};
