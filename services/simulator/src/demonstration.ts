import type { NewEvent } from "@karnameh/schema/event";
import { withExtraEvents } from "./demo/extra-events.ts";
import { figureEvents } from "./demo/figures.ts";
import { officialEvents } from "./demo/official.ts";
import { saipaEvents } from "./demo/saipa.ts";
import { expectedEvents, simulate } from "./simulate.ts";
import type { Scale } from "./world.ts";

type Demonstration = Pick<Scale, "seed"> & Partial<Pick<Scale, "people">>;

/** Gives about 350,000 events, with people in every province, which load within a minute. */
const PEOPLE = 12_000;
const YEARS = 3;

const instantOf = (event: NewEvent): string => event.recordedAt ?? "";

/** Merges streams that are in the order of `recordedAt`; for equal instants the earlier stream comes first. */
function* mergeByInstant(streams: readonly Iterable<NewEvent>[]): Generator<NewEvent> {
  const heads = streams.map((stream) => {
    const rest = stream[Symbol.iterator]();
    const take = (): NewEvent | undefined => {
      const { done, value } = rest.next();
      return done ? undefined : value;
    };
    return { take, event: take() };
  });
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.event === undefined) continue;
      if (first?.event === undefined || instantOf(head.event) < instantOf(first.event)) first = head;
    }
    if (first?.event === undefined) return;
    yield first.event;
    first.event = first.take();
  }
}

/**
 * The demonstration data of the Jalali years 1400 to 1402 in the order of `recordedAt`: the reported figures (real
 * claims), Saipa's story, a synthetic population and the official series about it (all three synthetic).
 */
export const demonstration = ({ people = PEOPLE, seed }: Demonstration): Generator<NewEvent> =>
  mergeByInstant([
    figureEvents(),
    saipaEvents(),
    officialEvents(people),
    withExtraEvents(simulate({ people, years: YEARS, seed, startYear: 1400 }), seed),
  ]);

/** The approximate number of events of the demonstration, within a few per cent, for progress bars. */
export const expectedDemonstration = ({ people = PEOPLE }: Partial<Pick<Scale, "people">> = {}): number =>
  figureEvents().length +
  saipaEvents().length +
  officialEvents(people).length +
  expectedEvents({ people, years: YEARS });
