import { everyCalendar, everyFrequency, type Indicator } from "../engine/indicator.ts";
import { employment } from "./employment.ts";

const employed: Indicator = {
  code: "employed",
  theme: "workforce",
  title: { fa: "شاغلان ثبت‌شده", en: "Persons employed (registered)" },
  meaning: {
    fa: "شمار افرادی که در روز پایان بازه در استخدامِ ثبت‌شده‌اند؛ کسی که دو شغل دارد یک بار، با شغل نخست.",
    en: "Persons in recorded employment on the last day of the period; one with two jobs counts once, by the earlier.",
  },
  notCounted: {
    fa: "کار ثبت‌نشده، خوداشتغالی بی‌ثبت و کار خانوادگی. این شمار ثبتی است، نه برآورد آمارگیری نیروی کار. از سال‌های پیش از آغاز ثبت تنها کارهایی دیده می‌شوند که تا آغاز ثبت پابرجا بوده‌اند.",
    en: "Work nobody recorded, unrecorded self-employment and family work. A register count, not a survey estimate. Of the years before the register opened only the jobs that lasted until then are seen.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: {
    fa: "شمار ثبتی؛ نزدیک‌ترین شاخص سازمان بین‌المللی کار EMP_TEMP_SEX_NB است",
    en: "A register count; the nearest ILO indicator is EMP_TEMP_SEX_NB",
  },
  codes: { ilo: "EMP_TEMP_SEX_NB" },
  formula: { kind: "sum", of: { cube: employment, measure: "employed" } },
  calendars: everyCalendar,
  frequencies: everyFrequency,
};

export const workforceIndicators: readonly Indicator[] = [employed];
