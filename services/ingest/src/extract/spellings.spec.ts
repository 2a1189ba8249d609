import { describe, expect, it } from "vitest";
import { proposeFigures } from "./propose.ts";

const found = (text: string) =>
  proposeFigures(text, "2023-08-30")
    .map(({ value, valueText, unit }) => `${value ?? valueText} ${unit}`)
    .join(", ");

/** Written before the grammar was, from how such numbers are printed, and not changed for it. */
const WRITTEN_FIRST: readonly (readonly [string, string])[] = [
  ["سه و نیم میلیون نفر بیمه شدند", "3500000 PERSONS"],
  ["نیم میلیارد تومان پرداخت شد", "500000000 TOMAN"],
  ["تورم چهار و نیم درصد بود", "4.5 PERCENT"],
  ["دو میلیون و نیم نفر آمدند", "2500000 PERSONS"],
  ["دوره یک سال و نیم طول کشید", "1.5 YEARS"],
  ["نیم درصد کاهش یافت", "0.5 PERCENT"],
  ["یک‌ونیم میلیون نفر آمدند", "1500000 PERSONS"],
  ["سی‌وهفت هزار نفر آمدند", "37000 PERSONS"],
  ["هفتادوپنج میلیون تومان داده شد", "75000000 TOMAN"],
  ["چهارصدوبیست‌وسه هزار ریال داده شد", "423000 IRR"],
  ["سیصدهزار نفر آمدند", "300000 PERSONS"],
  ["پانصدمیلیون تومان داده شد", "500000000 TOMAN"],
  ["بیست وپنج هزار نفر آمدند", "25000 PERSONS"],
  ["پنج صد هزار نفر آمدند", "500000 PERSONS"],
  ["دو صد و ده نفر آمدند", "210 PERSONS"],
  ["نه صد میلیون تومان داده شد", "900000000 TOMAN"],
  ["رشد منفی ۳٫۱ درصد بود", "-3.1 PERCENT"],
  ["رشد منفی سه و نیم درصد بود", "-3.5 PERCENT"],
  ["رشد ۳٫۱- درصد بود", "-3.1 PERCENT"],
  ["رشد ۳٫۱−٪ بود", "-3.1 PERCENT"],
  ["رشد –۳٫۱ درصد بود", "-3.1 PERCENT"],
  ["رشد -٪۳ بود", "-3 PERCENT"],
  ["رشد مثبت ۳٫۱ درصد بود", "3.1 PERCENT"],
  ["نرخ ۹/۶ درصد بود", "9.6 PERCENT"],
  ["نرخ ۹.۶ درصد بود", "9.6 PERCENT"],
  ["نرخ ٩٫٦ درصد بود", "9.6 PERCENT"],
  ["نرخ 9,6 درصد بود", "9.6 PERCENT"],
  ["نرخ ९.६ درصد بود", "9.6 PERCENT"],
  ["نرخ نه ممیز شش درصد بود", "9.6 PERCENT"],
  ["نرخ نه و شش دهم درصد بود", "9.6 PERCENT"],
  ["نرخ بیست و پنج صدم درصد بود", "0.25 PERCENT"],
  ["مبلغ ۱٬۲۳۴٬۵۶۷ ریال داده شد", "1234567 IRR"],
  ["مبلغ 1.234.567 ریال داده شد", "1234567 IRR"],
  ["مبلغ ۱/۲۰۰/۰۰۰ ریال داده شد", "1200000 IRR"],
  ["بین ۱۰ تا ۲۰ هزار نفر آمدند", "10000 PERSONS, 20000 PERSONS"],
  ["۵ تا ۷ درصد", "5 PERCENT, 7 PERCENT"],
  ["۵-۷ درصد", "5 PERCENT, 7 PERCENT"],
  ["ده‌ها هزار نفر آمدند", ""],
  ["یک چهارم میلیون نفر آمدند", "250000 PERSONS"],
  ["تاریخ ۱۴۰۲.۰۶.۰۸ ثبت شد", "2023-08-30 DATE"],
];

