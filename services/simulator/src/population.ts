import type { Day } from "./calendar.ts";
import { pseudonym, thingId } from "./identity.ts";
import { mix, Random } from "./random.ts";
import { AGE_BANDS, EDUCATION, FEMALE_SHARE, PROVINCE_PERSONS } from "./shares.ts";

/** The establishment of people without a job, and the end of a linked list of workers. */
export const NONE = -1;

/** `IR-07` of 7. */
export const areaCode = (province: number): string => `IR-${String(province).padStart(2, "0")}`;

/** Distributes `total` things over the provinces by population; things of one province are contiguous. */
export const provinceRanges = (total: number): Int32Array => {
  const persons = PROVINCE_PERSONS.reduce((sum, n) => sum + n, 0);
  const starts = new Int32Array(PROVINCE_PERSONS.length + 1);
  let before = 0;
  for (const [province, n] of PROVINCE_PERSONS.entries()) {
    before += n;
    starts[province + 1] = Math.round((total * before) / persons);
  }
  return starts;
};

/** Kinds of things whose ids are made from a person and a number. */
const SPELL = 0x51;
const COVERAGE = 0xc0;

/**
 * The people, about fifty bytes each. A person is a number. People of one province are contiguous, and workers of one
 * establishment form a linked list.
 */
export class People {
  readonly seed: number;
  readonly size: number;
  readonly starts: Int32Array;
  readonly province: Uint8Array;
  readonly birthYear: Uint16Array;
  readonly sex: Uint8Array;
  readonly education: Uint8Array;
  readonly isRegistered: Uint8Array;
  readonly isInTraining: Uint8Array;
  readonly establishment: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly spellStart: Int32Array;
  /** The ISCO-08 sub-major group of the latest job. */
  readonly occupation: Uint8Array;
  readonly spellCount: Uint8Array;
  readonly isInsured: Uint8Array;
  readonly coverageStart: Int32Array;
  readonly coverageCount: Uint8Array;

  constructor(size: number, seed: number) {
    this.seed = seed;
    this.size = size;
    this.starts = provinceRanges(size);
    this.province = new Uint8Array(size);
    this.birthYear = new Uint16Array(size);
    this.sex = new Uint8Array(size);
    this.education = new Uint8Array(size);
    this.isRegistered = new Uint8Array(size);
    this.isInTraining = new Uint8Array(size);
    this.establishment = new Int32Array(size).fill(NONE);
    this.next = new Int32Array(size).fill(NONE);
    this.previous = new Int32Array(size).fill(NONE);
    this.spellStart = new Int32Array(size);
    this.occupation = new Uint8Array(size);
    this.spellCount = new Uint8Array(size);
    this.isInsured = new Uint8Array(size);
    this.coverageStart = new Int32Array(size);
    this.coverageCount = new Uint8Array(size);
    this.#fill();
  }

  #fill(): void {
    const random = new Random(mix(this.seed, 0x9e09));
    for (let province = 0; province < PROVINCE_PERSONS.length; province++) {
      this.province.fill(province, this.starts[province], this.starts[province + 1]);
    }
    for (let person = 0; person < this.size; person++) {
      const [from, to] = random.pick(AGE_BANDS);
      const age = random.whole(from, to);
      this.birthYear[person] = 2021 - age;
      this.sex[person] = random.chance(FEMALE_SHARE) ? 1 : 0;
      this.education[person] = Math.min(random.pick(EDUCATION), age < 18 ? 3 : age < 22 ? 5 : 8);
    }
  }

  ref(person: number): string {
    return pseudonym(this.seed, person);
  }

  ageIn(person: number, gregorianYear: number): number {
    return gregorianYear - (this.birthYear[person] ?? gregorianYear);
  }

  isEmployed(person: number): boolean {
    return this.establishment[person] !== NONE;
  }

  isCovered(person: number): boolean {
    return this.coverageStart[person] !== 0;
  }

  spellId(person: number, start: Day): string {
    return thingId(start, this.seed ^ SPELL, person, this.spellCount[person] ?? 0);
  }

  coverageId(person: number): string {
    const start = this.coverageStart[person] ?? 0;
    return thingId(start, this.seed ^ COVERAGE, person, this.coverageCount[person] ?? 0);
  }

  /** A random registered person of the province, or of the country, who meets a condition; undefined after too many attempts. */
  find(random: Random, passes: (person: number) => boolean, province?: number): number | undefined {
    const from = province === undefined ? 0 : (this.starts[province] ?? 0);
    const to = province === undefined ? this.size : (this.starts[province + 1] ?? 0);
    if (to === from) return undefined;
    for (let attempt = 0; attempt < 24; attempt++) {
      const person = random.whole(from, to - 1);
      if (this.isRegistered[person] === 1 && passes(person)) return person;
    }
    return undefined;
  }
}
