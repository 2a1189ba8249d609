import type { Day } from "./calendar.ts";

/** What the simulated country will do on days to come. Plans for days that are never lived come to nothing. */
export class Agenda {
  readonly #plans = new Map<Day, ((day: Day) => void)[]>();
  #today: Day = 0;

  at(day: Day, act: (day: Day) => void): void {
    const on = Math.max(day, this.#today);
    const plans = this.#plans.get(on);
    if (plans === undefined) this.#plans.set(on, [act]);
    else plans.push(act);
  }

  /** Does all that is planned for the day, with what that adds for the same day. */
  live(day: Day): void {
    this.#today = day;
    const plans = this.#plans.get(day);
    if (plans !== undefined) for (const act of plans) act(day);
    this.#plans.delete(day);
    this.#today = day + 1;
  }
}
