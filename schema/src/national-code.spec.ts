import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsNationalCode, readNationalCode } from "./national-code.ts";

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

describe("a text", () => {
  it("holds a national code where a run of exactly ten digits is one", () => {
    expect(containsNationalCode("کارگر با کد ملی ۰۴۹۹۳۷۰۸۹۹ مراجعه کرد")).toBe(true);
    expect(containsNationalCode("id:1234567891.")).toBe(true);
  });

  it("may hold other numbers", () => {
    expect(containsNationalCode("2861000 trainees, list 12345678910, call 5998613771")).toBe(false);
  });
});
