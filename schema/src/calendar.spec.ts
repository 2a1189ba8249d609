import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type Calendar,
  type Frequency,
  fromJalali,
  isDay,
  PeriodError,
  parseJalaliDay,
  parsePeriod,
  periodFromOrdinal,
  periodLabel,
  periodOf,
  periodOfCode,
  segments,
  tehranDay,
  toJalali,
  toLatinDigits,
  toPersianDigits,
  weekday,
  weekdayMatches,
} from "./calendar.ts";

const FIRST = "1921-03-21";
const days = fc.integer({ min: 0, max: 54_000 }).map((count) => addDays(FIRST, count));

describe("days", () => {
  it("are days of the Gregorian calendar only", () => {
    expect(["2024-02-29", "2023-12-31", "2000-02-29"].every(isDay)).toBe(true);
    expect(
      ["2023-02-29", "1900-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-4-1", ""].some(isDay),
    ).toBe(false);
    expect(() => toJalali("2023-02-30")).toThrow(RangeError);
  });

  it("clamp to the end of a shorter month when months are added", () => {
    expect(addMonths("2023-08-31", 6)).toBe("2024-02-29");
    expect(addMonths("2023-08-30", 12)).toBe("2024-08-30");
    expect(addMonths("2023-01-15", -2)).toBe("2022-11-15");
  });

  it("have a weekday", () => {
    expect(weekday("2021-05-10")).toBe("MONDAY");
    expect(weekday("1921-03-21")).toBe("MONDAY");
    expect(weekday("2023-09-22")).toBe("FRIDAY");
  });
});

describe("the Jalali calendar", () => {
  it("is that of the country", () => {
    expect(toJalali("2023-08-03")).toEqual({ year: 1402, month: 5, day: 12 });
    expect(fromJalali(1403, 12, 30)).toBe("2025-03-20");
    expect(parseJalaliDay("1402-05-12")).toBe("2023-08-03");
    expect(parseJalaliDay("۱۴۰۲/۵/۱۲")).toBe("2023-08-03");
  });

  it("has no 30 Esfand in a common year and no 13th month", () => {
    expect(() => fromJalali(1402, 12, 30)).toThrow(RangeError);
    expect(() => parseJalaliDay("1402-13-01")).toThrow(RangeError);
    expect(() => parseJalaliDay("1402")).toThrow(RangeError);
  });

  it("goes there and back", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: date } = toJalali(day);
        expect(fromJalali(year, month, date)).toBe(day);
      }),
    );
  });

  it("agrees with the Persian calendar of Unicode", () => {
    const unicode = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    fc.assert(
      fc.property(days, (day) => {
        const parts = Object.fromEntries(
          unicode.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]),
        );
        const { year, month, day: date } = toJalali(day);
        expect([parts["year"], parts["month"], parts["day"]]).toEqual([year, month, date].map(String));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the Tehran day of an instant", () => {
  it("begins at 20:30 UTC in standard time and 19:30 in summer time", () => {
    expect(tehranDay("2023-01-31T20:29:59.999Z")).toBe("2023-01-31");
    expect(tehranDay("2023-01-31T20:30:00Z")).toBe("2023-02-01");
    expect(tehranDay("2022-07-31T19:29:59Z")).toBe("2022-07-31");
    expect(tehranDay("2022-07-31T19:30:00Z")).toBe("2022-08-01");
  });

  it("has no summer time since 1402", () => {
    expect(tehranDay(Date.parse("2023-07-31T20:00:00Z"))).toBe("2023-07-31");
  });

  it("is the day of the zone at any instant", () => {
    const zone = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Tehran" });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1921, 0, 1), max: Date.UTC(2070, 0, 1) }), (instant) => {
        expect(tehranDay(instant)).toBe(zone.format(instant));
      }),
      { numRuns: 2000 },
    );
  });

  it("is nothing for what is not an instant", () => {
    expect(() => tehranDay("yesterday")).toThrow(RangeError);
  });
});

