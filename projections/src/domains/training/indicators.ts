import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
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
const ours = {
  fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
  en: "Defined by this system; no international standard was found for it.",
};

const trainees: Indicator = {
  ...common,
  code: "trainees",
  title: { fa: "کارآموختگان (نفر)", en: "Trainees (persons)" },
  meaning: {
    fa: "شمار افرادی که در دوره دست‌کم یک دورهٔ آموزشی را به پایان رساندند؛ هر فرد در هر دوره یک بار.",
    en: "Persons who completed at least one course in the period, each counted once a period.",
  },
  notCounted: {
    fa: "کسانی که ثبت‌نام کردند و دوره را به پایان نرساندند. ماه‌ها جمع‌پذیر نیستند: هر فرد در هر ماه یک بار شمرده می‌شود. کسی که در دوره چند دوره گذرانده، با ویژگی‌های نخستین آن‌ها شمرده می‌شود.",
    en: "Persons who enrolled and did not complete. Months do not add up to a year: a person counts once in each. A person with several completions in the period is described by the first of them.",
  },
  unit: "PERSONS",
  decimals: 0,
  definedBy: ours,
  formula: { kind: "sum", of: { cube: traineesCube, measure: "persons" } },
};

const ofTargetGroups: Indicator = {
  ...common,
  code: "trainees_by_target_group",
  title: { fa: "کارآموختگان گروه‌های هدف (نفر-دوره)", en: "Trainees of target groups (person-courses)" },
  meaning: {
    fa: "شمار دوره‌های به‌پایان‌رسیدهٔ کسانی که هنگام ثبت‌نام در یک گروه هدف بودند، برای هر گروه.",
    en: "Completions of courses by those who were of a target group when they enrolled, for each group.",
  },
  notCounted: {
    fa: "دوره‌هایی که ثبت‌نام آن‌ها گروه هدفی نگفته است. دورهٔ کسی که دو گروه دارد در هر دو شمرده می‌شود؛ پس جمع گروه‌ها از نفر-دوره‌ها بیشتر می‌شود. این شمارِ افراد نیست.",
    en: "Completions whose enrolment names no target group. The course of somebody of two groups counts in both, so the sum over the groups is more than the person-courses. It is not a count of persons.",
  },
  unit: "PERSON_COURSES",
  decimals: 0,
  definedBy: ours,
  formula: { kind: "sum", of: { cube: targetGroups, measure: "person_courses" } },
};

const personCourses: Indicator = {
  ...common,
  code: "trainees_person_courses",
  title: { fa: "کارآموختگان (نفر-دوره)", en: "Trainees (person-courses)" },
  meaning: {
    fa: "شمار دوره‌های به‌پایان‌رسیده؛ کسی که دو دوره را گذرانده دو بار شمرده می‌شود.",
    en: "Completions of courses; a person who completed two courses counts twice.",
  },
  notCounted: {
    fa: "ثبت‌نام‌های ناتمام. این شمارِ افراد نیست و نباید با شاخص «کارآموختگان (نفر)» یکی گرفته شود.",
    en: "Enrolments that were not completed. It is not a count of persons and must not be mixed with one.",
  },
  unit: "PERSON_COURSES",
  decimals: 0,
  definedBy: ours,
  formula: { kind: "sum", of: { cube: training, measure: "person_courses" } },
};

