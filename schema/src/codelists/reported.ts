import { defineCodelist, rows } from "../codelist.ts";

export const CL_FIGURE_KIND = defineCodelist({
  id: "CL_FIGURE_KIND",
  title: { fa: "نوع رقم", en: "Kind of figure" },
  source: "Karnameh",
  codes: rows([
    ["STOCK", "موجودی", "Stock"],
    ["FLOW", "جریان", "Flow"],
    ["RATE", "نرخ", "Rate"],
    ["TARGET", "هدف", "Target"],
    ["FORECAST", "پیش‌بینی", "Forecast"],
    ["PARAMETER", "پارامتر قاعده", "Parameter of a rule"],
  ]),
});

export const CL_QUALIFIER = defineCodelist({
  id: "CL_QUALIFIER",
  title: { fa: "قید رقم", en: "Qualifier of a figure" },
  source: "Karnameh",
  codes: rows([
    ["EQ", "برابر با", "Equal to"],
    ["GT", "بیش از", "More than"],
    ["GE", "دست‌کم", "At least"],
    ["LT", "کمتر از", "Less than"],
    ["LE", "حداکثر", "At most"],
    ["APPROX", "حدود", "About"],
    ["APPROX_BELOW", "نزدیک به", "Nearly"],
  ]),
});

export const CL_RELATION_KIND = defineCodelist({
  id: "CL_RELATION_KIND",
  title: { fa: "نوع رابطهٔ رقم‌ها", en: "Kind of relation between figures" },
  source: "Karnameh",
  codes: rows([
    ["SUM", "مجموع", "Sum"],
    ["RATIO", "نسبت", "Ratio"],
    ["DIFFERENCE", "تفاضل", "Difference"],
    ["SAME_AS", "همان رقم", "Same as"],
    ["PART_OF", "جزئی از", "Part of"],
  ]),
});

export const CL_EXTRACTION = defineCodelist({
  id: "CL_EXTRACTION",
  title: { fa: "شیوهٔ استخراج", en: "Extraction" },
  source: "Karnameh",
  codes: rows([
    ["HUMAN", "انسان", "By a person"],
    ["MACHINE", "ماشین", "By a program"],
  ]),
});

export const CL_BASIS = defineCodelist({
  id: "CL_BASIS",
  title: { fa: "مبنای مشاهده", en: "Basis of an observation" },
  source: "Karnameh, after ILOSTAT",
  codes: rows([
    ["REPORTED", "گزارش‌شده", "Reported"],
    ["MODELLED", "برآورد مدل", "Modelled estimate"],
    ["PROJECTION", "پیش‌نگری", "Projection"],
  ]),
});

export const CL_WEEKDAY = defineCodelist({
  id: "CL_WEEKDAY",
  title: { fa: "روز هفته", en: "Day of the week" },
  source: "ISO 8601",
  codes: rows([
    ["MONDAY", "دوشنبه", "Monday"],
    ["TUESDAY", "سه‌شنبه", "Tuesday"],
    ["WEDNESDAY", "چهارشنبه", "Wednesday"],
    ["THURSDAY", "پنجشنبه", "Thursday"],
    ["FRIDAY", "جمعه", "Friday"],
    ["SATURDAY", "شنبه", "Saturday"],
    ["SUNDAY", "یکشنبه", "Sunday"],
  ]),
});

export const CL_SEVERITY = defineCodelist({
  id: "CL_SEVERITY",
  title: { fa: "شدت ناسازگاری", en: "Severity of an inconsistency" },
  source: "Karnameh",
  codes: rows([
    ["NOTE", "در حد گردکردن", "Within rounding"],
    ["WARNING", "نیازمند توضیح", "Needs an explanation"],
    ["CONTRADICTION", "تناقض", "Contradiction"],
  ]),
});

export const CL_INCONSISTENCY_REASON = defineCodelist({
  id: "CL_INCONSISTENCY_REASON",
  title: { fa: "دلیل ناسازگاری", en: "Reason of an inconsistency" },
  source: "Karnameh",
  codes: rows([
    ["SUM_DIFFERS", "جمع اجزا به کل نمی‌رسد", "The parts do not add up to the whole"],
    ["DIFFERENCE_DIFFERS", "تفاضل با رقم گفته‌شده نمی‌خواند", "The difference is not the one stated"],
    ["RATIO_DIFFERS", "نسبت با رقم گفته‌شده نمی‌خواند", "The ratio is not the one stated"],
    ["VALUES_DIFFER", "یک چیز با دو مقدار گفته شده است", "One thing is stated with two values"],
    ["PART_EXCEEDS_WHOLE", "جزء از کل بزرگ‌تر است", "The part is larger than the whole"],
    ["DATES_DIFFER", "برای یک کار دو تاریخ گفته شده است", "One act is stated with two dates"],
    ["WEEKDAY_DIFFERS", "روز هفته با تاریخ نمی‌خواند", "The day of the week does not fit the date"],
    [
      "UNITS_DIFFER",
      "یکاها یکی نیستند: نفر، نفر-دوره و سند با هم سنجیده شده‌اند",
      "The units differ: persons, person-courses and documents are set against each other",
    ],
    ["STOCK_AGAINST_FLOW", "موجودی در برابر جریان نهاده شده است", "A stock is set against a flow"],
    ["TARGET_AGAINST_RESULT", "نتیجه به هدف نرسیده است", "The result is short of the target"],
    ["FORECAST_FALSIFIED", "پیش‌بینی درست از آب درنیامد", "The forecast did not come true"],
  ]),
});

export const CL_CONF_STATUS = defineCodelist({
  id: "CL_CONF_STATUS",
  title: { fa: "وضع محرمانگی", en: "Confidentiality status" },
  source: "SDMX CL_CONF_STATUS, four of its codes",
  codes: rows([
    ["F", "آزاد", "Free"],
    ["N", "برای انتشار نیست", "Not for publication"],
    ["C", "محرمانه (پوشش اولیه)", "Confidential (primary)"],
    ["D", "پوشش ثانویه", "Secondary confidentiality"],
  ]),
});

export const CL_RELEASE_KIND = defineCodelist({
  id: "CL_RELEASE_KIND",
  title: { fa: "سبب انتشار", en: "Cause of a release" },
  source: "Karnameh",
  codes: rows([
    ["ROUTINE", "طبق تقویم انتشار", "By the release calendar"],
    ["LATE_REPORT", "گزارش دیررسیده", "Late reports"],
    ["METHOD_CHANGE", "تغییر روش", "Change of method"],
    ["ERROR", "رفع خطا", "Correction of an error"],
    ["DISCLOSURE", "حفظ محرمانگی", "Protection of confidentiality"],
  ]),
});