describe("a spelling that was written down before the grammar", () => {
  it.each(WRITTEN_FIRST)("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

const SPELLINGS: readonly (readonly [string, string])[] = [
  // halves and fractions
  ["۲ و نیم میلیون نفر آمدند", "2500000 PERSONS"],
  ["سه‌چهارم درصد رشد کرد", "0.75 PERCENT"],
  ["سه و دو دهم درصد رشد کرد", "3.2 PERCENT"],
  ["۳ و ۲ دهم درصد رشد کرد", "3.2 PERCENT"],
  ["یک و ربع میلیون تومان داده شد", "1250000 TOMAN"],
  ["صد و دو دهم درصد رشد کرد", "100.2 PERCENT"],
  ["دو ممیز صفر پنج درصد بود", "2.05 PERCENT"],
  ["دو ممیز بیست و پنج صدم درصد بود", "2.25 PERCENT"],
  ["سه ساعت و نیم آموزش", "3.5 HOURS"],
  // joined and spaced words
  ["هزاروپانصد نفر آمدند", "1500 PERSONS"],
  ["بیستو پنج هزار نفر آمدند", "25000 PERSONS"],
  ["صدوبیست‌هزارنفر آمدند", "120000 PERSONS"],
  ["سه میلیون و دویست‌وپنجاه هزار نفر آمدند", "3250000 PERSONS"],
  ["دومیلیون‌وسیصدهزار نفر آمدند", "2300000 PERSONS"],
  ["۴ صد هزار نفر آمدند", "400000 PERSONS"],
  ["هشت صد و پنجاه و دو نفر آمدند", "852 PERSONS"],
  ["شیش‌صد نفر آمدند", "600 PERSONS"],
  ["سیده خانم آمد", ""],
  // signs
  ["رشد -۳٫۱٪ بود", "-3.1 PERCENT"],
  ["رشد منفی۳٫۱ درصد بود", "-3.1 PERCENT"],
  ["رشد ٪۳٫۱- بود", "-3.1 PERCENT"],
  ["رشد ۳٫۱ درصد منفی بود", "-3.1 PERCENT"],
  ["رشد +۳٫۱ درصد بود", "3.1 PERCENT"],
  ["٪۲۵ کاهش یافت", "25 PERCENT"],
  ["بیماری کووید-۱۹ آمد", ""],
  ["برنامه ۲۵-ساله است", "25 YEARS"],
  ["کار - ۴۰۰ نفر آمدند", "400 PERSONS"],
  // digits
  ["نرخ ۹،۶ درصد بود", "9.6 PERCENT"],
  ["نرخ ۹٫۶۲۵ درصد بود", "9.625 PERCENT"],
  ["مبلغ ۱٫۲۳۴٫۵۶۷ تومان داده شد", "1234567 TOMAN"],
  ["مبلغ 1.234.567,50 ریال داده شد", "1234567.5 IRR"],
  ["شمار ۱.۲۳۴ نفر آمدند", "1234 PERSONS"],
  ["شمار ۱۲ ۵۰۰ نفر آمدند", "12500 PERSONS"],
  ["شمار ۱،۲۳۴ نفر آمدند", "1234 PERSONS"],
  ["شمار १२५ نفر آمدند", "125 PERSONS"],
  ["شمار １２５ نفر آمدند", "125 PERSONS"],
  ["تلفن ۰۲۱–۸۸۸۸۱۲۳۴ است", ""],
  ["شبکه 5G آمد", ""],
  ["شمار 1e5 نفر آمدند", ""],
  ["شمار ۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷ نفر آمدند", ""],
  // ranges and numbers that nobody counted
  ["۱۰ الی ۲۰ درصد رشد کرد", "10 PERCENT, 20 PERCENT"],
  ["۱۰–۲۰ نفر آمدند", "10 PERSONS, 20 PERSONS"],
  ["۱۰ درصد تا ۲۰ درصد رشد کرد", "10 PERCENT, 20 PERCENT"],
  ["دو سه هزار نفر آمدند", "2000 PERSONS, 3000 PERSONS"],
  ["بیست سی نفر آمدند", "20 PERSONS, 30 PERSONS"],
  ["۵۰۰ تا ۲ هزار نفر آمدند", "500 PERSONS, 2000 PERSONS"],
  ["منفی ۲ تا ۱ درصد رشد کرد", "-2 PERCENT, 1 PERCENT"],
  ["صدها هزار نفر آمدند", ""],
  ["چندین هزار نفر آمدند", ""],
  ["بیست و چند هزار نفر آمدند", ""],
  ["هزاران میلیارد تومان داده شد", ""],
  ["شمار ۲۰ ± ۳ نفر آمدند", ""],
  // dates
  ["تاریخ ۸/۶/۱۴۰۲ ثبت شد", "2023-08-30 DATE"],
  ["تاریخ 30-08-2023 ثبت شد", "2023-08-30 DATE"],
  ["تاریخ 08/30/2023 ثبت شد", "2023-08-30 DATE"],
  ["تاریخ ۳۰ اوت ۲۰۲۳ ثبت شد", "2023-08-30 DATE"],
  ["تاریخ 2023/08/30 میلادی ثبت شد", "2023-08-30 DATE"],
  ["تاریخ ۱۴۴۵/۲/۱۳ هجری قمری ثبت شد", " DATE"],
  ["تاریخ ۱۳ صفر ۱۴۴۵ ثبت شد", " DATE"],
  ["تاریخ ۱۲ ربیع‌الاول ۱۴۴۵ ق ثبت شد", " DATE"],
  ["تاریخ ۱۴۴۵/۲/۱۳ ثبت شد", " DATE"],
  ["تاریخ ۰۹۰۱/۲/۱۳ ثبت شد", ""],
  ["تاریخ ۲۶۴۴/۱۱/۲۱ ثبت شد", ""],
  ["تاریخ ۱۴۰۲/۱۳/۴۵ ثبت شد", " DATE"],
  ["در سال ۱۴۴۵ قمری", "1445 "],
  // brackets, dashes and tatweels
  ["رشد (۲٫۳-) درصد بود", "-2.3 PERCENT"],
  ["رشد ۲٫۳٪- بود", "-2.3 PERCENT"],
  ["۵ ـ ۱۰ درصد رشد کرد", "5 PERCENT, 10 PERCENT"],
  ["مبلغ 12.345,67 ریال داده شد", "12345.67 IRR"],
];

describe("a spelling of a number or a day", () => {
  it.each(SPELLINGS)("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("what is doubtful", () => {
  const noted = (text: string) => proposeFigures(text, "2023-08-30").map(({ note }) => note);
  it.each([
    ["دو میلیون و نیم نفر", "half of the magnitude"],
    ["بین ۱۰ تا ۲۰ هزار نفر", "the magnitude is that of the upper bound"],
    ["شمار ۱.۲۳۴ نفر", "“1.234” is read as thousands"],
    ["نرخ ۱.۲۳۴ درصد", "“1.234” is read as a decimal"],
    ["شمار ۱۲ ۵۰۰ نفر", "“12 500” is read as one number"],
    ["نرخ ۹،۶ درصد", "“9،6” is read as a decimal"],
    ["نرخ ۱/۲ درصد", "“1/2” is read as a decimal"],
    ["شسصد هزار نفر", "no number before the magnitude"],
    ["-۴۰۰ نفر آمدند", "the dash may be that of a list"],
    ["نتیجه منفی ۲۰۰ نفر", "a negative count"],
    ["رشد - ۲٫۳ درصد", "the dash before it may be a minus"],
    ["تا ۵۰۰ نفر", "“تا” may mean up to"],
    ["هر ۱۰۰ هزار نفر", "may be the base of a rate"],
    ["۳ از ۱۰ نفر", "may be the base of a rate"],
    ["یک‌سوم میلیون نفر", "the fraction is rounded"],
    ["تاریخ 05/06/2023", "day and month may be the other way round"],
    ["تاریخ ۱۴۰۲/۱۲/۳۰", "no such date in that year"],
    ["تاریخ ۲۰۲۳/۸/۳۰ شمسی", "the year is not one of the calendar that is named"],
    ["تاریخ ۱۳ صفر ۱۴۴۵", "a date of the lunar calendar"],
    ["سال ۱۴۴۵ هجری قمری", "a year of the lunar calendar"],
  ])("%s is proposed with a note", (text, part) => {
    expect(noted(text)[0]).toContain(part);
  });

  it("states the bounds of a range as bounds", () => {
    const bounds = proposeFigures("از ۱۰ تا ۲۰ درصد").map(({ value, qualifier }) => [value, qualifier]);
    expect(bounds).toEqual([
      [10, "GE"],
      [20, "LE"],
    ]);
  });
});
