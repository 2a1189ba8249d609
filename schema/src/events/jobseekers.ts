import { z } from "zod";
import { CL_JOBSEEKER_END } from "../codelists/labour-market.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { defineEvent } from "../contract.ts";
import { code, count, flag, id, personRef, text } from "../field.ts";

export const JobseekerRegistered = defineEvent({
  type: "JobseekerRegistered",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "کارجو ثبت‌نام کرد", en: "Jobseeker registered" },
  meaning: {
    fa: "شخصی به عنوان کارجو ثبت‌نام کرد و جست‌وجوی کار و آمادگی خود برای کار را اعلام کرد.",
    en: "A person registered as a jobseeker and stated whether they searched for work and were available for it.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["worker", "agency"],
  stream: { category: "jobseeker", key: "personRef" },
  data: {
    personRef: personRef(),
    hasSearched: flag(),
    isAvailable: flag(),
    isco08: code(CL_ISCO08_SUB_MAJOR).optional(),
  },
});

export const JobseekerSearchConfirmed = defineEvent({
  type: "JobseekerSearchConfirmed",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "جست‌وجوی کار تأیید شد", en: "Jobseeker search confirmed" },
  meaning: {
    fa: "کارجو اعلام کرد که آیا در چهار هفتهٔ گذشته در جست‌وجوی کار بوده و آیا تا دو هفتهٔ آینده آمادهٔ کار است.",
    en: "A jobseeker stated whether they searched for work in the last four weeks and could start within two weeks.",
  },
  effectiveOn: { fa: "روز تأیید", en: "The day of the confirmation" },
  producers: ["worker", "agency"],
  stream: { category: "jobseeker", key: "personRef" },
  data: {
    personRef: personRef(),
    hasSearched: flag(),
    isAvailable: flag(),
  },
});

export const JobseekerDeregistered = defineEvent({
  type: "JobseekerDeregistered",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "ثبت‌نام کارجو پایان یافت", en: "Jobseeker deregistered" },
  meaning: {
    fa: "شخص دیگر کارجوی ثبت‌شده نیست. علت آن ثبت شد.",
    en: "A person is no longer a registered jobseeker. The reason is given.",
  },
  effectiveOn: { fa: "روز پایان ثبت‌نام", en: "The day of leaving the register" },
  producers: ["worker", "agency"],
  stream: { category: "jobseeker", key: "personRef" },
  data: {
    personRef: personRef(),
    reason: code(CL_JOBSEEKER_END),
  },
});

export const VacancyOpened = defineEvent({
  type: "VacancyOpened",
  version: 1,
  context: "workforce",
  title: { fa: "فرصت شغلی باز شد", en: "Vacancy opened" },
  meaning: {
    fa: "کارفرما تعدادی فرصت شغلی در یک گروه شغلی را در کارگاهی اعلام کرد.",
    en: "An employer announced vacant posts in an occupation at an establishment.",
  },
  effectiveOn: { fa: "روز اعلام", en: "The day of the announcement" },
  producers: ["employer"],
  stream: { category: "vacancy", key: "vacancyId" },
  data: {
    vacancyId: id("vacancy"),
    establishmentId: id("establishment"),
    isco08: code(CL_ISCO08_SUB_MAJOR),
    posts: count("posts"),
  },
});

export const VacancyFilled = defineEvent({
  type: "VacancyFilled",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "فرصت شغلی پر شد", en: "Vacancy filled" },
  meaning: {
    fa: "تمام یا بخشی از فرصت‌های شغلی اعلام‌شده پر شد.",
    en: "All or some of the posts of a vacancy were filled.",
  },
  effectiveOn: { fa: "روز پرشدن", en: "The day they were filled" },
  producers: ["employer"],
  stream: { category: "vacancy", key: "vacancyId" },
  data: {
    vacancyId: id("vacancy"),
    posts: count("posts"),
    spellIds: z.array(id("spell")).optional(),
  },
  check: ({ posts, spellIds = [] }) =>
    spellIds.length > posts ? "there must not be more spellIds than posts" : undefined,
});

export const VacancyWithdrawn = defineEvent({
  type: "VacancyWithdrawn",
  version: 1,
  context: "workforce",
  title: { fa: "فرصت شغلی لغو شد", en: "Vacancy withdrawn" },
  meaning: {
    fa: "کارفرما فرصت‌های شغلی پرنشده را لغو کرد.",
    en: "The employer withdrew the posts that were still vacant.",
  },
  effectiveOn: { fa: "روز لغو", en: "The day of the withdrawal" },
  producers: ["employer"],
  stream: { category: "vacancy", key: "vacancyId" },
  data: {
    vacancyId: id("vacancy"),
    reason: text().optional(),
  },
});
