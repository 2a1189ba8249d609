import { excludeSystemEvents, START } from "@kurrent/kurrentdb-client";
import type { Damage, Position, Progress, Verified } from "../port.ts";
import type { Connection } from "./connection.ts";
import { positionOf } from "./envelope.ts";
import { unstalled } from "./unstalled.ts";

const CHUNK = 5_000;
/** More would say nothing new; the last one says that there are more. */
const MOST_NAMED = 10_000;

/** Reads every event of ours up to a position and names each whose data is not of that event. */
export const verify = (connection: Connection, head: Position, onProgress?: Progress): Promise<Verified> =>
  connection.use("read", async (client) => {
    const damaged: Damage[] = [];
    let checked = 0;
    const all = client.readAll({ fromPosition: START, filter: excludeSystemEvents() });
    for await (const resolved of unstalled(all)) {
      const { event } = resolved;
      const position = positionOf(resolved);
      if (position > head || damaged.length > MOST_NAMED) break;
      if (event === undefined || !connection.naming.isOurs(resolved)) continue;
      checked += 1;
      if (checked % CHUNK === 0) onProgress?.(Number(position), Number(head));
      const reason = connection.naming.flawOf(event);
      if (reason === undefined) continue;
      const isLast = damaged.length === MOST_NAMED;
      damaged.push(
        isLast ? { position: null, reason: "there is more damage than can be listed" } : { position, reason },
      );
    }
    onProgress?.(Number(head), Number(head));
    return { checked, damaged };
  });
