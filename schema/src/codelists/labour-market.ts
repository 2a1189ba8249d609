import { defineCodelist, rows } from "../codelist.ts";

export const CL_LABOUR_STATUS = defineCodelist({
  id: "CL_LABOUR_STATUS",
  title: { fa: "وضع فعالیت", en: "Labour force status" },
  source: "Thirteenth International Conference of Labour Statisticians, International Labour Office",
  codes: rows([
    ["EMPLOYED", "شاغل", "Employed"],
    ["UNEMPLOYED", "بیکار", "Unemployed"],
    ["OUTSIDE", "خارج از نیروی کار", "Outside the labour force"],
  ]),
});

export const CL_JOBSEEKER_END = defineCodelist({
  id: "CL_JOBSEEKER_END",
  title: { fa: "علت پایان کارجویی", en: "Reason a job search ended" },
  source: "Karnameh",
  codes: rows([
    ["FOUND_WORK", "شاغل شد", "Found work"],
    ["IN_TRAINING", "وارد آموزش شد", "Entered training"],
    ["NOT_SEEKING", "دیگر در جست‌وجوی کار نیست", "No longer looking for work"],
    ["NOT_CONFIRMED", "جست‌وجو تأیید نشد", "Search was not confirmed"],
    ["RETIRED", "بازنشسته شد", "Retired"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_CHECKPOINT = defineCodelist({
  id: "CL_CHECKPOINT",
  title: { fa: "موعد پیگیری", en: "Follow-up time after completion" },
  source: "EQAVET, indicator 5; six months is national practice",
  codes: rows([
    ["M6", "شش ماه پس از پایان", "Six months after"],
    ["M12", "دوازده ماه پس از پایان", "Twelve months after"],
    ["M36", "سی‌وشش ماه پس از پایان", "Thirty-six months after"],
  ]),
});

export const CL_DESTINATION = defineCodelist({
  id: "CL_DESTINATION",
  title: { fa: "وضعیت پس از آموزش", en: "Destination after training" },
  source: "Karnameh, after EQAVET, indicator 5",
  codes: rows([
    ["EMPLOYED", "مزد و حقوق‌بگیر", "Employed"],
    ["SELF_EMPLOYED", "خویش‌فرما", "Self-employed"],
    ["FURTHER_TRAINING", "ادامهٔ آموزش", "Further training"],
    ["CONSCRIPT", "خدمت وظیفه", "Conscript"],
    ["OTHER", "وضعیت معلوم دیگر", "Another known destination"],
    ["UNKNOWN", "نامعلوم", "Not known"],
  ]),
});

export const CL_EVIDENCE = defineCodelist({
  id: "CL_EVIDENCE",
  title: { fa: "منبع تأیید", en: "Evidence" },
  source: "Karnameh",
  codes: rows([
    ["INSURANCE", "تطبیق با لیست‌های بیمه", "Match with contribution lists"],
    ["SURVEY", "آمارگیری", "Survey"],
    ["EMPLOYER", "گزارش کارفرما", "Report of the employer"],
  ]),
});

export const CL_COMPETENCE = defineCodelist({
  id: "CL_COMPETENCE",
  title: { fa: "شایستگی", en: "Competence" },
  source: "Karnameh",
  codes: rows([
    ["TECHNICAL", "فنی", "Technical"],
    ["SAFETY", "ایمنی و بهداشت کار", "Safety and health at work"],
    ["TEAMWORK", "کار گروهی", "Teamwork"],
    ["COMMUNICATION", "ارتباط", "Communication"],
    ["PROBLEM_SOLVING", "حل مسئله", "Problem solving"],
    ["DIGITAL", "دیجیتال", "Digital"],
  ]),
});
