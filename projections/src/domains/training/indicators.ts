import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
import { hosts } from "./hosts.ts";
import { trainingHours } from "./hours.ts";
import { targetGroups } from "./target-groups.ts";
import { targets } from "./targets.ts";
import { trainees as traineesCube } from "./trainees.ts";
import { training } from "./training.ts";

const common = {
  theme: "training",
  calendars: everyCalendar,
  frequencies: everyFrequency,
  codes: {},
} as const;

const trainees: Indicator = {
  ...common,
  code: "trainees",
  title: { fa: "کارآموختگان (نفر)", en: "Trainees (persons)" },
  meaning: {
    fa: "تعداد افرادی که در بازه دست‌کم یک دورهٔ آموزشی را به پایان رساندند. هر فرد در هر بازه یک بار شمرده می‌شود.",
    en: "Number of persons who completed at least one course in the period. Each person counts once per period.",
  },
  notCounted: {
    fa: "کسانی که ثبت‌نام کردند و دوره را به پایان نرساندند. ماه‌ها جمع‌پذیر نیستند، زیرا هر فرد در هر ماه یک بار شمرده می‌شود. کسی که در بازه چند دوره گذرانده است با ویژگی‌های نخستین دوره شمرده می‌شود.",
    en: "Persons who enrolled and did not complete a course. Months do not add up to a year, because a person counts once in each month. A person with several completions in the period counts with the properties of the first.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: ownDefinition,
  formula: { kind: "sum", of: { cube: traineesCube, measure: "persons" } },
};

const ofTargetGroups: Indicator = {
  ...common,
  code: "trainees_by_target_group",
  title: { fa: "کارآموختگان گروه‌های هدف (نفر-دوره)", en: "Trainees of target groups (person-courses)" },
  meaning: {
    fa: "تعداد دوره‌های به‌پایان‌رسیدهٔ کسانی که هنگام ثبت‌نام عضو گروه هدف بودند، برای هر گروه.",
    en: "Number of courses completed by persons who belonged to a target group when they enrolled, for each group.",
  },
  notCounted: {
    fa: "دوره‌هایی که در ثبت‌نام آن‌ها گروه هدفی نیامده است. دورهٔ کسی که عضو دو گروه است در هر دو شمرده می‌شود؛ بنابراین جمع گروه‌ها از نفر-دوره‌ها بیشتر است. این شاخص تعداد افراد نیست.",
    en: "Completions whose enrolment names no target group. A person in two groups counts in both, so the sum of the groups exceeds the person-courses. This is not a number of persons.",
  },
  unit: "PERSON_COURSES",
  decimals: 0,
  definedBy: ownDefinition,
  formula: { kind: "sum", of: { cube: targetGroups, measure: "person_courses" } },
};

const personCourses: Indicator = {
  ...common,
  code: "trainees_person_courses",
  title: { fa: "کارآموختگان (نفر-دوره)", en: "Trainees (person-courses)" },
  meaning: {
    fa: "تعداد دوره‌های به‌پایان‌رسیده. کسی که دو دوره گذرانده است دو بار شمرده می‌شود.",
    en: "Number of courses completed. A person who completed two courses counts twice.",
  },
  notCounted: {
    fa: "ثبت‌نام‌های ناتمام. این شاخص تعداد افراد نیست و نباید با شاخص «کارآموختگان (نفر)» اشتباه شود.",
    en: "Enrolments that were not completed. This is not a number of persons and must not be confused with “Trainees (persons)”.",
  },
  unit: "PERSON_COURSES",
  decimals: 0,
  definedBy: ownDefinition,
  formula: { kind: "sum", of: { cube: training, measure: "person_courses" } },
};

const completionRate: Indicator = {
  ...common,
  code: "completion_rate",
  title: { fa: "نرخ پایان دوره", en: "Completion rate" },
  meaning: {
    fa: "سهم ثبت‌نام‌هایی که تا ۳۰ روز پس از پایان برنامه‌ریزی‌شدهٔ دوره به پایان رسیدند، از همهٔ ثبت‌نام‌های دوره‌هایی که پایان آن‌ها در بازه است. انصراف‌دادگان در مخرج می‌مانند.",
    en: "Share of the enrolments in courses scheduled to end in the period that were completed within 30 days of that end. Withdrawals stay in the denominator.",
  },
  notCounted: {
    fa: "دوره‌هایی که ۳۰ روز از پایان آن‌ها نگذشته است، دوره‌های لغوشده و ثبت‌نام‌هایی که دورهٔ آن‌ها نامعلوم است.",
    en: "Cohorts whose 30 days have not passed, cancelled courses, and enrolments in an unknown course.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: {
    fa: "شاخص ۴ چارچوب اروپایی تضمین کیفیت (EQAVET)، با پیگیری ۳۰ روزه",
    en: "EQAVET indicator 4, with a follow-up of 30 days",
  },
  codes: { eqavet: "4" },
  formula: {
    kind: "ratio",
    over: { cube: training, measure: "completed_30d" },
    under: { cube: training, measure: "entrants" },
  },
  window: "P30D",
};

const withdrawalRate: Indicator = {
  ...common,
  code: "withdrawal_rate",
  title: { fa: "نرخ انصراف از دوره", en: "Withdrawal rate" },
  meaning: {
    fa: "سهم ثبت‌نام‌هایی که انصراف آن‌ها تا ۳۰ روز پس از پایان برنامه‌ریزی‌شدهٔ دوره ثبت شد و در این مهلت به پایان نرسیدند، از همهٔ ثبت‌نام‌های دوره‌هایی که پایان آن‌ها در بازه است.",
    en: "Share of the enrolments in courses scheduled to end in the period that were withdrawn, and not completed, within 30 days of that end.",
  },
  notCounted: {
    fa: "کسانی که بدون اعلام انصراف دوره را رها کردند: آنان نه در پایان‌یافته‌ها شمرده می‌شوند و نه در انصراف‌ها. دوره‌های لغوشده در مخرج نیستند.",
    en: "Trainees who left without notice: they count neither as completed nor as withdrawn. Cancelled courses are not in the denominator.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: training, measure: "withdrawn_30d" },
    under: { cube: training, measure: "entrants" },
  },
  window: "P30D",
};

const privateShare: Indicator = {
  ...common,
  code: "private_share",
  title: { fa: "سهم آموزشگاه‌های آزاد", en: "Share of private training schools" },
  meaning: {
    fa: "سهم آموزشگاه‌های آزاد از همهٔ نفر-دوره‌های به‌پایان‌رسیده.",
    en: "Person-courses completed in private training schools as a percentage of all person-courses completed.",
  },
  notCounted: {
    fa: "دوره‌هایی که نوع مرکز آن‌ها نامعلوم است تنها در مخرج شمرده می‌شوند.",
    en: "Completions with an unknown kind of provider count in the denominator only.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: training, measure: "person_courses", where: { provider: ["PRIVATE_SCHOOL"] } },
    under: { cube: training, measure: "person_courses" },
  },
};

const personHours: Indicator = {
  ...common,
  code: "training_person_hours",
  title: { fa: "نفر-ساعت آموزش", en: "Training person-hours" },
  meaning: {
    fa: "مجموع ساعت‌های حضور ثبت‌شده در دوره‌ها.",
    en: "Total hours of attendance recorded in courses.",
  },
  notCounted: {
    fa: "ساعت‌های برنامه‌ریزی‌شده‌ای که حضور در آن‌ها ثبت نشده است.",
    en: "Scheduled hours without recorded attendance.",
  },
  unit: "PERSON_HOURS",
  decimals: 0,
  definedBy: ownDefinition,
  formula: { kind: "sum", of: { cube: trainingHours, measure: "hours" } },
};

const hoursOfTrainee: Indicator = {
  ...common,
  code: "training_hours_mean",
  title: { fa: "میانگین ساعت آموزش", en: "Training hours (mean)" },
  meaning: {
    fa: "نفر-ساعت آموزش در بازه به ازای هر نفری که در آن دست‌کم یک دورهٔ آموزشی را به پایان رساند.",
    en: "Person-hours of training in the period per person who completed at least one course in it.",
  },
  notCounted: {
    fa: "ساعت‌های برنامه‌ریزی‌شده‌ای که حضور در آن‌ها ثبت نشده است. ساعت‌های کسانی که دوره را به پایان نرساندند یا در بازهٔ دیگری به پایان رساندند در صورت کسر هست و خود آنان در مخرج نیستند؛ در بازه‌های کوتاه این تفاوت بزرگ است.",
    en: "Scheduled hours without recorded attendance. The hours of persons who did not complete, or completed in another period, are in the numerator, but these persons are not in the denominator. In short periods the difference is large.",
  },
  unit: "HOURS",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: trainingHours, measure: "hours" },
    under: { cube: traineesCube, measure: "persons" },
  },
};

