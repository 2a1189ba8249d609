import { z } from "zod";
import { CL_SCHEME } from "../codelists/employment.ts";
import { CL_DEPENDANT } from "../codelists/insurance.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, irr, jalaliMonth, personRef, slug, text } from "../field.ts";

export const ContributionListSubmitted = defineEvent({
  type: "ContributionListSubmitted",
  version: 1,
  context: "insurance",
  title: { fa: "لیست بیمه ارسال شد", en: "Contribution list submitted" },
  meaning: {
    fa: "کارفرما لیست بیمهٔ ماهانهٔ کارگاه را ارسال کرد: روزهای کارکرد و دستمزد مشمول کسر حق بیمهٔ هر شخص.",
    en: "An employer submitted the monthly contribution list of an establishment, with each person’s days worked and insurable wage.",
  },
  effectiveOn: { fa: "روز ارسال", en: "The day of submission" },
  producers: ["employer"],
  stream: { category: "list", key: "listId" },
  data: {
    listId: id("list"),
    establishmentId: id("establishment"),
    month: jalaliMonth(),
    isSmallWorkshop: flag(),
    lines: z
      .array(z.strictObject({ personRef: personRef(), days: count("days", 31), insurableWage: irr() }))
      .min(1)
      .max(10_000),
  },
});

export const CoverageStarted = defineEvent({
  type: "CoverageStarted",
  version: 1,
  context: "insurance",
  title: { fa: "پوشش بیمه آغاز شد", en: "Coverage started" },
  meaning: {
    fa: "شخصی به عنوان بیمه‌شدهٔ اصلی، نه تبعی، زیر پوشش یکی از انواع بیمهٔ اجتماعی قرار گرفت.",
    en: "A social insurance scheme began to cover a person in their own right, not as a dependant.",
  },
  effectiveOn: { fa: "نخستین روز پوشش", en: "The first day of coverage" },
  producers: ["agency"],
  stream: { category: "coverage", key: "coverageId" },
  data: {
    coverageId: id("coverage"),
    personRef: personRef(),
    scheme: code(CL_SCHEME),
  },
});

export const CoverageEnded = defineEvent({
  type: "CoverageEnded",
  version: 1,
  context: "insurance",
  title: { fa: "پوشش بیمه پایان یافت", en: "Coverage ended" },
  meaning: {
    fa: "پوشش بیمهٔ شخص پایان یافت. شخص در آخرین روز هنوز زیر پوشش است.",
    en: "A person’s coverage ended. The person is still covered on the last day.",
  },
  effectiveOn: { fa: "آخرین روز پوشش", en: "The last day of coverage" },
  producers: ["agency"],
  stream: { category: "coverage", key: "coverageId" },
  data: {
    coverageId: id("coverage"),
    reason: text().optional(),
  },
});

export const DependantAdded = defineEvent({
  type: "DependantAdded",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "بیمه‌شدهٔ تبعی اضافه شد", en: "Dependant added" },
  meaning: {
    fa: "شخصی به تبع بیمه‌شدهٔ اصلی زیر پوشش قرار گرفت.",
    en: "A person became covered as a dependant of an insured person.",
  },
  effectiveOn: { fa: "نخستین روز پوشش تبعی", en: "The first day of coverage as a dependant" },
  producers: ["agency"],
  stream: { category: "coverage", key: "coverageId" },
  data: {
    coverageId: id("coverage"),
    dependantRef: personRef(),
    relation: code(CL_DEPENDANT),
  },
});

export const DependantRemoved = defineEvent({
  type: "DependantRemoved",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "بیمه‌شدهٔ تبعی حذف شد", en: "Dependant removed" },
  meaning: { fa: "پوشش تبعی شخص پایان یافت.", en: "A person’s coverage as a dependant ended." },
  effectiveOn: { fa: "آخرین روز پوشش تبعی", en: "The last day of coverage as a dependant" },
  producers: ["agency"],
  stream: { category: "coverage", key: "coverageId" },
  data: {
    coverageId: id("coverage"),
    dependantRef: personRef(),
    reason: text().optional(),
  },
});

