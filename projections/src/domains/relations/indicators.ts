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
  title: { fa: "تراکم تشکل‌های کارگری", en: "Union density" },
  meaning: {
    fa: "اعضای مزدبگیرِ تشکل‌های کارگری، بر پایهٔ تازه‌ترین گزارش هر تشکل، نسبت به مزد و حقوق‌بگیرانِ روز پایان بازه.",
    en: "Members of workers' organisations who are employees, by each organisation's newest report, over the employees on the last day of the period.",
  },
  notCounted: {
    fa: "اعضای بازنشسته، بیکار و مستقل؛ کانون‌ها، که اعضای آن‌ها خود تشکل‌اند؛ تشکل‌های ثبت‌نشده. کسی که عضو دو تشکل است دو بار شمرده می‌شود.",
    en: "Members who are retired, unemployed or self-employed; federations, whose members are organisations; organisations nobody registered. A member of two organisations counts twice.",
  },
  definedBy: {
    fa: "سازمان بین‌المللی کار: اعضای مزدبگیر اتحادیه‌ها نسبت به مزدبگیران",
    en: "ILO: union members who are employees over employees",
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
  title: { fa: "پوشش پیمان‌های جمعی", en: "Collective bargaining coverage" },
  meaning: {
    fa: "مزد و حقوق‌بگیران زیر پیمان‌های جمعیِ برقرار در روز پایان بازه، نسبت به همهٔ مزد و حقوق‌بگیران آن روز.",
    en: "Employees under the collective agreements in force on the last day of the period, over all employees of that day.",
  },
  notCounted: {
    fa: "پیمان‌های پایان‌یافته و گزارش‌نشده. مزدبگیری که زیر پیمان بنگاه و پیمان رشته هر دو است دو بار شمرده می‌شود؛ هر سطح را می‌توان جدا پرسید.",
    en: "Agreements that ended or that nobody reported. Employees under an agreement of their enterprise and one of their sector count twice.",
  },
  definedBy: {
    fa: "سازمان بین‌المللی کار: کارگرانی که مزد یا شرایط آنان را پیمان جمعی تعیین می‌کند نسبت به مزدبگیران",
    en: "ILO: workers whose pay or conditions are set by one or more collective agreements over employees",
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
  title: { fa: "نظم جلسه‌های سه‌جانبه", en: "Tripartite regularity" },
  meaning: {
    fa: "سهم ماه‌هایی که نهاد در آن‌ها دست‌کم یک جلسه با حد نصاب و با حضور همهٔ طرف‌ها داشت، از ماه‌هایی که باید جلسه می‌داشت.",
    en: "Share of the months in which a body had to meet that had at least one meeting with its quorum and with every party present.",
  },
  notCounted: {
    fa: "ماهی که نهاد در میانهٔ آن تشکیل شد؛ نهادهایی که موعد ماهانه ندارند؛ کرسی کارشناسان شرط حضور نیست. از ماه جاری تنها آنچه تاکنون دانسته است دیده می‌شود.",
    en: "The month in which the body was constituted, unless on its first day; bodies that need not meet monthly. Experts need not be present.",
  },
  definedBy: {
    fa: "تعریف این سامانه؛ شورای عالی کار ماهی یک بار با حد نصاب هفت نفر (مواد ۱۶۷ و ۱۶۸ قانون کار)",
    en: "Defined by this system; the Supreme Labour Council meets monthly with a quorum of seven (labour law, articles 167 and 168)",
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
  title: { fa: "نرخ حضور در جلسه‌ها", en: "Attendance of meetings" },
  meaning: {
    fa: "حاضران جلسه‌های بازه نسبت به کرسی‌های نهاد در همان جلسه‌ها؛ به تفکیک کرسی، حضور هر طرف.",
    en: "Persons present at the meetings of the period over the seats of the body in them; by seat, how each party came.",
  },
  notCounted: {
    fa: "جلسه‌های لغوشده؛ نهادی که کرسی‌هایش ناشناخته است تنها در صورت کسر است.",
    en: "Meetings that were cancelled; a body whose seats are not known stands in the numerator only.",
  },
  definedBy: { fa: "تعریف این سامانه", en: "Defined by this system" },
  formula: {
    kind: "ratio",
    over: { cube: attendance, measure: "present" },
    under: { cube: attendance, measure: "seats" },
  },
};

const attendanceBalance: Indicator = {
  ...common,
  code: "worker_employer_attendance_ratio",
  title: { fa: "تراز حضور کارگران و کارفرمایان", en: "Balance of attendance, workers to employers" },
  meaning: {
    fa: "حاضران طرف کارگران نسبت به حاضران طرف کارفرمایان در جلسه‌های بازه؛ عدد یک یعنی برابر.",
    en: "Persons present for the workers over those present for the employers at the meetings of the period; 1 is balance.",
  },
  notCounted: {
    fa: "دولت و کارشناسان؛ جلسه‌های لغوشده.",
    en: "Government and experts; meetings that were cancelled.",
  },
  unit: "RATIO",
  decimals: 2,
  definedBy: { fa: "تعریف این سامانه", en: "Defined by this system" },
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
