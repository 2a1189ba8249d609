import { toLatinDigits } from "./calendar.ts";

/**
 * `REPEATED` is our policy, not the checksum's: ten equal digits pass the checksum, and forms filled in for
 * show carry them.
 */
type NationalCodeRefusal = "NOT_DIGITS" | "WRONG_LENGTH" | "WRONG_CHECKSUM" | "REPEATED";

export type NationalCodeResult =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: NationalCodeRefusal };

const refused = (reason: NationalCodeRefusal): NationalCodeResult => ({ ok: false, reason });

/** The check digit: weights 10 to 2 over nine digits, modulo 11; eight published implementations agree. */
const hasChecksum = (code: string): boolean => {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(code[index]) * (10 - index);
  const rest = sum % 11;
  return Number(code[9]) === (rest < 2 ? rest : 11 - rest);
};

/**
 * Reads an Iranian national code, in digits of any script, with the zeros restored that spreadsheets strip from
 * the front. The result never contains a rejected code.
 */
export const readNationalCode = (input: string): NationalCodeResult => {
  const digits = toLatinDigits(input.trim());
  if (!/^\d+$/.test(digits)) return refused("NOT_DIGITS");
  if (digits.length < 8 || digits.length > 10) return refused("WRONG_LENGTH");
  const code = digits.padStart(10, "0");
  if (!hasChecksum(code)) return refused("WRONG_CHECKSUM");
  return /^(\d)\1{9}$/.test(code) ? refused("REPEATED") : { ok: true, code };
};

/** Whether a free text contains a run of ten digits that is a national code. */
export const containsNationalCode = (text: string): boolean =>
  (toLatinDigits(text).match(/\d+/g) ?? []).some((run) => run.length === 10 && readNationalCode(run).ok);