const targetAttainment: Indicator = {
  ...common,
  code: "target_attainment",
  title: { fa: "تحقق هدف طرح", en: "Target attainment" },
  meaning: {
    fa: "نسبت کسانی که از نخستین روز هدف تا پایان بازه دوره‌ای از طرح را به پایان رساندند به هدفی که در پایان بازه معتبر است. اگر هدف به نفر-دوره باشد، تعداد دوره‌ها شمرده می‌شود. این شاخص وضعیت پایان بازه را نشان می‌دهد و با هر هدف تازه از صفر آغاز می‌شود.",
    en: "Persons who completed a course of the programme from the first day of the target to the end of the period as a percentage of the target in force at the end. If the target is in person-courses, completions count. It is a level at the end of the period and restarts at zero with each target.",
  },
  notCounted: {
    fa: "دوره‌هایی که طرح آن‌ها ثبت نشده است و دوره‌هایی که پیش از آغاز یا پس از پایان هدف به پایان رسیدند. در جمع چند طرح، هدف‌های نفر و نفر-دوره با هم جمع می‌شوند.",
    en: "Courses that name no programme, and completions before the target began or after it ended. Over several programmes, targets in persons and in person-courses are added.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: targets, measure: "reached" },
    under: { cube: targets, measure: "target" },
  },
};