const completionRate: Indicator = {
  ...common,
  code: "completion_rate",
  title: { fa: "نرخ پایان دوره", en: "Completion rate" },
  meaning: {
    fa: "سهم ثبت‌نام‌هایی که تا ۳۰ روز پس از پایانِ برنامه‌ریزی‌شدهٔ دوره به پایان رسیدند، از همهٔ ثبت‌نام‌های دوره‌هایی که پایانشان در این بازه است؛ انصراف‌داده‌ها در مخرج می‌مانند.",
    en: "Share of the enrolments in courses planned to end in the period that were completed by 30 days after that end; those who withdrew stay in.",
  },
  notCounted: {
    fa: "دوره‌هایی که ۳۰ روز پس از پایانشان هنوز نگذشته است، دوره‌های لغوشده، و ثبت‌نام‌هایی که دورهٔ آن‌ها ناشناخته است.",
    en: "Cohorts whose 30 days have not passed, courses that were cancelled, and enrolments in a course that was never announced.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: { fa: "EQAVET شاخص ۴، با پنجرهٔ ۳۰ روز", en: "EQAVET indicator 4, with a window of 30 days" },
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
    fa: "سهم ثبت‌نام‌هایی که انصراف آن‌ها تا ۳۰ روز پس از پایانِ برنامه‌ریزی‌شدهٔ دوره ثبت شد و دوره را در این مهلت به پایان نرساندند، از همهٔ ثبت‌نام‌های دوره‌هایی که پایانشان در این بازه است.",
    en: "Share of the enrolments in courses planned to end in the period that were withdrawn by 30 days after that end and not completed by then.",
  },
  notCounted: {
    fa: "کسانی که بی‌خبر رها کردند: اینان نه در پایان‌یافته‌ها هستند نه در انصراف‌ها. دوره‌های لغوشده در مخرج نیستند.",
    en: "Trainees who left without saying so: they count neither as completed nor as withdrawn. Cancelled courses are not in the denominator.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ours,
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
  title: { fa: "سهم آموزشگاه‌های آزاد", en: "Share of private schools" },
  meaning: {
    fa: "سهم آموزشگاه‌های آزاد از همهٔ نفر-دوره‌های به‌پایان‌رسیده.",
    en: "Share of private schools in all person-courses completed.",
  },
  notCounted: {
    fa: "دوره‌هایی که نوع مرکز آن‌ها ناشناخته است تنها در مخرج‌اند.",
    en: "Completions whose kind of provider is unknown stand in the denominator only.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ours,
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
  meaning: { fa: "جمع ساعت‌های حضور ثبت‌شده در دوره‌ها.", en: "Hours of attendance recorded in courses." },
  notCounted: {
    fa: "ساعت‌های برنامه‌ریزی‌شده‌ای که حضور در آن‌ها ثبت نشده است.",
    en: "Planned hours for which no attendance was recorded.",
  },
  unit: "PERSON_HOURS",
  decimals: 0,
  definedBy: ours,
  formula: { kind: "sum", of: { cube: trainingHours, measure: "hours" } },
};

const hoursOfTrainee: Indicator = {
  ...common,
  code: "training_hours_mean",
  title: { fa: "میانگین ساعت آموزش", en: "Training hours (mean)" },
  meaning: {
    fa: "نفر-ساعت آموزش در دوره به ازای هر نفری که در آن دست‌کم یک دورهٔ آموزشی را به پایان رساند.",
    en: "Person-hours of training in the period for each person who completed at least one course in it.",
  },
  notCounted: {
    fa: "ساعت‌های برنامه‌ریزی‌شده‌ای که حضور در آن‌ها ثبت نشده است. ساعت‌های کسانی که دوره را به پایان نرساندند یا در دوره‌ای دیگر به پایان رساندند در صورت هستند و خودشان در مخرج نیستند؛ در بازهٔ کوتاه این دو از هم دورند.",
    en: "Planned hours for which no attendance was recorded. The hours of those who did not complete, or completed in another period, stand in the numerator and they themselves not in the denominator; in short periods the two lie apart.",
  },
  unit: "HOURS",
  decimals: 1,
  definedBy: ours,
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
    fa: "سهم کسانی که از نخستین روز دورهٔ هدف تا پایان بازه دوره‌ای از طرح را به پایان رساندند، از هدفی که در پایان بازه برقرار است؛ اگر هدف به نفر-دوره باشد، شمار دوره‌ها. سطح پایان بازه است و با هر هدف تازه از صفر آغاز می‌شود.",
    en: "Persons who completed a course of the programme from the first day of the target to the end of the period, over the target in force then; completions, where the target is of person-courses. A level at the period's end; it begins anew with each target.",
  },
  notCounted: {
    fa: "دوره‌هایی که طرح آن‌ها گفته نشده است، و پایان دوره پیش از آغاز هدف یا پس از پایان آن. جمع چند طرح، هدف‌های نفر و نفر-دوره را با هم دارد.",
    en: "Courses that name no programme, and completions before the target began or after it ended. Over several programmes targets of persons and of person-courses add up.",
  },
  unit: "PERCENT",
  decimals: 1,
  definedBy: ours,
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
    fa: "شمار کارآموزانی که در روز پایان بازه در واحدهای میزبان آموزش می‌دیدند، به ازای هر واحدی که در آن روز دست‌کم یک کارآموز داشت.",
    en: "Persons in training in host units on the last day of the period, for each unit that had at least one on that day.",
  },
  notCounted: {
    fa: "واحدهایی که قرارداد دارند و کارآموز ندارند، دوره‌های لغوشده، و دوره‌ای که قرارداد میزبانی‌اش گفته نشده است. کسی که در دو دورهٔ یک واحد است یک بار شمرده می‌شود.",
    en: "Units under an agreement without trainees, cancelled courses, and courses that name no agreement. Who is in two courses of a unit counts once.",
  },
  unit: "RATIO",
  decimals: 1,
  definedBy: ours,
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
