import type { Day } from "./calendar.ts";

/** An event before the register has it: no id and no instant yet. */
export type Draft = {
  readonly type: string;
  readonly source: string;
  readonly stream: string;
  /** When it happened. */
  readonly on: Day;
  readonly data: Readonly<Record<string, unknown>>;
  readonly corrects?: string;
  /** A report that was wrong from the start and is taken back later. */
  readonly isMistaken?: boolean;
};
