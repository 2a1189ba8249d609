import type { Weighted } from "./random.ts";

/** Persons of each province in thousands, in the order of IR-00 to IR-30 (census of 2016, Statistical Centre of Iran). */
export const PROVINCE_PERSONS: readonly number[] = [
  1429, 2531, 3284, 3910, 3265, 1952, 4711, 4851, 3165, 6435, 5121, 2775, 1603, 1738, 948, 1761, 580, 713,
  1163, 1057, 702, 1139, 1776, 13268, 1270, 1292, 1274, 1869, 863, 769, 2712,
];

/** Age in 1400 of those who register with the labour and training services: younger than the labour force. */
export const AGE_BANDS: Weighted<readonly [from: number, to: number]> = [
  [[15, 19], 16],
  [[20, 24], 19],
  [[25, 29], 17],
  [[30, 34], 15],
  [[35, 39], 12],
  [[40, 44], 8],
  [[45, 49], 6],
  [[50, 54], 4],
  [[55, 59], 2],
  [[60, 64], 1],
];

export const FEMALE_SHARE = 0.46;
export const DISABLED_SHARE = 0.021;

export const EDUCATION: Weighted<number> = [
  [0, 2],
  [1, 10],
  [2, 19],
  [3, 34],
  [4, 3],
  [5, 9],
  [6, 17],
  [7, 5],
  [8, 1],
];

/** ISIC Rev.4 divisions of the establishments. */
export const ACTIVITY: Weighted<string> = [
  ["01", 6],
  ["10", 7],
  ["13", 4],
  ["14", 5],
  ["16", 2],
  ["20", 3],
  ["22", 3],
  ["23", 4],
  ["24", 3],
  ["25", 6],
  ["27", 3],
  ["28", 3],
  ["29", 3],
  ["31", 3],
  ["35", 1],
  ["41", 6],
  ["43", 6],
  ["45", 6],
  ["46", 6],
  ["47", 14],
  ["49", 4],
  ["55", 1],
  ["56", 6],
  ["62", 3],
  ["69", 2],
  ["71", 2],
  ["81", 2],
  ["84", 3],
  ["85", 4],
  ["86", 4],
  ["96", 4],
];

/** ISCO-08 sub-major groups of hires that no training led to. */
export const OCCUPATION: Weighted<string> = [
  ["13", 1],
  ["21", 3],
  ["22", 2],
  ["23", 4],
  ["24", 3],
  ["25", 2],
  ["31", 4],
  ["32", 2],
  ["33", 4],
  ["41", 5],
  ["42", 3],
  ["43", 4],
  ["51", 6],
  ["52", 11],
  ["54", 3],
  ["61", 4],
  ["71", 9],
  ["72", 8],
  ["74", 4],
  ["75", 8],
  ["81", 6],
  ["82", 3],
  ["83", 7],
  ["91", 3],
  ["93", 8],
  ["96", 3],
];

export const SECTOR: Weighted<"PUBLIC" | "PRIVATE" | "COOP"> = [
  ["PRIVATE", 84],
  ["PUBLIC", 11],
  ["COOP", 5],
];

export const CONTRACT: Weighted<"PERMANENT" | "FIXED" | "DAILY"> = [
  ["FIXED", 78],
  ["PERMANENT", 12],
  ["DAILY", 10],
];

export const STATUS_EMP: Weighted<string> = [
  ["1", 95],
  ["4", 3],
  ["5", 2],
];

export const WEEKLY_HOURS: Weighted<number> = [
  [44, 70],
  [40, 12],
  [48, 8],
  [30, 5],
  [22, 5],
];

/** Why jobs end before retirement age. */
export const END_REASON: Weighted<"RESIGN" | "DISMISSAL" | "END_OF_TERM" | "CLOSURE" | "DEATH"> = [
  ["END_OF_TERM", 48],
  ["RESIGN", 36],
  ["DISMISSAL", 9],
  ["CLOSURE", 6],
  ["DEATH", 1],
];

/** Schemes of voluntary insurance. */
export const OWN_SCHEME: Weighted<"SELF_EMPLOYED" | "VOLUNTARY" | "DRIVER" | "CONSTRUCTION"> = [
  ["SELF_EMPLOYED", 42],
  ["VOLUNTARY", 22],
  ["DRIVER", 18],
  ["CONSTRUCTION", 18],
];

/** Target groups that depend on the person; the others depend on the course. */
export const TARGET_GROUP: Weighted<string> = [
  ["RURAL", 24],
  ["HOMEMAKER", 14],
  ["CONSCRIPT", 12],
  ["GRADUATE", 12],
  ["INFORMAL_SETTLEMENT", 8],
  ["PRISONER", 7],
  ["WOMAN_HEAD", 7],
  ["HARMED_FAMILY", 5],
  ["BORDER", 5],
  ["NOMAD", 3],
  ["REFUGEE", 3],
];

/** Minimum insurable daily wage in rial by Jalali year; plausible, not from a source. */
export const DAILY_WAGE_IRR: readonly (readonly [jalaliYear: number, irr: number])[] = [
  [1400, 885_000],
  [1401, 1_393_000],
  [1402, 1_769_000],
];
