import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeFigures } from "./propose.ts";

const PUBLISHED = "2024-06-05"; // 16 Khordad 1403, a Wednesday.
const found = (text: string, publishedOn?: string) =>
  proposeFigures(text, publishedOn).map(({ value, valueText, unit }) => [value ?? valueText, unit]);
const only = (text: string, publishedOn?: string) => {
  const [first, ...more] = proposeFigures(text, publishedOn);
  expect(more).toEqual([]);
  return first;
};

describe("what a text does to its numbers", () => {
  it("1: stretches words with tatweel", () => {
    expect(found("در ســه روز کــاری پاسخ داده شد")).toEqual([[3, "WORKING_DAYS"]]);
  });

  it("2: joins words, or parts them with a joiner", () => {
    expect(found("برای دهکهای ۶ تا ۹ واریز میشود")).toEqual([[4, "DECILES"]]);
    expect(found("برای دهک‌های ۶ تا ۹ واریز می‌شود")).toEqual([[4, "DECILES"]]);
    expect(found("سه‌دهک دیگر افزوده شد")).toEqual([[3, "DECILES"]]);
  });

  it("3: mirrors brackets and guillemets", () => {
    expect(found("هزینه )۷۵ هزار تومان( در طرح »پویا« است")).toEqual([[75_000, "TOMAN"]]);
    expect(found("هزینه (۷۵ هزار تومان) در طرح «پویا» است")).toEqual([[75_000, "TOMAN"]]);
  });

  it.each(["۳۲۵", "٣٢٥", "325", "۳2٥"])("4: writes digits as %s", (digits) => {
    expect(found(`شمار ${digits} نفر بود`)).toEqual([[325, "PERSONS"]]);
  });

  it("5: spells numbers with magnitudes, and glues units to them", () => {
    expect(found("۳ میلیون و ۲۷ هزار و ۱۴ نفر آمدند")).toEqual([[3_027_014, "PERSONS"]]);
    expect(found("سی و دو هزار نفر آمدند")).toEqual([[32_000, "PERSONS"]]);
    expect(found("رشد ۳۵درصدی و ۲۰۸مجوز و ۹ هزارنفر")).toEqual([
      [35, "PERCENT"],
      [208, "LICENCES"],
      [9_000, "PERSONS"],
    ]);
  });

  it("6: breaks the order of words in a line, and keeps the number's place", () => {
    const text = "در پایان\nبرای کار ۴۲ مرکز او نیز\nافزوده شد";
    expect(only(text)).toMatchObject({ value: 42, unit: "SITES", lineFrom: 2, lineTo: 2 });
  });

  it("7: splits numbers over two lines", () => {
    expect(only("آموزش ۲۱\nهزار و ۴۰۰ نفر")).toMatchObject({ value: 21_400, lineFrom: 1, lineTo: 2 });
    expect(found("دهکهای ۷ و\n۸ افزوده شدند")).toEqual([[2, "DECILES"]]);
  });

  it("8: interleaves columns, so an empty line ends a number", () => {
    expect(found("هزینه ۲۰\n\nنفر آمدند")).toEqual([[20, ""]]);
    expect(found("عنوان: ۱۲ کشور\n\nمتن ستون دیگر")).toEqual([[12, "COUNTRIES"]]);
  });

  it("9: mistypes words, which are recorded and never corrected", () => {
    expect(only("شمار ۶۴ هزا نفر بود")).toMatchObject({
      value: 64,
      unit: "",
      note: expect.stringContaining("may be a magnitude"),
    });
    expect(found("فروش شصد بیش شد")).toEqual([]);
  });

  it("10: tells time by the day it was written", () => {
    expect(only("در سال جاری ۵۰ نفر آمدند", PUBLISHED)).toMatchObject({
      periodFrom: "2024-03-20",
      periodTo: "2025-03-20",
    });
    expect(only("در سال گذشته ۵۰ نفر آمدند", PUBLISHED)).toMatchObject({
      periodFrom: "2023-03-21",
      periodTo: "2024-03-19",
    });
    expect(only("تاکنون ۵۰ نفر آمدند", PUBLISHED)).toMatchObject({ periodTo: PUBLISHED });
    expect(only("تا به حال ۵۰ نفر آمدند", PUBLISHED)).toMatchObject({ periodTo: PUBLISHED });
    expect(only("در سال جاری ۵۰ نفر آمدند")).not.toHaveProperty("periodFrom");
    expect(found("در دو سال اول کار و سه سال گذشته")).toEqual([]);
    expect(found("مسابقه سال آینده برگزار می شود")).toEqual([["next year", "RELATIVE_YEAR"]]);
  });

  it.each([
    ["بیش از", "GT"],
    ["بالغ بر", "GT"],
    ["دست‌کم", "GE"],
    ["حداقل", "GE"],
    ["کمتر از", "LT"],
    ["حداکثر", "LE"],
    ["حداکثر در", "LE"],
    ["نزدیک به", "APPROX_BELOW"],
    ["حدود", "APPROX"],
    ["شمار", "EQ"],
  ])("11: qualifies a number with %s", (words, qualifier) => {
    expect(only(`این طرح ${words} ۳۰ نفر را در بر گرفت`)).toMatchObject({ value: 30, qualifier });
  });

  it("12: mixes Latin digits and years of two calendars into Persian", () => {
    expect(found("در سال 1389 و سال 2011 شمار 1750 مجوز بود")).toEqual([
      [1389, "JALALI_YEAR"],
      [2011, "GREGORIAN_YEAR"],
      [1750, "LICENCES"],
    ]);
  });

  it("13: writes yeh and kaf as Arabic does", () => {
    expect(found("دو ميليون نفر و ۶ كشور")).toEqual([
      [2_000_000, "PERSONS"],
      [6, "COUNTRIES"],
    ]);
  });
});

