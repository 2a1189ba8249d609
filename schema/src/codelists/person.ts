import { defineCodelist, rows } from "../codelist.ts";

export const CL_SEX = defineCodelist({
  id: "CL_SEX",
  title: { fa: "جنس", en: "Sex" },
  source: "SDMX CL_SEX; O as ILOSTAT has it",
  codes: rows([
    ["F", "زن", "Female"],
    ["M", "مرد", "Male"],
    ["O", "سایر", "Other"],
  ]),
});

const persian = new Intl.NumberFormat("fa", { useGrouping: false });

/** Y0T4 to Y70T74, five years each. */
const fiveYears = Array.from({ length: 15 }, (_, index) => index * 5).map((from) => ({
  code: `Y${from}T${from + 4}`,
  title: {
    fa: `${persian.format(from)} تا ${persian.format(from + 4)} ساله`,
    en: `${from} to ${from + 4} years`,
  },
}));

export const CL_AGE5 = defineCodelist({
  id: "CL_AGE5",
  title: { fa: "گروه سنی پنج‌ساله", en: "Five-year age group" },
  source: "SDMX CL_AGE, five-year groups",
  codes: [...fiveYears, { code: "Y_GE75", title: { fa: "۷۵ ساله و بیشتر", en: "75 years and over" } }],
});

export const CL_ISCED = defineCodelist({
  id: "CL_ISCED",
  title: { fa: "سطح تحصیلات", en: "Education" },
  source: "ISCED 2011, UNESCO; Persian titles are Karnameh’s",
  codes: rows([
    ["ISCED11_0", "پیش‌دبستانی", "Early childhood education"],
    ["ISCED11_1", "ابتدایی", "Primary education"],
    ["ISCED11_2", "متوسطهٔ اول", "Lower secondary education"],
    ["ISCED11_3", "متوسطهٔ دوم", "Upper secondary education"],
    ["ISCED11_4", "پس از متوسطه، غیردانشگاهی", "Post-secondary non-tertiary education"],
    ["ISCED11_5", "کاردانی", "Short-cycle tertiary education"],
    ["ISCED11_6", "کارشناسی یا معادل", "Bachelor’s or equivalent level"],
    ["ISCED11_7", "کارشناسی ارشد یا معادل", "Master’s or equivalent level"],
    ["ISCED11_8", "دکتری یا معادل", "Doctoral or equivalent level"],
  ]),
});
