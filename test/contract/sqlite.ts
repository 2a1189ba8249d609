import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";

/** For the contract's child processes. */
export const openTarget = (file: string): Promise<EventLog> => openSqliteLog({ file });
