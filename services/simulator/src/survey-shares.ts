import type { Weighted } from "./random.ts";

type Sex = "F" | "M";
type Status = "EMPLOYED" | "UNEMPLOYED" | "OUTSIDE";

/** Age of the population of 15 years and more (census of 2016, carried forward by five years, rounded). */
export const SURVEY_AGE: Weighted<readonly [from: number, to: number]> = [
  [[15, 19], 9],
  [[20, 24], 8.5],
  [[25, 29], 9.5],
  [[30, 34], 12.5],
  [[35, 39], 13.5],
  [[40, 44], 11],
  [[45, 49], 9],
  [[50, 54], 7.5],
  [[55, 59], 6.5],
  [[60, 64], 5],
  [[65, 84], 8],
];

/** The upper age of a band and its share. */
type Bands = readonly (readonly [upTo: number, share: number])[];

const at = (bands: Bands, age: number): number => bands.find(([upTo]) => age <= upTo)?.[1] ?? 0;

/**
 * Share of a sex and age in the labour force: about 69 % of men and 14 % of women, 41 % of both, as the surveys of
 * the Statistical Centre of Iran had it in 1400 to 1402.
 */
const ACTIVE: Readonly<Record<Sex, Bands>> = {
  M: [
    [19, 0.2],
    [24, 0.58],
    [54, 0.87],
    [64, 0.55],
    [120, 0.25],
  ],
  F: [
    [19, 0.03],
    [24, 0.14],
    [54, 0.17],
    [64, 0.08],
    [120, 0.03],
  ],
};

/** Share of the labour force without work: about 9 % in all, 22 % of the young. */
const JOBLESS: Readonly<Record<Sex, Bands>> = {
  M: [
    [24, 0.2],
    [34, 0.1],
    [120, 0.045],
  ],
  F: [
    [24, 0.32],
    [34, 0.23],
    [120, 0.08],
  ],
};

export const participation = (sex: Sex, age: number): number => at(ACTIVE[sex], age);

export const unemployment = (sex: Sex, age: number): number => at(JOBLESS[sex], age);

/** Share in education: about 27 % of the young are neither in work nor in education. */
const LEARNING: Bands = [
  [19, 0.8],
  [24, 0.5],
  [29, 0.1],
  [120, 0.01],
];

export const educationShare = (age: number, status: Status): number =>
  at(LEARNING, age) * (status === "EMPLOYED" ? 0.25 : 1);

/** Hours in the reference week. */
export const HOURS: Weighted<number> = [
  [16, 5],
  [28, 9],
  [36, 11],
  [40, 13],
  [44, 22],
  [48, 20],
  [56, 13],
  [64, 7],
];

/** Share that wants to work more: a quarter of those below 44 hours, about one in ten of the employed. */
export const MORE_HOURS_SHARE = { short: 0.28, full: 0.04 } as const;

export const SURVEY_STATUS_EMP: Weighted<"1" | "2" | "3" | "5"> = [
  ["1", 54],
  ["2", 4],
  ["3", 36],
  ["5", 6],
];

/** Share of work without social insurance: almost three in five. */
const INFORMAL: Readonly<Record<string, number>> = { 1: 0.42, 2: 0.5, 3: 0.8, 5: 1 };

export const informalShare = (statusEmp: string): number => INFORMAL[statusEmp] ?? 0;
