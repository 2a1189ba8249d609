import { tehranDay } from "@karnameh/schema/calendar";

/**
 * Computes the Tehran day of instants. Tehran's days begin on the half-hours of UTC, so the day is computed once for
 * each half-hour of events.
 */
export class KnownOn {
  /** The beginning of an instant up to its hour, `2023-08-03T08:`; no instant begins with the first value. */
  #hour = "never";
  #isSecondHalf = false;
  #day = "";

  /** The day of an instant such as `2023-08-03T08:00:00.000Z`. */
  of(recordedAt: string): string {
    const isSecondHalf = recordedAt.charAt(14) >= "3";
    if (isSecondHalf === this.#isSecondHalf && recordedAt.startsWith(this.#hour)) return this.#day;
    this.#day = tehranDay(recordedAt);
    this.#hour = recordedAt.slice(0, 14);
    this.#isSecondHalf = isSecondHalf;
    return this.#day;
  }
}
