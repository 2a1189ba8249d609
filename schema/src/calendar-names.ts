import type { Lang } from "./text.ts";

type Names = Readonly<Record<Lang, readonly string[]>>;

export const MONTHS: Readonly<Record<"JALALI" | "GREGORIAN", Names>> = {
  JALALI: {
    fa: "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" "),
    en: "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split(" "),
  },
  GREGORIAN: {
    fa: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(" "),
    en: "January February March April May June July August September October November December".split(" "),
  },
};

/** The seasons that the quarters of the Jalali year are. */
export const SEASONS = "بهار تابستان پاییز زمستان".split(" ");

/** The quarters of the Gregorian year in Persian. */
export const QUARTERS = ["سه‌ماههٔ اول", "سه‌ماههٔ دوم", "سه‌ماههٔ سوم", "سه‌ماههٔ چهارم"];
