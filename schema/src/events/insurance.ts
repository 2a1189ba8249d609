import { z } from "zod";
import { CL_SCHEME } from "../codelists/employment.ts";
import { CL_DEPENDANT } from "../codelists/insurance.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, irr, jalaliMonth, personRef, slug, text } from "../field.ts";

export const ContributionListSubmitted = defineEvent({
  type: "ContributionListSubmitted",
  version: 1,
  context: "insurance",
  title: { fa: "فهرست بیمه ارسال شد", en: "Contribution list submitted" },
  meaning: {
    fa: "کارفرما فهرست ماهانهٔ بیمهٔ یک کارگاه را فرستاد: روزهای کارکرد و مزد مشمول بیمهٔ هر شخص.",
    en: "An employer submitted the monthly contribution list of an establishment: each person’s days and insurable wage.",
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
    fa: "شخصی خود، نه به تبع دیگری، زیر پوشش یکی از انواع بیمهٔ اجتماعی رفت.",
    en: "A person came under a social insurance scheme in their own right, not as a dependant.",
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
    fa: "پوشش بیمهٔ یک شخص به پایان رسید؛ در آخرین روز هنوز زیر پوشش است.",
    en: "The coverage of a person came to its end; on its last day the person is still covered.",
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
  title: { fa: "فرد تبعی افزوده شد", en: "Dependant added" },
  meaning: {
    fa: "شخصی به تبع بیمه‌شده زیر پوشش رفت.",
    en: "A person came under coverage as a dependant of the insured.",
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
  title: { fa: "فرد تبعی کم شد", en: "Dependant removed" },
  meaning: { fa: "پوشش تبعی یک شخص پایان یافت.", en: "The coverage of a person as a dependant ended." },
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
  title: { fa: "فهرست بیمه اصلاح شد", en: "Contribution list amended" },
  meaning: {
    fa: "کارفرما سطرهایی را که در فهرست فرستاده‌شده کم یا نادرست بود از نو گفت، با ماهِ همان فهرست.",
    en: "An employer stated anew the lines that were missing from a submitted list, or wrong in it, with the month of that list.",
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
    fa: "حق بیمهٔ یک فهرست، همه یا بخشی، پرداخت شد: سهم کارگر، سهم کارفرما و بیمهٔ بیکاری.",
    en: "The contribution of a list was paid, in full or in part: the worker’s share, the employer’s and unemployment insurance.",
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
  title: { fa: "به‌موقع بودن فهرست بیمه سنجیده شد", en: "Contribution list assessed" },
  meaning: {
    fa: "مهلت گذشت و سامانه، به استناد نسخه‌ای از تقویم و قاعده، ثبت کرد که فهرست در مهلت رسیده است یا با چند روز تأخیر.",
    en: "The deadline having passed, the system recorded by a version of the calendar and of the rule whether a list had come in time, or how late.",
  },
  effectiveOn: {
    fa: "روز پایان مهلت، یا روز ارسال فهرستی که پس از آن رسیده است",
    en: "The day of the deadline, or of the submission where that was later",
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
    isOnTime === (daysLate === 0) ? undefined : "a list is on time exactly where it is no day late",
});

export const ContributionListMissed = defineEvent({
  type: "ContributionListMissed",
  repeats: true,
  version: 1,
  context: "insurance",
  title: { fa: "فهرست بیمه در مهلت نرسید", en: "Contribution list missed" },
  meaning: {
    fa: "مهلت گذشت و از کارگاهی که در آن ماه کارکن بیمه‌شده داشت هیچ فهرستی برای آن ماه نرسیده بود.",
    en: "The deadline passed, and of an establishment that had insured workers in the month no list of that month had come.",
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