describe("periods", () => {
  it("are read from their codes in both calendars", () => {
    expect(parsePeriod("1402-05", "JALALI")).toEqual({
      calendar: "JALALI",
      frequency: "MONTH",
      code: "1402-05",
      ordinal: 1402 * 12 + 4,
      from: "2023-07-23",
      to: "2023-08-22",
    });
    expect(parsePeriod("1402-Q2", "JALALI")).toMatchObject({
      ordinal: 1402 * 4 + 1,
      from: "2023-06-22",
      to: "2023-09-22",
    });
    expect(parsePeriod("1402", "JALALI")).toMatchObject({
      ordinal: 1402,
      from: "2023-03-21",
      to: "2024-03-19",
    });
    expect(parsePeriod("2023-Q3", "GREGORIAN")).toMatchObject({ from: "2023-07-01", to: "2023-09-30" });
    expect(parsePeriod("۱۴۰۲-۰۵", "JALALI").code).toBe("1402-05");
  });

  it("are read from their code alone, for no year is one of both calendars", () => {
    expect(periodOfCode("1402-05")).toEqual(parsePeriod("1402-05", "JALALI"));
    expect(periodOfCode("2023-Q3")).toEqual(parsePeriod("2023-Q3", "GREGORIAN"));
    expect(() => periodOfCode("1700")).toThrow(PeriodError);
    expect(() => periodOfCode("last year")).toThrow(PeriodError);
  });

  it("say how to write them when they cannot be read", () => {
    expect(() => parsePeriod("1402-13", "JALALI")).toThrow("write 1402, 1402-Q2 or 1402-05");
    expect(() => parsePeriod("2023", "JALALI")).toThrow("it looks like a year of the calendar GREGORIAN");
    expect(() => parsePeriod("0900", "JALALI")).toThrow(PeriodError);
    expect(() => parsePeriod("last year", "GREGORIAN")).toThrow(RangeError);
  });

  it("are named in both languages", () => {
    const label = (code: string, calendar: Calendar) => {
      const period = parsePeriod(code, calendar);
      return [periodLabel(period, "fa"), periodLabel(period, "en")];
    };
    expect(label("1402-05", "JALALI")).toEqual(["مرداد ۱۴۰۲", "Mordad 1402"]);
    expect(label("1402-Q2", "JALALI")).toEqual(["تابستان ۱۴۰۲", "Q2 1402 (Tir–Shahrivar)"]);
    expect(label("1402", "JALALI")).toEqual(["۱۴۰۲", "1402"]);
    expect(label("2023-08", "GREGORIAN")).toEqual(["اوت ۲۰۲۳", "August 2023"]);
    expect(label("2023-Q3", "GREGORIAN")).toEqual(["سه‌ماههٔ سوم ۲۰۲۳", "Q3 2023 (July–September)"]);
  });

  it("hold the day they were asked for, and follow each other without a gap", () => {
    const calendars = fc.constantFrom<Calendar>("JALALI", "GREGORIAN");
    const frequencies = fc.constantFrom<Frequency>("MONTH", "QUARTER", "YEAR");
    fc.assert(
      fc.property(days, calendars, frequencies, (day, calendar, frequency) => {
        const period = periodOf(day, calendar, frequency);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(parsePeriod(period.code, calendar)).toEqual(period);
        expect(periodFromOrdinal(calendar, frequency, period.ordinal + 1).from).toBe(addDays(period.to, 1));
      }),
    );
  });
});

describe("segments", () => {
  const all = segments();

  it("partition the days of 1300 to 1450", () => {
    expect(all[0]).toMatchObject({ segment: 0, startsOn: FIRST });
    expect(all.at(-1)?.endsOn).toBe(addDays(fromJalali(1451, 1, 1), -1));
    for (const [index, segment] of all.entries()) {
      expect(segment.segment).toBe(index);
      expect(segment.startsOn <= segment.endsOn).toBe(true);
      const next = all[index + 1];
      if (next) expect(next.startsOn).toBe(addDays(segment.endsOn, 1));
    }
  });

  it("make up every month, quarter and year of both calendars exactly", () => {
    const bins = [
      ["jm", "JALALI", "MONTH"],
      ["jq", "JALALI", "QUARTER"],
      ["jy", "JALALI", "YEAR"],
      ["gm", "GREGORIAN", "MONTH"],
      ["gq", "GREGORIAN", "QUARTER"],
      ["gy", "GREGORIAN", "YEAR"],
    ] as const;
    const bounds = { from: FIRST, to: all.at(-1)?.endsOn ?? "" };
    for (const [field, calendar, frequency] of bins)
      for (const [ordinal, members] of Map.groupBy(all, (segment) => segment[field])) {
        const { from, to } = periodFromOrdinal(calendar, frequency, ordinal);
        if (from < bounds.from || to > bounds.to) continue;
        expect([members[0]?.startsOn, members.at(-1)?.endsOn]).toEqual([from, to]);
        expect((members.at(-1)?.segment ?? 0) - (members[0]?.segment ?? 0)).toBe(members.length - 1);
      }
  });

  it("are no longer than one month of either calendar", () => {
    for (const { startsOn, endsOn, jm, gm } of all) {
      expect(periodOf(endsOn, "JALALI", "MONTH").ordinal).toBe(jm);
      expect(periodOf(startsOn, "GREGORIAN", "MONTH").ordinal).toBe(gm);
    }
  });
});

describe("a weekday in a text", () => {
  it("names the year", () => {
    expect(weekdayMatches(2, 20, "MONDAY", [1399, 1400, 1401])).toEqual([1400]);
  });

  it("names no year that lacks the date", () => {
    expect(weekdayMatches(12, 30, "FRIDAY", [1400, 1401, 1402])).toEqual([]);
  });
});

describe("digits", () => {
  it("are turned between the three scripts", () => {
    expect(toPersianDigits("1402-05")).toBe("۱۴۰۲-۰۵");
    expect(toPersianDigits("٣ روز")).toBe("۳ روز");
    expect(toLatinDigits("۱۴۰۲ و ٤٥٦")).toBe("1402 و 456");
  });
});
