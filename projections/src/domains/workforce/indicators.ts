import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { employment } from "./employment.ts";
import { uninsured } from "./uninsured.ts";

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

const uninsuredShare: Indicator = {
  code: "uninsured_employment_share",
  theme: "workforce",
  title: { fa: "سهم اشتغال بیمه‌نشده در ثبت", en: "Uninsured share of registered employment" },
  meaning: {
    fa: "سهم اشتغال‌هایی که کارفرما بیمه‌نشده ثبت کرده، از همهٔ اشتغال‌های ثبت‌شده‌ای که در روز پایان بازه برقرارند و بیمه‌داشتن آن‌ها معلوم است. نمایندهٔ ثبتیِ غیررسمی‌بودن.",
    en: "Share of the employments recorded as uninsured in all recorded employments in force on the last day of the period of which it is known. A proxy of informality from the register.",
  },
  notCounted: {
    fa: "کار ثبت‌نشده، که بیشترِ کار غیررسمی است؛ برآورد آمارگیری شاخص خود را دارد. واحد اشتغال است: کسی که دو کار دارد دو بار شمرده می‌شود. بیمه‌شدنِ پس از آغاز کار دیده نمی‌شود.",
    en: "Work that nobody recorded, which most informal work is; the survey estimate is an indicator of its own. Employments are counted: a person with two jobs counts twice. Insurance that began after the job is not seen.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "تعریف این سامانه، از ثبت کارفرما؛ نزدیک به SDG 8.3.1 ولی نه خودِ آن",
    en: "Defined by this system, from what employers record; near to SDG 8.3.1 and not it",
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
