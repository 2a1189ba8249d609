import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { employment } from "./employment.ts";
import { uninsured } from "./uninsured.ts";

const employed: Indicator = {
  code: "employed",
  theme: "workforce",
  title: { fa: "شاغلان ثبت‌شده", en: "Persons employed (registered)" },
  meaning: {
    fa: "تعداد افرادی که در آخرین روز بازه اشتغال ثبت‌شده دارند. کسی که دو شغل دارد یک بار، با شغل نخست، شمرده می‌شود.",
    en: "Number of persons in recorded employment on the last day of the period. A person with two jobs counts once, with the earlier job.",
  },
  notCounted: {
    fa: "کار ثبت‌نشده، خوداشتغالی ثبت‌نشده و کار فامیلی. این رقم ثبتی است، نه برآورد آمارگیری نیروی کار. از سال‌های پیش از آغاز ثبت، تنها اشتغال‌هایی دیده می‌شوند که تا آغاز ثبت ادامه داشتند.",
    en: "Unrecorded work, unrecorded self-employment and family work. A register count, not a survey estimate. For the years before the register opened, only jobs that lasted until then are included.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "رقم ثبتی؛ نزدیک‌ترین شاخص سازمان بین‌المللی کار، اشتغال به تفکیک جنس است",
    en: "A register count; the nearest ILO indicator is EMP_TEMP_SEX_NB",
  },
  codes: { ilo: "EMP_TEMP_SEX_NB" },
  formula: { kind: "sum", of: { cube: employment, measure: "employed" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

const uninsuredShare: Indicator = {
  code: "uninsured_employment_share",
  theme: "workforce",
  title: { fa: "سهم اشتغال بیمه‌نشدهٔ ثبت‌شده", en: "Uninsured share of registered employment" },
  meaning: {
    fa: "سهم اشتغال‌هایی که کارفرما بیمه‌نشده ثبت کرده است، از همهٔ اشتغال‌های ثبت‌شده در آخرین روز بازه که وضعیت بیمهٔ آن‌ها معلوم است. این شاخص نشانهٔ ثبتی اشتغال غیررسمی است.",
    en: "Share of the jobs recorded as uninsured among all recorded jobs on the last day of the period whose insurance is known. A register proxy for informality.",
  },
  notCounted: {
    fa: "کار ثبت‌نشده، که بیشتر کار غیررسمی را تشکیل می‌دهد؛ برآورد آمارگیری شاخص جداگانه‌ای دارد. واحد شمارش، شغل است: کسی که دو شغل دارد دو بار شمرده می‌شود. بیمه‌شدن پس از آغاز کار به حساب نمی‌آید.",
    en: "Unrecorded work, which is most of informal work; the survey estimate is a separate indicator. The unit is the job: a person with two jobs counts twice. Insurance that began after the job is not included.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف کارنامه، بر پایهٔ ثبت کارفرما؛ مشابه شاخص ۸٫۳٫۱ اهداف توسعهٔ پایدار است، اما با آن یکی نیست",
    en: "Defined by Karnameh, from employers' records; similar to SDG 8.3.1, but not the same",
  },
  codes: {},
  formula: {
    kind: "ratio",
    over: { cube: uninsured, measure: "uninsured" },
    under: { cube: uninsured, measure: "employments" },
  },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

export const workforceIndicators: readonly Indicator[] = [employed, uninsuredShare];
