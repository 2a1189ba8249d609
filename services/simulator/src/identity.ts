import { createHash } from "node:crypto";
import { mix } from "./random.ts";

/** The two hexadecimal digits of each byte, as one number of two character codes. */
const HEX = Uint16Array.from({ length: 256 }, (_, n) => {
  const digits = n.toString(16).padStart(2, "0");
  return digits.charCodeAt(0) * 256 + digits.charCodeAt(1);
});

/** A buffer for ids: each becomes one flat string, where concatenation would leave a tree of strings to the collector. */
const scratch = Buffer.alloc(36, "-");

const writeByte = (at: number, byte: number): void => {
  const digits = HEX[byte & 0xff] ?? 0;
  scratch[at] = digits >>> 8;
  scratch[at + 1] = digits;
};

const writeHalf = (at: number, half: number): void => {
  writeByte(at, half >>> 8);
  writeByte(at + 2, half);
};

const DASH = 45;

/** A UUID of version 7 (RFC 9562) from an instant in ms since 1970 and 64 bits of the caller's. */
export const timeOrderedId = (ms: number, a: number, b: number): string => {
  const high = Math.floor(ms / 65_536);
  const tail = mix(a, b);
  writeHalf(0, high >>> 16);
  writeHalf(4, high);
  writeHalf(9, ms % 65_536);
  writeHalf(14, 0x7000 | (a & 0xfff));
  writeHalf(19, 0x8000 | ((a >>> 16) & 0x3fff));
  writeHalf(24, b >>> 16);
  writeHalf(28, b);
  writeHalf(32, tail);
  scratch[8] = DASH;
  scratch[13] = DASH;
  scratch[18] = DASH;
  scratch[23] = DASH;
  return scratch.toString("latin1", 0, 36);
};

const MS_A_DAY = 86_400_000;

/** The id of a thing that began on `day`. It follows from the seed and two numbers, so it need not be stored. */
export const thingId = (day: number, seed: number, first: number, second: number): string => {
  const a = mix(mix(seed, first), second);
  return timeOrderedId(day * MS_A_DAY + (a % MS_A_DAY), a, mix(a ^ first, mix(second, seed)));
};

/** The pseudonym of the simulated person number `index`: 32 hexadecimal digits, spread evenly. */
export const pseudonym = (seed: number, index: number): string => {
  const a = mix(seed ^ 0x5bd1e995, index);
  const b = mix(index, a);
  const c = mix(a, b);
  const d = mix(b, index ^ seed);
  writeHalf(0, a >>> 16);
  writeHalf(4, a);
  writeHalf(8, b >>> 16);
  writeHalf(12, b);
  writeHalf(16, c >>> 16);
  writeHalf(20, c);
  writeHalf(24, d >>> 16);
  writeHalf(28, d);
  return scratch.toString("latin1", 0, 32);
};

/** A UUID in the form of version 5 (RFC 9562): the same name always gives the same id. For data in the repository. */
export const namedId = (name: string): string => {
  const hash = createHash("sha1").update(`karnameh/demonstration/${name}`).digest("hex");
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
};
