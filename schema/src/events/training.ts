import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_COUNTRY } from "../codelists/country.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { CL_PROGRAMME, CL_PROVIDER, CL_TARGET_GROUP } from "../codelists/training.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, hours, id, irr, personRef, slug, text } from "../field.ts";

export const SkillStandardPublished = defineEvent({
  type: "SkillStandardPublished",
  version: 1,
  context: "training",
  title: { fa: "استاندارد مهارت منتشر شد", en: "Skill standard published" },
  meaning: {
    fa: "نسخه‌ای از یک استاندارد مهارت منتشر شد، با ساعت آموزش و گروه‌های شغلی آن. کد، همان کد استاندارد در سازمان است و بدون تغییر ثبت می‌شود.",
    en: "A version of a skill standard was published, with its hours and the occupations it prepares for. `code` is the organisation’s own code of the standard, unchanged.",
  },
  effectiveOn: { fa: "روز آغاز اعتبار", en: "The first day the standard is valid" },
  producers: ["agency"],
  stream: { category: "standard", key: "standardId" },
  data: {
    standardId: slug("standard"),
    title: bilingual(),
    isco08: z.array(code(CL_ISCO08_SUB_MAJOR)).min(1),
    hours: hours(),
    standardVersion: count("version"),
    jointWith: code(CL_COUNTRY).optional(),
    code: text(64).optional(),
  },
});

export const CourseScheduled = defineEvent({
  type: "CourseScheduled",
  version: 1,
  context: "training",
  title: { fa: "دوره برنامه‌ریزی شد", en: "Course scheduled" },
  meaning: {
    fa: "مرکزی یک دورهٔ آموزشی بر پایهٔ یک استاندارد برنامه‌ریزی کرد، با تاریخ، ساعت و ظرفیت آن.",
    en: "A provider scheduled a course for a standard, with its dates, hours and capacity.",
  },
  effectiveOn: { fa: "نخستین روز دوره", en: "The first day of the course" },
  producers: ["agency"],
  stream: { category: "course", key: "courseId" },
  data: {
    courseId: id("course"),
    standardId: slug("standard"),
    providerId: slug("provider"),
    provider: code(CL_PROVIDER),
    programme: code(CL_PROGRAMME),
    area: code(CL_AREA),
    endsOn: day(),
    plannedHours: hours(),
    capacity: count("persons"),
    programmeId: slug("programme").optional(),
    hostAgreementId: id("host agreement").optional(),
  },
});

export const TraineeEnrolled = defineEvent({
  type: "TraineeEnrolled",
  version: 1,
  context: "training",
  title: { fa: "کارآموز ثبت‌نام کرد", en: "Trainee enrolled" },
  meaning: {
    fa: "شخصی در یک دوره ثبت‌نام کرد، با گروه‌های هدف او و شهریه‌ای که پرداخت.",
    en: "A person enrolled in a course, with the target groups they belong to and the fee they paid.",
  },
  effectiveOn: { fa: "روز ثبت‌نام", en: "The day of enrolment" },
  producers: ["agency"],
  stream: { category: "enrolment", key: "enrolmentId" },
  data: {
    enrolmentId: id("enrolment"),
    courseId: id("course"),
    personRef: personRef(),
    targetGroups: z.array(code(CL_TARGET_GROUP)).optional(),
    feePaid: irr(),
  },
});

export const TraineeWithdrew = defineEvent({
  type: "TraineeWithdrew",
  version: 1,
  context: "training",
  title: { fa: "کارآموز انصراف داد", en: "Trainee withdrew" },
  meaning: {
    fa: "کارآموز دوره را پیش از پایان آن ترک کرد.",
    en: "A trainee left the course before its end.",
  },
  effectiveOn: { fa: "روز انصراف", en: "The day of withdrawal" },
  producers: ["agency"],
  stream: { category: "enrolment", key: "enrolmentId" },
  data: {
    enrolmentId: id("enrolment"),
    reason: text().optional(),
  },
});

export const AttendanceRecorded = defineEvent({
  type: "AttendanceRecorded",
  repeats: true,
  version: 1,
  context: "training",
  title: { fa: "حضور ثبت شد", en: "Attendance recorded" },
  meaning: {
    fa: "ساعت‌های حضور کارآموز در یک یا چند روز از دوره ثبت شد.",
    en: "A trainee’s hours on one or more days of a course were recorded.",
  },
  effectiveOn: { fa: "روز حضور یا آخرین روز آن", en: "The day attended, or the last of them" },
  producers: ["agency"],
  stream: { category: "enrolment", key: "enrolmentId" },
  data: {
    enrolmentId: id("enrolment"),
    hours: hours(400),
  },
});

export const TrainingCompleted = defineEvent({
  type: "TrainingCompleted",
  version: 1,
  context: "training",
  title: { fa: "آموزش به پایان رسید", en: "Training completed" },
  meaning: {
    fa: "شخص دوره را تا پایان گذراند. گذراندن دوره به معنای دریافت گواهینامه نیست.",
    en: "A person completed a course. Completion is not certification.",
  },
  effectiveOn: { fa: "روز پایان آموزش", en: "The day of completion" },
  producers: ["agency"],
  stream: { category: "enrolment", key: "enrolmentId" },
  data: {
    enrolmentId: id("enrolment"),
    personRef: personRef(),
    courseId: id("course"),
    totalHours: hours(),
  },
});
