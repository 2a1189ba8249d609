import { excludeSystemEvents, START } from "@kurrent/kurrentdb-client";
import { MAX_LISTED_DAMAGES } from "../limits.ts";
import type { Damage, Position, Verified, VerifyProgress } from "../port.ts";
import type { KurrentConnection } from "./connection.ts";
import { positionOf } from "./envelope.ts";
import { withReadTimeout } from "./read-timeout.ts";

const PROGRESS_EVENTS = 5_000;

/** Reads every event of the log up to a position and reports each whose data is not of that event. */
export const verify = (
  connection: KurrentConnection,
  head: Position,
  onProgress?: VerifyProgress,
): Promise<Verified> =>
  connection.use("read", async (client) => {
    const damaged: Damage[] = [];
    let checked = 0;
    const all = client.readAll({ fromPosition: START, filter: excludeSystemEvents() });
    for await (const resolved of withReadTimeout(all)) {
      const { event } = resolved;
      const position = positionOf(resolved);
      if (position > head || damaged.length > MAX_LISTED_DAMAGES) break;
      if (event === undefined || !connection.namespace.isOurs(resolved)) continue;
      checked += 1;
      if (checked % PROGRESS_EVENTS === 0) onProgress?.(Number(position), Number(head));
      const reason = connection.namespace.validateRecord(event);
      if (reason === undefined) continue;
      const isLast = damaged.length === MAX_LISTED_DAMAGES;
      damaged.push(
        isLast ? { position: null, reason: "there is more damage than can be listed" } : { position, reason },
      );
    }
    onProgress?.(Number(head), Number(head));
    return { checked, damaged };
  });
