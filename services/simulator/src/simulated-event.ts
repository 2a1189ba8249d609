import type { Day } from "./calendar.ts";

/** An event that is not recorded yet: it has no id and no recording time. */
export type SimulatedEvent = {
  readonly type: string;
  readonly source: string;
  readonly stream: string;
  /** When it happened. */
  readonly on: Day;
  readonly data: Readonly<Record<string, unknown>>;
  readonly corrects?: string;
  /** Set for a report that was wrong from the start and is retracted later. */
  readonly isMistaken?: boolean;
  /** Shared with the event that a policy derives from the report: if the report is retracted, so is that event. */
  readonly fate?: { retractedOn?: Day };
  /** The correction that will follow, and when; the simulation knows it in advance. */
  readonly amendment?: { readonly draft: SimulatedEvent; readonly day: Day };
};
