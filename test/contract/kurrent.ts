import { openKurrentLog } from "@karnameh/event-log/kurrent/log";
import type { EventLog } from "@karnameh/event-log/port";

/** For the contract's child processes. A target is an address and, after a space, the log's name on the cluster. */
export const openTarget = (target: string): Promise<EventLog> => {
  const [address = "", name = ""] = target.split(" ");
  return openKurrentLog({ address, name });
};
