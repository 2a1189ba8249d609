import type { Weighted } from "./random.ts";
import { STANDARDS } from "./standards.ts";

/** How one kind of provider teaches. */
export type ProviderKind = {
  readonly code: string;
  readonly slug: string;
  /** Its share of all enrolments. */
  readonly share: number;
  readonly classSize: number;
  /** Mean hours per trainee. */
  readonly meanHours: number;
  readonly hoursAWeek: number;
  readonly withdrawalShare: number;
  readonly programmes: Weighted<string>;
  /** Fee per hour in rial; 0 if training is free. */
  readonly feeAnHourIrr: number;
};

/**
 * Shares follow the figures for the first two years of the thirteenth government: of 2,861 thousand trainees
 * 1,463 in private schools and 1,039 in state centres, 94 in workplaces, 160 in host units, 70 in universities.
 * Mean hours follow the year to Mehr 1401: 171.9 (state) and 226.5 (private); workplaces 72.3.
 */
const PROVIDER_KINDS: readonly ProviderKind[] = [
  {
    code: "STATE_CENTRE",
    slug: "centre",
    share: 0.362,
    classSize: 14,
    meanHours: 171.9,
    hoursAWeek: 25,
    withdrawalShare: 0.075,
    feeAnHourIrr: 0,
    programmes: [
      ["GENERAL", 88],
      ["RELIEF_EMPLOYABLE", 7],
      ["EMPLOYER_CONTRACT", 5],
    ],
  },
  {
    code: "PRIVATE_SCHOOL",
    slug: "school",
    share: 0.514,
    classSize: 10,
    meanHours: 226.5,
    hoursAWeek: 20,
    withdrawalShare: 0.06,
    feeAnHourIrr: 180_000,
    programmes: [
      ["GENERAL", 97],
      ["RELIEF_EMPLOYABLE", 3],
    ],
  },
  {
    code: "WORKPLACE_CENTRE",
    slug: "workplace",
    share: 0.028,
    classSize: 12,
    meanHours: 72.3,
    hoursAWeek: 16,
    withdrawalShare: 0.03,
    feeAnHourIrr: 0,
    programmes: [
      ["EMPLOYER_CONTRACT", 70],
      ["GENERAL", 30],
    ],
  },
  {
    code: "INTER_WORKPLACE_CENTRE",
    slug: "interworkplace",
    share: 0.005,
    classSize: 12,
    meanHours: 72.3,
    hoursAWeek: 16,
    withdrawalShare: 0.03,
    feeAnHourIrr: 0,
    programmes: [
      ["EMPLOYER_CONTRACT", 60],
      ["GENERAL", 40],
    ],
  },
  {
    code: "HOST_UNIT",
    slug: "host",
    share: 0.055,
    classSize: 3,
    meanHours: 120,
    hoursAWeek: 30,
    withdrawalShare: 0.08,
    feeAnHourIrr: 0,
    programmes: [["REAL_WORKPLACE", 100]],
  },
  {
    code: "UNIVERSITY",
    slug: "university",
    share: 0.024,
    classSize: 20,
    meanHours: 90,
    hoursAWeek: 8,
    withdrawalShare: 0.07,
    feeAnHourIrr: 40_000,
    programmes: [
      ["KAHAD", 65],
      ["NAKHLESTAN", 35],
    ],
  },
  {
    code: "SUMMER_SCHOOL",
    slug: "summer",
    share: 0.012,
    classSize: 16,
    meanHours: 60,
    hoursAWeek: 15,
    withdrawalShare: 0.05,
    feeAnHourIrr: 20_000,
    programmes: [["SUMMER_SKILL", 100]],
  },
];

/** The share of all enrolments that goes to each programme. */
export const programmeShares = (): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>();
  for (const { share, programmes } of PROVIDER_KINDS) {
    const total = programmes.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [programme, weight] of programmes)
      shares.set(programme, (shares.get(programme) ?? 0) + (share * weight) / total);
  }
  return shares;
};

const STANDARD_MEAN_HOURS = STANDARDS.reduce((sum, { hours }) => sum + hours, 0) / STANDARDS.length;

/** Attended divided by planned hours, including the hours of those who withdrew. */
const ATTENDED_OVER_PLANNED = 0.988;

/** The hours a provider of the kind plans for a course of the standard. */
export const plannedHours = ({ meanHours }: ProviderKind, standardHours: number): number =>
  Math.max(16, Math.round((standardHours * meanHours) / STANDARD_MEAN_HOURS / ATTENDED_OVER_PLANNED));

/** Chooses provider kinds so that enrolments match their shares for any size of population. */
export class ProviderMix {
  readonly #seats = PROVIDER_KINDS.map((kind) => ({ kind, given: 0 }));
  #total = 0;

  /** The kind that is furthest below its share. */
  next(): ProviderKind {
    const lag = ({ kind, given }: { kind: ProviderKind; given: number }): number =>
      kind.share * this.#total - given;
    return this.#seats.reduce((most, seat) => (lag(seat) > lag(most) ? seat : most)).kind;
  }

  /** Counts the seats of a course of the kind. */
  give(kind: ProviderKind, seats: number): void {
    const seat = this.#seats.find((candidate) => candidate.kind === kind);
    if (seat !== undefined) seat.given += seats;
    this.#total += seats;
  }
}
