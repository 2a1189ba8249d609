import { defineCodelist, rows } from "../codelist.ts";

export const CL_ORIGIN = defineCodelist({
  id: "CL_ORIGIN",
  title: { fa: "منشأ داده", en: "Origin" },
  source: "Karnameh",
  codes: rows([
    ["RECORDED", "ثبت‌شده", "Recorded"],
    ["SYNTHETIC", "ساختگی (شبیه‌سازی‌شده)", "Synthetic (simulated)"],
  ]),
});

export const CL_OBS_STATUS = defineCodelist({
  id: "CL_OBS_STATUS",
  title: { fa: "وضعیت مشاهده", en: "Observation status" },
  source: "SDMX CL_OBS_STATUS 2.2, the seven that Karnameh uses",
  codes: rows([
    ["A", "عادی", "Normal"],
    ["P", "مقدماتی", "Provisional"],
    ["M", "بدون داده", "Missing"],
    ["Q", "محرمانه", "Suppressed"],
    ["E", "برآوردی", "Estimated"],
    ["U", "کم‌اعتبار", "Low reliability"],
    ["B", "گسست در سری زمانی", "Time series break"],
  ]),
});

export const CL_UNIT = defineCodelist({
  id: "CL_UNIT",
  title: { fa: "واحد", en: "Unit" },
  source: "Karnameh",
  codes: rows([
    ["PERSONS", "نفر", "Persons"],
    ["PERSON_COURSES", "نفر-دوره", "Person-courses"],
    ["PERSONS_AMBIGUOUS", "نفر یا نفر-دوره (نامشخص)", "Persons or person-courses (not stated)"],
    ["PERSON_HOURS", "نفر-ساعت", "Person-hours"],
    ["HOURS", "ساعت", "Hours"],
    ["PERSON_DAYS", "نفر-روز", "Person-days"],
    ["PERSON_DAYS_PER_1000", "نفر-روز برای هر هزار نفر", "Person-days per 1,000 employees"],
    ["STOPPAGES", "توقف کار", "Stoppages"],
    ["DEALINGS", "مورد", "Contacts"],
    ["USD_PER_PERSON", "دلار به قیمت ثابت برای هر نفر", "US dollars at constant prices per person"],
    ["CERTIFICATES", "فقره گواهینامه", "Certificates"],
    ["ASSESSMENTS", "آزمون", "Assessments"],
    ["LICENCES", "فقره مجوز", "Licences"],
    ["SITES", "مرکز آزمون", "Sites"],
    ["UNITS", "واحد تولیدی یا صنفی", "Production or guild units"],
    ["ESTABLISHMENTS", "کارگاه", "Establishments"],
    ["POSTS", "جایگاه شغلی", "Posts"],
    ["LISTS", "لیست بیمه", "Contribution lists"],
    ["PERCENT", "درصد", "Percent"],
    ["RATIO", "نسبت", "Ratio"],
    ["DAYS", "روز", "Days"],
    ["WORKING_DAYS", "روز کاری", "Working days"],
    ["YEARS", "سال", "Years"],
    ["IRR", "ریال", "Iranian rials"],
    ["USD", "دلار به قیمت ثابت", "US dollars at constant prices"],
    ["DECILES", "دهک", "Deciles"],
    ["ITEMS", "قلم", "Items"],
    ["MEMORANDA", "تفاهم‌نامه", "Memoranda of understanding"],
    ["COUNTRIES", "کشور", "Countries"],
    ["DATE", "تاریخ", "Date"],
    ["JALALI_YEAR", "سال هجری شمسی", "Jalali year"],
    ["GREGORIAN_YEAR", "سال میلادی", "Gregorian year"],
    ["RELATIVE_YEAR", "سال نسبی", "Relative year"],
    ["PLACE", "مکان", "Place"],
    ["QUALITATIVE", "کیفی (بدون عدد)", "Qualitative (no number)"],
  ]),
});
