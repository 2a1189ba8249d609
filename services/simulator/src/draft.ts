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
  /** Shared with what a policy answers to the report: where that is taken back, so is the answer. */
  readonly fate?: { retractedOn?: Day };
  /** What is said instead of it, and when: known beforehand to who simulates it. */
  readonly amendment?: { readonly draft: Draft; readonly day: Day };
};
