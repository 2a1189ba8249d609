import { readCloudEvent, writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import type { RowRead } from "./record-rows.ts";
import { refusal } from "./refusal.ts";

/** Checks the event that was made of a row by its contract, in the same way as any other event. */
export const checked = (line: number, event: NewEvent): RowRead => {
  const read = readCloudEvent(writeCloudEvent(event));
  return read.ok ? { line, event: read.event } : refusal(line, read.code, read);
};
