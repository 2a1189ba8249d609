import { createHmac } from "node:crypto";
import { readNationalCode } from "./national-code.ts";

const KEY_BYTES = 16;

/**
 * The pseudonym of a person: 32 hexadecimal digits, HMAC-SHA256 of the national code, cut to 128 bits. Destroying
 * the key is erasing the persons. Throws RangeError for a code that is none or a short key; the message never
 * contains either.
 */
export const pseudonym = (key: Buffer | string, nationalCode: string): string => {
  if (Buffer.byteLength(key) < KEY_BYTES)
    throw new RangeError(`the key of the pseudonyms is shorter than ${KEY_BYTES} bytes`);
  const read = readNationalCode(nationalCode);
  if (!read.ok) throw new RangeError(`not a national code: ${read.reason}`);
  return createHmac("sha256", key).update(read.code).digest("hex").slice(0, 32);
};
