import { crc32 } from "node:zlib";

/** What an event's checksum covers; the integers are those of the table. */
export type Summed = {
  readonly position: number;
  readonly source: number;
  readonly type: number;
  readonly stream: number;
  readonly revision: number;
  readonly recordedAt: string;
  readonly body: string;
};

const HIGH = 2 ** 32;

/** One-to-one in both arguments, so no change of one number alone goes unseen. */
const mix = (hash: number, number: number): number => {
  const product = Math.imul(hash ^ number, 0x9e3779b1);
  return product ^ (product >>> 15);
};

const mixWide = (hash: number, number: number): number =>
  mix(mix(hash, number | 0), Math.floor(number / HIGH));

/** The events of an append mostly share their instant. */
let lastTime = { recordedAt: "", sum: 0 };

const timeSum = (recordedAt: string): number => {
  if (recordedAt !== lastTime.recordedAt) lastTime = { recordedAt, sum: crc32(recordedAt) };
  return lastTime.sum;
};

/** CRC-32 of an event's body, begun with a hash of its numbers and its time. */
export const checksumOf = (row: Summed): number => {
  const place = mixWide(mixWide(timeSum(row.recordedAt), row.position), row.stream);
  const start = mix(mix(mix(place, row.revision), row.source), row.type);
  return crc32(row.body, start >>> 0);
};