const hostLoad: Indicator = {
  ...common,
  code: "trainees_per_host_unit",
  title: { fa: "کارآموز به ازای هر واحد میزبان", en: "Trainees per host unit" },
  meaning: {
    fa: "تعداد کارآموزانی که در آخرین روز بازه در واحدهای میزبان آموزش می‌دیدند، به ازای هر واحدی که در آن روز دست‌کم یک کارآموز داشت.",
    en: "Persons in training in host units on the last day of the period per unit with at least one trainee on that day.",
  },
  notCounted: {
    fa: "واحدهای دارای قرارداد بدون کارآموز، دوره‌های لغوشده و دوره‌هایی که قرارداد میزبانی آن‌ها ثبت نشده است. کسی که در دو دورهٔ یک واحد است یک بار شمرده می‌شود.",
    en: "Units with an agreement but no trainees, cancelled courses, and courses that name no agreement. A person in two courses of one unit counts once.",
  },
  unit: "RATIO",
  decimals: 1,
  definedBy: ownDefinition,
  formula: {
    kind: "ratio",
    over: { cube: hosts, measure: "trainees" },
    under: { cube: hosts, measure: "host_units" },
  },
};

export const trainingIndicators: readonly Indicator[] = [
  trainees,
  personCourses,
  completionRate,
  withdrawalRate,
  privateShare,
  personHours,
  hoursOfTrainee,
  ofTargetGroups,
  targetAttainment,
  hostLoad,
];
