import type { Day } from "./calendar.ts";
import { thingId } from "./identity.ts";
import { NONE, provinceRanges } from "./population.ts";
import { mix, Random, type Weighted } from "./random.ts";
import { ACTIVITY, PROVINCE_PERSONS, SECTOR } from "./shares.ts";

type Sector = typeof SECTOR extends Weighted<infer S> ? S : never;

/** One establishment; its workers are a linked list that starts at `head` (see People). */
export type Establishment = {
  readonly index: number;
  readonly id: string;
  readonly organisationId: string;
  readonly province: number;
  readonly isic4: string;
  readonly sector: Sector;
  /** Its share of all hires; heavy-tailed, as firm sizes are. */
  readonly weight: number;
  head: number;
  headcount: number;
};

/** People per establishment: the mean headcount is about nine if two in five are employed. */
const PEOPLE_AN_ESTABLISHMENT = 22;

/** Establishments of this weight or more belong to an organisation with several. */
const LARGE = 5;

const ESTABLISHMENT = 0xe5;

type Founding = Pick<Establishment, "index" | "province"> & { readonly seed: number; readonly day: Day };

const found = (random: Random, { index, province, seed, day }: Founding): Establishment => {
  const weight = Math.min(60, (1 - random.unit()) ** (-1 / 1.25));
  const organisation = weight >= LARGE ? `group-${1 + (index >> 5)}` : `firm-${index + 1}`;
  return {
    index,
    id: thingId(day - random.whole(100, 9000), seed ^ ESTABLISHMENT, index, 0),
    organisationId: organisation,
    province,
    isic4: random.pick(ACTIVITY),
    sector: random.pick(SECTOR),
    weight,
    head: NONE,
    headcount: 0,
  };
};

/** All establishments, ordered by province. */
export class Economy {
  readonly establishments: readonly Establishment[];
  /** Establishments by weight, the largest first. */
  readonly largest: readonly Establishment[];
  readonly #starts: Int32Array;
  readonly #cumulated: Float64Array;

  constructor(people: number, seed: number, day: Day) {
    const random = new Random(mix(seed, 0xec0));
    const provinces = PROVINCE_PERSONS.length;
    this.#starts = provinceRanges(Math.max(provinces * 8, Math.ceil(people / PEOPLE_AN_ESTABLISHMENT)));
    const establishments: Establishment[] = [];
    for (let province = 0; province < provinces; province++) {
      for (let index = this.#starts[province] ?? 0; index < (this.#starts[province + 1] ?? 0); index++) {
        establishments.push(found(random, { index, province, seed, day }));
      }
    }
    this.establishments = establishments;
    this.largest = [...establishments].sort((a, b) => b.weight - a.weight);
    this.#cumulated = new Float64Array(establishments.length + 1);
    for (const { index, weight } of establishments) {
      this.#cumulated[index + 1] = (this.#cumulated[index] ?? 0) + weight;
    }
  }

  at(index: number): Establishment {
    const establishment = this.establishments[index];
    if (establishment === undefined) throw new RangeError(`there is no establishment ${index}`);
    return establishment;
  }

  /** The number of jobs in all establishments. */
  jobs(): number {
    let sum = 0;
    for (const { headcount } of this.establishments) sum += headcount;
    return sum;
  }

  /** A random establishment of the province, drawn by weight. */
  draw(random: Random, province: number): Establishment {
    const from = this.#starts[province] ?? 0;
    const to = (this.#starts[province + 1] ?? 0) - 1;
    const low = this.#cumulated[from] ?? 0;
    const mark = low + random.unit() * ((this.#cumulated[to + 1] ?? 0) - low);
    let first = from;
    let last = to;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((this.#cumulated[middle + 1] ?? 0) > mark) last = middle;
      else first = middle + 1;
    }
    return this.at(first);
  }
}
