import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPersianDigits } from "./calendar.ts";
import { MAGNITUDES } from "./number-lexicon.ts";
import { groupsOf, spellNumber } from "./number-spelling.ts";
import { isNumberWord, magnitudeOf, readNumber } from "./number-words.ts";

const whole = fc.oneof(
  fc.integer({ min: 0, max: 2_000 }),
  fc.integer({ min: 0, max: 999_999_999 }),
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
);
const read = (text: string) => readNumber(text.split(" "))?.value;
const arabic = (value: number) => String(value).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩".charAt(Number(digit)));

describe("number words", () => {
  it("are read back as what was spelled, whatever follows", () => {
    fc.assert(
      fc.property(whole, (value) => {
        const words = spellNumber(value).split(" ");
        expect(readNumber([...words, "نفر"])).toMatchObject({ value, words: words.length });
      }),
    );
  });

  it("give the same number with magnitudes behind digits of any of the three scripts", () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(String, toPersianDigits, arabic), (value, write) => {
        const text = groupsOf(value)
          .map(({ digits, factor }) => {
            const name = MAGNITUDES.find((each) => each.factor === factor)?.name.fa;
            return [write(Number(digits)), ...(name ? [name] : [])].join(" ");
          })
          .join(" و ");
        expect(read(text)).toBe(value);
      }),
    );
  });

  it.each([
    ["سه میلیون و ۷۲ هزار و ۱۵", 3_072_015],
    ["هزار و پانصد", 1_500],
    ["یکصد و پنج", 105],
    ["۲۰ هزار میلیارد", 20e12],
    ["۱/۴ میلیون", 1_400_000],
    ["۲٫۵ میلیارد", 2.5e9],
    ["1,234,567", 1_234_567],
    ["۱٬۲۳۴", 1_234],
    ["٣ میلیون", 3_000_000],
    ["۲۱۷ هزار ۶۴۲", 217_642],
    ["٧,۱۵", 7.15],
  ])("read %s as %d", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ["۴ و ۵", 4, 1],
    ["پنج و شش", 5, 1],
    ["بیست و سی", 20, 1],
    ["۴۰۰ هزار و ۳۰۰ هزار", 400_000, 2],
    ["یازده و یک", 11, 1],
  ])("do not add up the list %s", (text, value, words) => {
    expect(readNumber(text.split(" "))).toMatchObject({ value, words });
  });

  it.each(["نفر", "و", "یکی", "سهم", ""])("are not %j", (word) => {
    expect(readNumber([word])).toBeUndefined();
    expect(isNumberWord(word)).toBe(false);
  });

  it("know a magnitude from another word", () => {
    expect([magnitudeOf("هزار"), magnitudeOf("هزاره")]).toEqual([1_000, undefined]);
  });
});
