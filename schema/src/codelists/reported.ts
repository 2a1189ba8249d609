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
  title: { fa: "دلیل ناسازگاری", en: "Reason for an inconsistency" },
  source: "Karnameh",
  codes: rows([
    ["SUM_DIFFERS", "جمع اجزا با کل برابر نیست", "The parts do not add up to the whole"],
    ["DIFFERENCE_DIFFERS", "تفاضل با رقم اعلام‌شده برابر نیست", "The difference is not the stated one"],
    ["RATIO_DIFFERS", "نسبت با رقم اعلام‌شده برابر نیست", "The ratio is not the stated one"],
    ["VALUES_DIFFER", "برای یک چیز دو مقدار اعلام شده است", "Two values are stated for the same thing"],
    ["PART_EXCEEDS_WHOLE", "جزء از کل بزرگ‌تر است", "The part is larger than the whole"],
    ["DATES_DIFFER", "برای یک رویداد دو تاریخ اعلام شده است", "Two dates are stated for the same event"],
    ["WEEKDAY_DIFFERS", "روز هفته با تاریخ مطابقت ندارد", "The day of the week does not match the date"],
    [
      "UNITS_DIFFER",
      "واحدها یکسان نیستند: نفر، نفر-دوره و سند با هم مقایسه شده‌اند",
      "The units differ: persons, person-courses and documents are compared",
    ],
    ["STOCK_AGAINST_FLOW", "موجودی با جریان مقایسه شده است", "A stock is compared with a flow"],
    ["TARGET_AGAINST_RESULT", "نتیجه به هدف نرسیده است", "The result is below the target"],
    ["FORECAST_FALSIFIED", "پیش‌بینی محقق نشد", "The forecast did not come true"],
  ]),
});

export const CL_CONF_STATUS = defineCodelist({
  id: "CL_CONF_STATUS",
  title: { fa: "وضعیت محرمانگی", en: "Confidentiality status" },
  source: "SDMX CL_CONF_STATUS, four of its codes",
  codes: rows([
    ["F", "آزاد", "Free"],
    ["N", "برای انتشار نیست", "Not for publication"],
    ["C", "محرمانه (اولیه)", "Confidential (primary)"],
    ["D", "محرمانه (ثانویه)", "Secondary confidentiality"],
  ]),
});

export const CL_RELEASE_KIND = defineCodelist({
  id: "CL_RELEASE_KIND",
  title: { fa: "نوع انتشار", en: "Kind of release" },
  source: "Karnameh",
  codes: rows([
    ["ROUTINE", "طبق تقویم انتشار", "According to the release calendar"],
    ["LATE_REPORT", "گزارش دیررسیده", "Late reports"],
    ["METHOD_CHANGE", "تغییر روش", "Change of method"],
    ["ERROR", "رفع خطا", "Correction of an error"],
    ["DISCLOSURE", "حفظ محرمانگی", "Protection of confidentiality"],
  ]),
});
