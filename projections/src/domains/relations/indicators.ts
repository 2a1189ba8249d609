import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
import { attendance } from "./attendance.ts";
import { bargaining } from "./bargaining.ts";
import { employees } from "./employees.ts";
import { membership } from "./membership.ts";
import { regularity } from "./regularity.ts";

const common = {
  theme: "relations",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
  unit: "PERCENT",
  decimals: 1,
} as const;

const unionDensity: Indicator = {
  ...common,
  code: "union_density",
  title: { fa: "نرخ عضویت در تشکل‌های کارگری", en: "Union density" },
  meaning: {
    fa: "نسبت اعضای مزد و حقوق‌بگیر تشکل‌های کارگری، بر پایهٔ آخرین گزارش هر تشکل، به همهٔ مزد و حقوق‌بگیران در آخرین روز بازه.",
    en: "Members of workers' organisations who are employees, by each organisation's latest report, as a percentage of the employees on the last day of the period.",
  },
  notCounted: {
    fa: "اعضای بازنشسته، بیکار و خویش‌فرما؛ کانون‌ها، که اعضای آن‌ها خود تشکل‌اند؛ تشکل‌های ثبت‌نشده. کسی که عضو دو تشکل است دو بار شمرده می‌شود.",
    en: "Retired, unemployed and self-employed members; federations, whose members are organisations; unregistered organisations. A member of two organisations counts twice.",
  },
  definedBy: {
    fa: "سازمان بین‌المللی کار: نسبت اعضای مزد و حقوق‌بگیر اتحادیه‌ها به مزد و حقوق‌بگیران",
    en: "ILO: union members who are employees as a percentage of employees",
  },
  codes: { ilo: "ILR_TUMT_NOC_RT" },
  formula: {
    kind: "ratio",
    over: {
      cube: membership,
      measure: "employee_members",
      where: { party: ["WORKER"], partner_kind: ["COUNCIL", "TRADE_UNION", "REPRESENTATIVE"] },
    },
    under: { cube: employees, measure: "employees" },
  },
};

const bargainingCoverage: Indicator = {
  ...common,
  code: "bargaining_coverage",
  title: { fa: "پوشش پیمان‌های دسته‌جمعی", en: "Collective bargaining coverage" },
  meaning: {
    fa: "نسبت مزد و حقوق‌بگیران زیر پوشش پیمان‌های دسته‌جمعی معتبر در آخرین روز بازه به همهٔ مزد و حقوق‌بگیران آن روز.",
    en: "Employees covered by collective agreements in force on the last day of the period as a percentage of all employees on that day.",
  },
  notCounted: {
    fa: "پیمان‌های پایان‌یافته یا گزارش‌نشده. کسی که زیر پوشش پیمان بنگاه و پیمان رشتهٔ فعالیت است دو بار شمرده می‌شود؛ این شاخص به تفکیک سطح پیمان نیز هست.",
    en: "Ended or unreported agreements. Employees under both an enterprise and a sector agreement count twice; the indicator is available by level.",
  },
  definedBy: {
    fa: "سازمان بین‌المللی کار: نسبت کارگرانی که مزد یا شرایط کار آنان را پیمان دسته‌جمعی تعیین می‌کند به مزد و حقوق‌بگیران",
    en: "ILO: workers whose pay or conditions are set by one or more collective agreements as a percentage of employees",
  },
  codes: { ilo: "ILR_CBCT_NOC_RT" },
  formula: {
    kind: "ratio",
    over: { cube: bargaining, measure: "covered_employees" },
    under: { cube: employees, measure: "employees" },
  },
};

const tripartiteRegularity: Indicator = {
  ...common,
  code: "tripartite_regularity",
  title: { fa: "نظم برگزاری جلسه‌های سه‌جانبه", en: "Regularity of tripartite meetings" },
  meaning: {
    fa: "سهم ماه‌هایی که نهاد در آن‌ها دست‌کم یک جلسه با حد نصاب و حضور همهٔ طرف‌ها برگزار کرد، از ماه‌هایی که باید جلسه برگزار می‌کرد.",
    en: "Share of the months in which a body had to meet that had at least one meeting with a quorum and all parties present.",
  },
  notCounted: {
    fa: "ماه تشکیل نهاد، مگر آنکه نهاد در روز نخست ماه تشکیل شده باشد، و نهادهایی که موظف به جلسهٔ ماهانه نیستند. حضور کارشناسان شرط نیست.",
    en: "The month in which the body was set up, unless on its first day, and bodies that need not meet monthly. Experts need not be present.",
  },
  definedBy: {
    fa: "تعریف کارنامه؛ شورای عالی کار ماهی یک بار با حد نصاب هفت نفر تشکیل جلسه می‌دهد (مواد ۱۶۷ و ۱۶۸ قانون کار)",
    en: "Defined by Karnameh; the Supreme Labour Council meets monthly with a quorum of seven (Labour Law, articles 167 and 168)",
  },
  formula: {
    kind: "ratio",
    over: { cube: regularity, measure: "regular_months" },
    under: { cube: regularity, measure: "due_months" },
  },
  calendars: ["JALALI"],
};

const attendanceRate: Indicator = {
  ...common,
  code: "meeting_attendance_rate",
  title: { fa: "نرخ حضور در جلسه‌ها", en: "Meeting attendance rate" },
  meaning: {
    fa: "نسبت حاضران جلسه‌های بازه به کرسی‌های نهاد در همان جلسه‌ها. به تفکیک کرسی، نرخ حضور هر طرف است.",
    en: "Persons present at the meetings of the period as a percentage of the body's seats. By seat, it is the attendance of each party.",
  },
  notCounted: {
    fa: "جلسه‌های لغوشده. نهادی که تعداد کرسی‌های آن نامعلوم است تنها در صورت کسر شمرده می‌شود.",
    en: "Cancelled meetings. A body with an unknown number of seats counts in the numerator only.",
  },
  definedBy: { fa: "تعریف کارنامه", en: "Defined by Karnameh" },
  formula: {
    kind: "ratio",
    over: { cube: attendance, measure: "present" },
    under: { cube: attendance, measure: "seats" },
  },
};

const attendanceBalance: Indicator = {
  ...common,
  code: "worker_employer_attendance_ratio",
  title: { fa: "نسبت حضور کارگران به کارفرمایان", en: "Attendance ratio of workers to employers" },
  meaning: {
    fa: "نسبت حاضران طرف کارگران به حاضران طرف کارفرمایان در جلسه‌های بازه. عدد یک به معنای برابری است.",
    en: "Workers' representatives present divided by employers' representatives present at the meetings of the period. 1 means balance.",
  },
  notCounted: {
    fa: "دولت، کارشناسان و جلسه‌های لغوشده.",
    en: "Government, experts and cancelled meetings.",
  },
  unit: "RATIO",
  decimals: 2,
  definedBy: { fa: "تعریف کارنامه", en: "Defined by Karnameh" },
  formula: {
    kind: "ratio",
    over: { cube: attendance, measure: "present", where: { seat: ["WORKER"] } },
    under: { cube: attendance, measure: "present", where: { seat: ["EMPLOYER"] } },
  },
};

/** Membership, agreements and bodies of the three parties. */
export const relationsIndicators: readonly Indicator[] = [
  unionDensity,
  bargainingCoverage,
  tripartiteRegularity,
  attendanceRate,
  attendanceBalance,
];