export const ContributionListAmended = defineEvent({
  type: "ContributionListAmended",
  repeats: true,
  version: 2,
  earlier: { 1: {} },
  context: "insurance",
  title: { fa: "لیست بیمه اصلاح شد", en: "Contribution list amended" },
  meaning: {
    fa: "کارفرما سطرهای جامانده یا نادرست لیست ارسال‌شده را دوباره ارسال کرد، با ماه همان لیست.",
    en: "An employer resubmitted the lines that were missing or wrong in a submitted list, with the month of that list.",
  },
  effectiveOn: { fa: "روز اصلاح", en: "The day of the amendment" },
  producers: ["employer"],
  stream: { category: "list", key: "listId" },
  data: {
    listId: id("list"),
    month: jalaliMonth().optional(),
    lines: z
      .array(z.strictObject({ personRef: personRef(), days: count("days", 31), insurableWage: irr() }))
      .min(1)
      .max(10_000),
  },
});

export const ContributionPaid = defineEvent({
  type: "ContributionPaid",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "حق بیمه پرداخت شد", en: "Contribution paid" },
  meaning: {
    fa: "تمام یا بخشی از حق بیمهٔ یک لیست پرداخت شد: سهم بیمه‌شده، سهم کارفرما و بیمهٔ بیکاری.",
    en: "The contribution of a list was paid in full or in part: the worker’s share, the employer’s share and unemployment insurance.",
  },
  effectiveOn: { fa: "روز پرداخت", en: "The day of the payment" },
  producers: ["employer", "agency"],
  stream: { category: "list", key: "listId" },
  data: {
    listId: id("list"),
    worker: irr(),
    employer: irr(),
    unemployment: irr(),
  },
});

export const ContributionListAssessed = defineEvent({
  type: "ContributionListAssessed",
  version: 1,
  context: "insurance",
  title: { fa: "به‌موقع‌بودن لیست بیمه بررسی شد", en: "Contribution list assessed" },
  meaning: {
    fa: "مهلت گذشت و سامانه، بر پایهٔ نسخه‌ای از تقویم و قاعده، ثبت کرد که لیست در مهلت رسیده است یا با چند روز تأخیر.",
    en: "After the deadline, the system recorded whether the list was on time or how many days late it was. It names the versions of the calendar and the rule that it used.",
  },
  effectiveOn: {
    fa: "روز پایان مهلت، یا روز ارسال لیستی که پس از آن رسیده است",
    en: "The day of the deadline, or of the submission if that was later",
  },
  producers: ["system"],
  stream: { category: "list", key: "listId" },
  data: {
    listId: id("list"),
    establishmentId: id("establishment"),
    month: jalaliMonth(),
    dueOn: day(),
    isOnTime: flag(),
    daysLate: count("days"),
    calendarVersion: slug("calendar version"),
    ruleVersion: slug("rule version"),
  },
  check: ({ isOnTime, daysLate }) =>
    isOnTime === (daysLate === 0) ? undefined : "isOnTime must be true exactly when daysLate is 0",
});

export const ContributionListMissed = defineEvent({
  type: "ContributionListMissed",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "لیست بیمه در مهلت ارسال نشد", en: "Contribution list missed" },
  meaning: {
    fa: "مهلت گذشت و کارگاهی که در آن ماه بیمه‌شده داشت برای آن ماه لیستی نفرستاده بود.",
    en: "The deadline passed, and an establishment with insured workers in the month had not submitted a list for that month.",
  },
  effectiveOn: { fa: "روز پایان مهلت", en: "The day of the deadline" },
  producers: ["system"],
  stream: { category: "establishment", key: "establishmentId" },
  data: {
    establishmentId: id("establishment"),
    month: jalaliMonth(),
    isSmallWorkshop: flag(),
    calendarVersion: slug("calendar version"),
    ruleVersion: slug("rule version"),
  },
});