describe("a unit", () => {
  it("may be an adjective, glued or not", () => {
    expect(found("کاهش ۳۸۲ هزارنفری و پاداش ۵۰ هزار تومانی و رشد ۴ میلیونی شاغلان")).toEqual([
      [382_000, "PERSONS"],
      [50_000, "TOMAN"],
      [4_000_000, ""],
    ]);
  });
});

describe("what is no figure", () => {
  it.each([
    "ساعت انتشار: ۱۸:۴۵",
    "کد گزارش: ۷۷۳۱۰",
    "در پاییز ۱۳۹۵ و زمستان ۱۳۹۶",
    "تا پایان سال ۹۴، کار کردند",
    "بر پایه ماده ۳۹ قانون",
    "دو کشور پیمان بستند",
    "مدل آلفا7 ساخته شد",
    "سه‌جانبه‌گرایی",
    "یک کار تازه",
    "هزار بار گفته شد",
  ])("is %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is nothing of a text without numbers, however long", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("کار", "و", "نفر", "سال", "شهر", ".", "\n\n")), (words) => {
        expect(found(words.join(" "))).toEqual([]);
      }),
    );
  });
});

describe("a proposal", () => {
  const sentence = fc
    .tuple(fc.integer({ min: 21, max: 999_999 }), fc.constantFrom("نفر", "مجوز", "کشور"))
    .map(([value, unit]) => ({ value, text: `شمار ${value} ${unit} بود.` }));

  it("stands where the document has it, in the order of the document", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const raw = sentences.map(({ text }) => text).join("\n");
        const proposals = proposeFigures(raw);
        expect(proposals.map(({ value }) => value)).toEqual(sentences.map(({ value }) => value));
        for (const [at, { from, to, lineFrom, value }] of proposals.entries()) {
          expect(raw.slice(from, to).startsWith(String(value))).toBe(true);
          expect(lineFrom).toBe(at + 1);
        }
      }),
    );
  });

  it("guesses the kind from the words around it, or leaves it open", () => {
    const kind = (text: string) => only(text)?.kind;
    expect(kind("هدفگذاری برای ۵۰۰ نفر است")).toBe("TARGET");
    expect(kind("شرکت ۵۰۰ نفر بازنشسته برآورد میکند")).toBe("FORECAST");
    expect(kind("برای ۵۰۰ نفر گواهی صادر شد")).toBe("FLOW");
    expect(kind("این صندوق ۵۰۰ نفر زیر پوشش دارد")).toBe("STOCK");
    expect(kind("سهم ۵۰ درصدی")).toBe("RATE");
    expect(kind("شمار ۵۰۰ نفر است")).toBeUndefined();
  });
});
