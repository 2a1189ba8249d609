import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_CLOSURE_REASON, CL_HOLIDAY_KIND, CL_WEEKEND_SCOPE } from "../codelists/licensing.ts";
import { CL_WEEKDAY } from "../codelists/reported.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, day, jalaliYear, slug, text } from "../field.ts";

export const CalendarPublished = defineEvent({
  type: "CalendarPublished",
  version: 1,
  context: "licensing",
  title: { fa: "تقویم رسمی منتشر شد", en: "Calendar published" },
  meaning: {
    fa: "نسخه‌ای از تقویم رسمی یک سال شمسی با تعطیلات آن منتشر شد. جای تعطیلات قمری با رؤیت ماه دیگر می‌شود و نسخهٔ تازه می‌خواهد.",
    en: "A version of the official calendar of a Jalali year was published with its holidays. Lunar feasts move with the sighting of the moon and need a new version.",
  },
  effectiveOn: { fa: "روز انتشار", en: "The day of publication" },
  producers: ["agency"],
  stream: { category: "calendar", key: "calendarVersion" },
  data: {
    calendarVersion: slug("calendar version"),
    jalaliYear: jalaliYear(),
    holidays: z
      .array(z.strictObject({ day: day(), kind: code(CL_HOLIDAY_KIND), title: bilingual() }))
      .min(1)
      .max(100),
  },
});

export const ClosureDeclared = defineEvent({
  type: "ClosureDeclared",
  version: 1,
  context: "licensing",
  title: { fa: "تعطیلی موردی اعلام شد", en: "Closure declared" },
  meaning: {
    fa: "دولت یک روز را در کشور یا در استانی تعطیل کرد. آن روز، اگر هم در همان روز اعلام شود، روز کاری نیست.",
    en: "The government closed a day in the country or in a province. Even where it is declared on that very day it is no working day.",
  },
  effectiveOn: { fa: "روز تعطیل", en: "The day that is closed" },
  producers: ["agency"],
  stream: { category: "closure", key: "closureId" },
  data: {
    closureId: slug("closure"),
    calendarVersion: slug("calendar version"),
    area: code(CL_AREA),
    reason: code(CL_CLOSURE_REASON),
  },
});

export const ClosureWithdrawn = defineEvent({
  type: "ClosureWithdrawn",
  version: 1,
  context: "licensing",
  title: { fa: "تعطیلی موردی لغو شد", en: "Closure withdrawn" },
  meaning: {
    fa: "تعطیلی‌ای که اعلام شده بود لغو شد و آن روز دوباره کاری است.",
    en: "A closure that had been declared was withdrawn; the day is a working day again.",
  },
  effectiveOn: { fa: "روز لغو", en: "The day of the withdrawal" },
  producers: ["agency"],
  stream: { category: "closure", key: "closureId" },
  data: {
    closureId: slug("closure"),
    calendarVersion: slug("calendar version"),
    reason: text().optional(),
  },
});

export const WeekendRuleSet = defineEvent({
  type: "WeekendRuleSet",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "قاعدهٔ تعطیلی هفتگی تعیین شد", en: "Weekend rule set" },
  meaning: {
    fa: "گفته شد که از این روز کدام روزهای هفته، و برای چه کسانی، تعطیل است.",
    en: "It was said which days of the week are days of rest from this day on, and for whom.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار", en: "The first day on which the rule is valid" },
  producers: ["agency"],
  stream: { category: "weekend", key: "scope" },
  data: {
    scope: code(CL_WEEKEND_SCOPE),
    restDays: z.array(code(CL_WEEKDAY)).min(1).max(7),
  },
});
