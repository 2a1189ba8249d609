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
    fa: "شخصی حقیقی یا حقوقی درخواست مجوز آموزشگاه آزاد داد، با استانداردهایی که می‌خواهد آموزش دهد.",
    en: "A person or an organisation applied for a licence for a private training school, with the standards it wants to teach.",
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
      return "give exactly one of applicantRef and organisationId";
    return (kind === "NEW") === (licenceId === undefined)
      ? undefined
      : "give licenceId for every kind except a new licence";
  },
});

export const ApplicantEligibilityConfirmed = defineEvent({
  type: "ApplicantEligibilityConfirmed",
  version: 1,
  context: "licensing",
  title: { fa: "صلاحیت متقاضی تأیید شد", en: "Applicant eligibility confirmed" },
  meaning: {
    fa: "متقاضی شرایط دریافت مجوز را دارد.",
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
    fa: "درخواست برای رفع نقص به متقاضی بازگردانده شد. مهلت تا ارسال دوباره متوقف می‌شود.",
    en: "The application was returned to the applicant to be completed. The deadline clock stops until it is resubmitted.",
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
    fa: "متقاضی نقص را برطرف کرد و درخواست را دوباره فرستاد. قاعدهٔ معتبر تعیین می‌کند مهلت از چه روزی محاسبه می‌شود.",
    en: "The applicant completed the application and sent it again. The rule in force determines from which day the deadline is counted.",
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
    fa: "کارشناس بررسی درخواست را آغاز کرد.",
    en: "An officer began to review the application.",
  },
  effectiveOn: { fa: "روز آغاز بررسی", en: "The day the review began" },
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
  title: { fa: "مجوز صادر شد", en: "Licence granted" },
  meaning: {
    fa: "سازمان با درخواست موافقت کرد و مجوز صادر شد.",
    en: "The organization approved the application and issued the licence.",
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
  title: { fa: "با درخواست مجوز موافقت نشد", en: "Licence refused" },
  meaning: {
    fa: "سازمان درخواست را با ذکر دلیل رد کرد.",
    en: "The organization rejected the application and gave its reasons.",
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
  title: { fa: "رعایت مهلت درخواست مجوز بررسی شد", en: "Licence application assessed" },
  meaning: {
    fa: "مهلت تصمیم گذشت و سامانه، بر پایهٔ نسخه‌ای از تقویم و قاعده، ثبت کرد که آیا تصمیمی گرفته شده بود و تا نخستین تصمیم چند روز کاری گذشت. روزهایی که درخواست نزد متقاضی بود شمرده نمی‌شود.",
    en: "After the deadline, the system recorded whether a decision had been made and how many working days the first decision took. Days on which the application was with the applicant do not count. It names the versions of the calendar and the rule that it used.",
  },
  effectiveOn: {
    fa: "روز پایان مهلت، یا روز تصمیمی که پس از آن گرفته شد",
    en: "The day of the deadline, or of the decision if that was later",
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
      return "give decidedOn and workingDays together";
    return isInTime === (decidedOn !== undefined && decidedOn <= dueOn)
      ? undefined
      : "isOnTime must be true exactly when decidedOn is not after dueOn";
  },
});

export const LicenceAutoIssued = defineEvent({
  type: "LicenceAutoIssued",
  version: 1,
  context: "licensing",
  title: { fa: "مجوز به‌طور خودکار صادر شد", en: "Licence issued automatically" },
  meaning: {
    fa: "تا پایان مهلت تصمیمی گرفته نشد و سامانه، بر پایهٔ نسخه‌ای از تقویم و قاعده، مجوز را به‌طور خودکار صادر کرد.",
    en: "No decision was made by the deadline, so the system issued the licence. It names the versions of the calendar and the rule that it used.",
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
