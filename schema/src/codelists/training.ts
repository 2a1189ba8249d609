import { defineCodelist, rows } from "../codelist.ts";

const source =
  "Karnameh, after the programmes and centres of the Technical and Vocational Training Organization";

export const CL_PROVIDER = defineCodelist({
  id: "CL_PROVIDER",
  title: { fa: "نوع مرکز آموزش", en: "Kind of training provider" },
  source,
  codes: rows([
    ["STATE_CENTRE", "مرکز دولتی", "State training centre"],
    ["PRIVATE_SCHOOL", "آموزشگاه آزاد", "Private training school"],
    ["WORKPLACE_CENTRE", "مرکز جوار کارگاهی", "Workplace-adjacent centre"],
    ["INTER_WORKPLACE_CENTRE", "مرکز بین‌کارگاهی", "Inter-workplace centre"],
    ["HOST_UNIT", "واحد میزبان صنعتی یا صنفی", "Industrial or guild host unit"],
    ["UNIVERSITY", "دانشگاه یا مؤسسهٔ آموزش عالی", "University or higher-education institute"],
    ["SUMMER_SCHOOL", "مدرسهٔ مهارت تابستانی", "Summer skill school"],
  ]),
});

export const CL_PROGRAMME = defineCodelist({
  id: "CL_PROGRAMME",
  title: { fa: "طرح آموزشی", en: "Training programme" },
  source,
  codes: rows([
    ["GENERAL", "آموزش عمومی مهارت", "General skill training"],
    ["KAHAD", "کهاد (دانشجویان)", "Kahad (university students)"],
    ["NAKHLESTAN", "نخلستان (دانش‌آموختگان)", "Nakhlestan (graduates)"],
    ["REAL_WORKPLACE", "آموزش در محیط واقعی کار", "Training in a real workplace"],
    ["SUMMER_SKILL", "مهارت تابستانی", "Summer skills"],
    [
      "RELIEF_EMPLOYABLE",
      "آموزش اشتغال‌پذیر مددجویان کمیتهٔ امداد",
      "Training for employable Relief Committee clients",
    ],
    ["EMPLOYER_CONTRACT", "آموزش در قالب قرارداد با کارفرما", "Training under contract with an employer"],
  ]),
});

export const CL_TARGET_GROUP = defineCodelist({
  id: "CL_TARGET_GROUP",
  title: { fa: "گروه هدف", en: "Target group" },
  source,
  codes: rows([
    ["HARMED_FAMILY", "خانواده‌های آسیب‌دیدهٔ اجتماعی", "Families affected by social harm"],
    ["DISABLED", "افراد دارای معلولیت", "Persons with disabilities"],
    ["REFUGEE", "پناهندگان و اتباع خارجی", "Refugees and foreign nationals"],
    ["GRADUATE", "دانش‌آموختگان", "Graduates"],
    ["PUPIL", "دانش‌آموزان", "Pupils"],
    ["STUDENT", "دانشجویان", "University students"],
    ["HOMEMAKER", "زنان خانه‌دار", "Homemakers"],
    ["WOMAN_HEAD", "زنان سرپرست خانوار", "Women heads of household"],
    ["PRISONER", "زندانیان", "Prisoners"],
    ["INFORMAL_SETTLEMENT", "ساکنان سکونتگاه‌های غیررسمی", "Residents of informal settlements"],
    ["RURAL", "روستاییان", "Rural residents"],
    ["BORDER", "ساکنان مناطق محروم مرزی", "Residents of deprived border areas"],
    ["CONSCRIPT", "سربازان وظیفه", "Conscripts"],
    ["ENTERPRISE_WORKER", "شاغلان بنگاه‌ها", "Workers of enterprises"],
    ["NOMAD", "عشایر", "Nomads"],
    ["STREET_CHILD", "کودکان کار و خیابان", "Working and street children"],
    ["RELIEF_CLIENT", "مددجویان کمیتهٔ امداد", "Relief Committee clients"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_ASSESSMENT_MODE = defineCodelist({
  id: "CL_ASSESSMENT_MODE",
  title: { fa: "نوع آزمون", en: "Mode of assessment" },
  source,
  codes: rows([
    ["THEORY", "کتبی (الکترونیکی)", "Theory"],
    ["PRACTICAL", "عملی", "Practical"],
  ]),
});

export const CL_COUNT_BASIS = defineCodelist({
  id: "CL_COUNT_BASIS",
  title: { fa: "مبنای شمارش", en: "Basis of a count" },
  source,
  codes: rows([
    ["PERSONS", "نفر", "Persons"],
    ["PERSON_COURSES", "نفر-دوره", "Person-courses"],
  ]),
});

export const CL_HOST_UNIT = defineCodelist({
  id: "CL_HOST_UNIT",
  title: { fa: "نوع واحد میزبان", en: "Kind of host unit" },
  source,
  codes: rows([
    ["INDUSTRIAL", "صنعتی و تولیدی", "Industrial"],
    ["GUILD", "صنفی", "Guild"],
    ["SERVICE", "خدماتی", "Service"],
    ["AGRICULTURE", "کشاورزی", "Agricultural"],
  ]),
});

export const CL_SITE_KIND = defineCodelist({
  id: "CL_SITE_KIND",
  title: { fa: "نوع مرکز آزمون", en: "Kind of assessment site" },
  source,
  codes: rows([
    ["PRACTICAL_WORKSHOP", "کارگاه آزمون عملی", "Practical workshop"],
    ["ELECTRONIC", "مرکز آزمون الکترونیکی", "Electronic"],
  ]),
});

export const CL_APPEAL_OUTCOME = defineCodelist({
  id: "CL_APPEAL_OUTCOME",
  title: { fa: "نتیجهٔ اعتراض", en: "Outcome of an objection" },
  source: "Karnameh",
  codes: rows([
    ["ACCEPTED", "پذیرفته شد", "Accepted"],
    ["PARTLY_ACCEPTED", "تا حدی پذیرفته شد", "Accepted in part"],
    ["REJECTED", "رد شد", "Rejected"],
    ["WITHDRAWN", "پس گرفته شد", "Withdrawn"],
  ]),
});
