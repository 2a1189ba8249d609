import type { Day } from "./calendar.ts";

/** What is planned for later days. Plans for days after the simulated period have no effect. */
export class Agenda {
  readonly #plans = new Map<Day, ((day: Day) => void)[]>();
  #today: Day = 0;

  at(day: Day, act: (day: Day) => void): void {
    const on = Math.max(day, this.#today);
    const plans = this.#plans.get(on);
    if (plans === undefined) this.#plans.set(on, [act]);
    else plans.push(act);
  }

  /** Runs everything planned for the day, including what is added for the same day meanwhile. */
  live(day: Day): void {
    this.#today = day;
    const plans = this.#plans.get(day);
    if (plans !== undefined) for (const act of plans) act(day);
    this.#plans.delete(day);
    this.#today = day + 1;
  }
}
