import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_LICENCE_KIND } from "../codelists/licensing.ts";
import { CL_PROVIDER } from "../codelists/training.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, personRef, slug, text } from "../field.ts";

export const LicenceApplied = defineEvent({
  type: "LicenceApplied",
  version: 1,
  context: "licensing",
  title: { fa: "درخواست مجوز ثبت شد", en: "Licence applied for" },
  meaning: {
    fa: "شخصی یا سازمانی برای آموزشگاه آزاد درخواست مجوز داد، با رشته‌هایی که می‌خواهد بیاموزد.",
    en: "A person or an organisation applied for a licence of a private school, with the standards it wants to teach.",
  },
  effectiveOn: {
    fa: "روز ثبت درخواست، که پایان آن ساعت ۲۴ است",
    en: "The day of filing, which ends at 24:00",
  },
  producers: ["worker", "employer", "agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    applicantRef: personRef().optional(),
    organisationId: slug("organisation").optional(),
    kind: code(CL_LICENCE_KIND),
    licenceId: id("licence").optional(),
    standardIds: z.array(slug("standard")).min(1),
    provider: code(CL_PROVIDER).optional(),
    area: code(CL_AREA),
  },
  check: ({ applicantRef, organisationId, kind, licenceId }) => {
    if ((applicantRef === undefined) === (organisationId === undefined))
      return "exactly one of applicantRef and organisationId must be given";
    return (kind === "NEW") === (licenceId === undefined)
      ? undefined
      : "licenceId must be given, except for a new licence";
  },
});

export const ApplicantEligibilityConfirmed = defineEvent({
  type: "ApplicantEligibilityConfirmed",
  version: 1,
  context: "licensing",
  title: { fa: "صلاحیت متقاضی تأیید شد", en: "Applicant eligibility confirmed" },
  meaning: {
    fa: "متقاضی شرایط گرفتن مجوز را دارد.",
    en: "The applicant meets the conditions for the licence.",
  },
  effectiveOn: { fa: "روز تأیید", en: "The day of the confirmation" },
  producers: ["agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
  },
});

export const ApplicationReturned = defineEvent({
  type: "ApplicationReturned",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "درخواست بازگردانده شد", en: "Application returned" },
  meaning: {
    fa: "درخواست برای رفع نقص به متقاضی بازگشت؛ مهلت تا ارسال دوباره می‌ایستد.",
    en: "The application went back to the applicant to be completed; the clock stands still until it is resubmitted.",
  },
  effectiveOn: { fa: "روز بازگرداندن", en: "The day of the return" },
  producers: ["agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    missing: z.array(slug("document")).optional(),
    note: text().optional(),
  },
});

export const ApplicationResubmitted = defineEvent({
  type: "ApplicationResubmitted",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "درخواست دوباره ارسال شد", en: "Application resubmitted" },
  meaning: {
    fa: "متقاضی نقص را برطرف کرد و درخواست را باز فرستاد؛ قاعدهٔ معتبر می‌گوید مهلت از کجا شمرده می‌شود.",
    en: "The applicant completed the application and sent it again; the rule in force says from where the days are counted.",
  },
  effectiveOn: { fa: "روز ارسال دوباره", en: "The day of the resubmission" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
  },
});

export const ReviewStarted = defineEvent({
  type: "ReviewStarted",
  repeats: true,
  version: 1,
  context: "licensing",
  title: { fa: "بررسی درخواست آغاز شد", en: "Review started" },
  meaning: {
    fa: "کارشناسی بررسی درخواست را به دست گرفت.",
    en: "An officer took up the review of the application.",
  },
  effectiveOn: { fa: "روز آغاز بررسی", en: "The day on which the review began" },
  producers: ["agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    reviewerRef: personRef(),
  },
});

export const LicenceGranted = defineEvent({
  type: "LicenceGranted",
  version: 1,
  context: "licensing",
  title: { fa: "مجوز داده شد", en: "Licence granted" },
  meaning: {
    fa: "سازمان با درخواست موافقت کرد و مجوز صادر شد.",
    en: "The organization decided for the application and the licence was issued.",
  },
  effectiveOn: { fa: "روز تصمیم", en: "The day of the decision" },
  producers: ["agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    licenceId: id("licence"),
    endsOn: day().optional(),
    grounds: text().optional(),
  },
});

export const LicenceRefused = defineEvent({
  type: "LicenceRefused",
  version: 1,
  context: "licensing",
  title: { fa: "مجوز داده نشد", en: "Licence refused" },
  meaning: {
    fa: "سازمان درخواست را با ذکر دلیل رد کرد.",
    en: "The organization refused the application, with its grounds.",
  },
  effectiveOn: { fa: "روز تصمیم", en: "The day of the decision" },
  producers: ["agency"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    grounds: text(),
  },
});

export const LicenceApplicationAssessed = defineEvent({
  type: "LicenceApplicationAssessed",
  version: 1,
  context: "licensing",
  title: { fa: "مهلت درخواست مجوز سنجیده شد", en: "Licence application assessed" },
  meaning: {
    fa: "مهلت تصمیم گذشت و سامانه، به استناد نسخه‌ای از تقویم و قاعده، ثبت کرد که تا آن روز تصمیمی گرفته شده بود یا نه، و تا نخستین تصمیم چند روز کاری گذشت؛ روزهایی که درخواست نزد متقاضی بود شمرده نمی‌شوند.",
    en: "The time for a decision having passed, the system recorded by a version of the calendar and of the rule whether one had been made, and how many working days the first took; days on which the application lay with the applicant are not counted.",
  },
  effectiveOn: {
    fa: "روز پایان مهلت، یا روز تصمیمی که پس از آن گرفته شد",
    en: "The day on which the time ended, or that of the decision where it was later",
  },
  producers: ["system"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    dueOn: day(),
    isInTime: flag(),
    decidedOn: day().optional(),
    workingDays: count("working days").optional(),
    allowedWorkingDays: count("working days", 365),
    calendarVersion: slug("calendar version"),
    ruleVersion: slug("rule version"),
  },
  check: ({ dueOn, isInTime, decidedOn, workingDays }) => {
    if ((decidedOn === undefined) !== (workingDays === undefined))
      return "decidedOn and workingDays must be given together";
    return isInTime === (decidedOn !== undefined && decidedOn <= dueOn)
      ? undefined
      : "an application is decided in time exactly where decidedOn is not after dueOn";
  },
});

export const LicenceAutoIssued = defineEvent({
  type: "LicenceAutoIssued",
  version: 1,
  context: "licensing",
  title: { fa: "مجوز خودکار صادر شد", en: "Licence issued automatically" },
  meaning: {
    fa: "تا پایان مهلت تصمیمی گرفته نشد و سامانه خود مجوز را صادر کرد، به استناد نسخه‌ای از تقویم و قاعده.",
    en: "No decision was made by the end of the period and the system issued the licence itself, by a version of the calendar and of the rule.",
  },
  effectiveOn: { fa: "روز صدور خودکار", en: "The day of the automatic issue" },
  producers: ["system"],
  stream: { category: "application", key: "applicationId" },
  data: {
    applicationId: id("application"),
    licenceId: id("licence"),
    dueOn: day(),
    calendarVersion: slug("calendar version"),
    ruleVersion: slug("rule version"),
    workingDays: count("working days", 365),
  },
});
