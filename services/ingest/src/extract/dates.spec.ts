import { addDays, fromJalali, toJalali, weekday } from "@karnameh/schema/calendar";
import { MONTHS } from "@karnameh/schema/calendar-names";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveDate } from "./dates.ts";
import { proposeFigures } from "./propose.ts";

const read = (text: string, publishedOn?: string) => {
  const [first] = proposeFigures(text, publishedOn);
  return first && { day: first.valueText, weekday: first.weekday, note: first.note };
};
const NAMES: Readonly<Record<string, string>> = {
  SATURDAY: "شنبه",
  SUNDAY: "یکشنبه",
  MONDAY: "دوشنبه",
  TUESDAY: "سه‌شنبه",
  WEDNESDAY: "چهار شنبه",
  THURSDAY: "پنج‌شنبه",
  FRIDAY: "جمعه",
};

describe("a date in a text", () => {
  it("is read back, with its day of the week and year, for every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = addDays("1990-01-01", count);
        const { year, month, day: date } = toJalali(day);
        const text = `جلسه ${NAMES[weekday(day)]} ${date} ${MONTHS.JALALI.fa[month - 1]} ماه سال ${year} بود`;
        expect(read(text)).toEqual({ day, weekday: weekday(day), note: "" });
      }),
    );
  });

  it("takes its year from the day of the week where it is recorded without one", () => {
    // 20 Ordibehesht is a Monday in 1400, a Saturday in 1399 and a Tuesday in 1401.
    for (const year of [1399, 1400, 1401]) {
      const { day } = resolveDate({ month: 2, day: 20, weekday: "MONDAY" }, fromJalali(year, 6, 1));
      expect(day).toBe("2021-05-10");
    }
  });

  it("is of the year of the document, the one before or the next, as a word says", () => {
    const year = (words: string) =>
      read(`روز سوم تیر ${words} برگزار شد`.replace("روز ", ""), "2024-06-05")?.day;
    expect(year("ماه سال جاری")).toBe(fromJalali(1403, 4, 3));
    expect(year("امسال")).toBe(fromJalali(1403, 4, 3));
    expect(year("سال گذشته")).toBe(fromJalali(1402, 4, 3));
    expect(year("سال آینده")).toBe(fromJalali(1404, 4, 3));
    expect(year("۱۳۹۸")).toBe(fromJalali(1398, 4, 3));
  });

  it("says so where the day of the week fits no year near, or the year cannot be known", () => {
    expect(resolveDate({ month: 2, day: 20, weekday: "SUNDAY", year: 1400 }).note).toMatch("does not fit");
    expect(resolveDate({ month: 2, day: 20 })).toEqual({
      note: "the year is not printed; give the day of publication",
    });
    expect(resolveDate({ month: 12, day: 30, year: 1400 }).note).toBe("no such date in that year");
  });

  it("may be printed in figures", () => {
    expect(read("تاریخ ۱۴۰۲/۵/۸ ثبت شد")).toMatchObject({ day: "2023-07-30" });
    expect(read("تاریخ 2023-07-30 ثبت شد")).toMatchObject({ day: "2023-07-30" });
  });
});
