/** One event of a generated history in small numbers, so that it shrinks and collides. */
export type GeneratedEvent = {
  readonly kind: number;
  /** Days between the previous event's recording and this one's, and days between the event and its recording. */
  readonly gap: number;
  readonly delay: number;
  /** The other event that it corrects or retracts, by number; it may come later. */
  readonly target: number;
  readonly mode: "REPORTS" | "CORRECTS" | "RETRACTS";
  readonly a: number;
  readonly b: number;
  readonly c: number;
};

/** The type of a generated event and its data. */
export type Kind = (
  generated: GeneratedEvent,
  on: string,
) => readonly [type: string, data: Readonly<Record<string, unknown>>];
