import type { NewEvent } from "@karnameh/schema/event";
import { type Day, isoDay } from "./calendar.ts";
import { correctionOf, retract, retractionOf } from "./correction.ts";
import { timeOrderedId } from "./identity.ts";
import type { Random } from "./random.ts";
import type { SimulatedEvent } from "./simulated-event.ts";

/** Recording opens at 07:30 Tehran (04:00 UTC) and lasts eight hours. */
const OPENS_MS = 4 * 3_600_000;
const OPEN_MS = 8 * 3_600_000;

/** One report in twenty is weeks to months late. */
const LATE_SHARE = 0.05;

/**
 * Holds events until the day on which they are recorded. Only pending events are in memory: some days of reports and
 * the few late ones.
 */
export class Recorder {
  readonly #random: Random;
  readonly #waiting = new Map<Day, SimulatedEvent[]>();
  #today: Day = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Records an event with the usual delay. */
  report(draft: SimulatedEvent): void {
    this.reportOn(draft, draft.on + this.#delay());
  }

  /** Records an event on a given day, or today if that day has passed. */
  reportOn(draft: SimulatedEvent, day: Day): void {
    const on = Math.max(day, this.#today);
    const list = this.#waiting.get(on);
    if (list === undefined) this.#waiting.set(on, [draft]);
    else list.push(draft);
  }

  startDay(day: Day): void {
    this.#today = day;
  }

  /** The events recorded on the day, in the order of `recordedAt`. */
  *close(day: Day): Generator<NewEvent> {
    const drafts = this.#waiting.get(day) ?? [];
    this.#waiting.delete(day);
    this.#today = day + 1;
    const step = OPEN_MS / Math.max(drafts.length, 1);
    for (const [index, draft] of drafts.entries()) {
      if ((draft.fate?.retractedOn ?? Number.POSITIVE_INFINITY) <= day) continue;
      const ms = day * 86_400_000 + OPENS_MS + Math.floor(index * step);
      const event = recorded(draft, ms, this.#random);
      this.#reconsider(draft, event.id, day);
      yield event;
    }
  }

  #delay(): number {
    const random = this.#random;
    const u = random.unit();
    if (u < LATE_SHARE) return random.whole(14, 120);
    return u < 0.6 ? random.whole(0, 1) : random.whole(2, 7);
  }

  /** Decides whether the event just recorded will be corrected or retracted. */
  #reconsider(draft: SimulatedEvent, id: string, day: Day): void {
    const { corrects, fate, amendment } = draft;
    if (corrects !== undefined) return;
    if (amendment !== undefined) this.reportOn({ ...amendment.draft, corrects: id }, amendment.day);
    if (fate?.retractedOn !== undefined) {
      const on = fate.retractedOn;
      const reason = "the event that it was derived from was retracted";
      this.reportOn({ ...retract(draft, { id, reason }, this.#random), on }, on);
      return;
    }
    const retraction = retractionOf(draft, id, this.#random);
    if (retraction !== undefined) {
      const on = day + this.#random.whole(5, 90);
      this.reportOn({ ...retraction, on }, on);
      if (fate !== undefined) fate.retractedOn = on;
      return;
    }
    const found = correctionOf(draft, id, this.#random);
    if (found !== undefined) this.reportOn(found.correction, day + found.after);
  }
}

const recorded = (
  { source, type, stream, on, data, corrects }: SimulatedEvent,
  ms: number,
  random: Random,
): NewEvent => {
  const id = timeOrderedId(ms, random.bits(), random.bits());
  const effectiveOn = isoDay(on);
  const recordedAt = new Date(ms).toISOString();
  return corrects === undefined
    ? { id, source, type, version: 1, stream, effectiveOn, synthetic: true, recordedAt, data }
    : { id, source, type, version: 1, stream, effectiveOn, corrects, synthetic: true, recordedAt, data };
};
