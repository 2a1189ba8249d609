/** One thing that a history says; small numbers, so that it shrinks and collides. */
export type Act = {
  readonly kind: number;
  /** Days of knowledge since the act before, and days by which the event lies before it became known. */
  readonly gap: number;
  readonly delay: number;
  /** The other event that it corrects or retracts, by number; it may come later. */
  readonly target: number;
  readonly mode: "SAYS" | "CORRECTS" | "RETRACTS";
  readonly a: number;
  readonly b: number;
  readonly c: number;
};

/** What an act says: the type of the event and its data. */
export type Kind = (act: Act, on: string) => readonly [type: string, data: Readonly<Record<string, unknown>>];
