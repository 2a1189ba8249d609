import { openSqliteLog, type SqliteLog } from "@karnameh/event-log/sqlite/log";
import type { DataFolder } from "./data-folder.ts";

/** The event log of a data folder, made where there is none. */
export const openLog = (
  folder: DataFolder,
  options: { readonly readOnly?: boolean } = {},
): Promise<SqliteLog> => openSqliteLog({ file: folder.log, ...options });
