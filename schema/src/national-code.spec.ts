import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsNationalCode, maskNationalCodes, readNationalCode } from "./national-code.ts";

describe("a national code", () => {
  it("is read when its check digit is right", () => {
    for (const code of ["0012345679", "9990000018", "1234567891", "0499370899"])
      expect(readNationalCode(code)).toEqual({ ok: true, code });
  });

  it("is refused when its check digit is wrong", () => {
    expect(readNationalCode("5998613771")).toEqual({ ok: false, reason: "WRONG_CHECKSUM" });
  });

  it("is refused by policy when all its digits are equal", () => {
    expect(readNationalCode("1111111111")).toEqual({ ok: false, reason: "REPEATED" });
  });

  it("gets back the zeros that were stripped from its front", () => {
    expect(readNationalCode("12345679")).toEqual({ ok: true, code: "0012345679" });
    expect(readNationalCode("499370899")).toEqual({ ok: true, code: "0499370899" });
  });

  it("is read in Persian and Arabic-Indic digits", () => {
    expect(readNationalCode(" ۰۰۱۲۳۴۵۶۷۹ ")).toEqual({ ok: true, code: "0012345679" });
    expect(readNationalCode("٠٠١٢٣٤٥٦٧٩")).toEqual({ ok: true, code: "0012345679" });
  });

  it("has ten digits", () => {
    expect(readNationalCode("1234567")).toEqual({ ok: false, reason: "WRONG_LENGTH" });
    expect(readNationalCode("12345678910")).toEqual({ ok: false, reason: "WRONG_LENGTH" });
    expect(readNationalCode("001-234567")).toEqual({ ok: false, reason: "NOT_DIGITS" });
    expect(readNationalCode("")).toEqual({ ok: false, reason: "NOT_DIGITS" });
  });

  it("does not survive one changed digit, unless its check digit is 1, which two remainders share", () => {
    const changed = fc.record({ at: fc.nat(9), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(changed, ({ at, by }) => {
        const digits = [..."0012345679"];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readNationalCode(digits.join("")).ok).toBe(false);
      }),
    );
  });
});

const CODE = "0012345679";
const SCRIPTS = [..."0۰٠०๐០𝟎０"];
const SEPARATORS = [" ", ".", "-", "/", "_", "\u200c", "\u00a0", "–", "−", "\u200f", " - ", "، "];

describe("a text", () => {
  it("holds a national code where a run of exactly ten digits is one", () => {
    expect(containsNationalCode("کارگر با کد ملی ۰۴۹۹۳۷۰۸۹۹ مراجعه کرد")).toBe(true);
    expect(containsNationalCode("id:1234567891.")).toBe(true);
    expect(containsNationalCode("N1234567891x")).toBe(true);
  });

  it("holds it in every script of digits, in several at once, and with any separator in any two places", () => {
    const digits = fc.array(fc.constantFrom(...SCRIPTS), { minLength: 10, maxLength: 10 });
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    const separator = fc.constantFrom(...SEPARATORS);
    fc.assert(
      fc.property(digits, cuts, separator, (zeros, places, between) => {
        const written = [...CODE]
          .map((digit, at) => {
            const zero = zeros[at]?.codePointAt(0) ?? 0;
            return (places.includes(at) ? between : "") + String.fromCodePoint(zero + Number(digit));
          })
          .join("");
        const text = `نام ${written} ثبت شد`;
        expect(containsNationalCode(text)).toBe(true);
        const masked = maskNationalCodes(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.replaceAll("•", "")).toBe("نام  ثبت شد");
      }),
    );
  });

  it.each([
    ["digit by digit", "0 0 1 2 3 4 5 6 7 9"],
    ["in pairs", "00-12-34-56-79"],
    ["behind a year", "2023 001-234567-9"],
    ["behind a day", "1402/06/08 0012345679"],
    ["before another number", "001 234567 9 12"],
    ["inside a name", "page_001-234567-9"],
    ["before a unit of money, with a zero in front", "0012345679 ریال"],
    ["before a unit of money, where words announce it", "کد ملی 1234567891 ریال"],
  ])("holds a code %s", (_, text) => {
    expect(containsNationalCode(text)).toBe(true);
  });

  it.each([
    ["runs of other lengths", "2861000 trainees, list 12345678910"],
    ["a wrong check digit", "call 5998613771"],
    ["an amount", "مبلغ 1234567891 ریال"],
    ["an amount in toman", "۱۲۳۴۵۶۷۸۹۱ تومانی"],
    ["an amount with a magnitude", "1234567891 هزار تومان"],
    ["an amount parted by blanks", "1 234 567 891 ریال"],
    ["thousands", "1,234,567,891 and ۱٬۲۳۴٬۵۶۷٬۸۹۱"],
    ["a day and an hour", "2023-08-30 10:15"],
    ["a list of a month", "list-1402-05-0012"],
    ["the name of a file", "004_0823982ee8ffb926"],
    ["an identifier", "00000000-0000-4000-8000-000000000001"],
  ])("may hold %s", (_, text) => {
    expect(containsNationalCode(text)).toBe(false);
    expect(maskNationalCodes(text)).toBe(text);
  });
});
