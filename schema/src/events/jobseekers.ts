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
  title: { fa: "کارجو ثبت شد", en: "Jobseeker registered" },
  meaning: {
    fa: "شخصی خود را جویای کار معرفی کرد، با آنچه دربارهٔ جست‌وجو و آمادگی خود گفت.",
    en: "A person registered as seeking work, with what they said of their search and availability.",
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
    fa: "کارجو گفت که در چهار هفتهٔ گذشته در پی کار بوده است و تا دو هفته می‌تواند آغاز کند، یا نه.",
    en: "A jobseeker said whether they searched in the last four weeks and could begin within two.",
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
  title: { fa: "کارجو از فهرست بیرون رفت", en: "Jobseeker deregistered" },
  meaning: {
    fa: "شخص دیگر کارجوی ثبت‌شده نیست، با علت آن.",
    en: "A person is no longer a registered jobseeker, and why.",
  },
  effectiveOn: { fa: "روز خروج از فهرست", en: "The day of leaving the register" },
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
    fa: "کارفرما چند جایگاه خالی از یک گروه شغلی را در کارگاهی اعلام کرد.",
    en: "An employer announced vacant posts of an occupation in an establishment.",
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
    fa: "همه یا بخشی از جایگاه‌های خالی یک فرصت شغلی پر شد.",
    en: "All or some of the posts of a vacancy were filled.",
  },
  effectiveOn: { fa: "روز پرشدن", en: "The day on which they were filled" },
  producers: ["employer"],
  stream: { category: "vacancy", key: "vacancyId" },
  data: {
    vacancyId: id("vacancy"),
    posts: count("posts"),
    spellIds: z.array(id("spell")).optional(),
  },
  check: ({ posts, spellIds = [] }) =>
    spellIds.length > posts ? "spellIds must not be more than posts" : undefined,
});

export const VacancyWithdrawn = defineEvent({
  type: "VacancyWithdrawn",
  version: 1,
  context: "workforce",
  title: { fa: "فرصت شغلی پس گرفته شد", en: "Vacancy withdrawn" },
  meaning: {
    fa: "کارفرما از پرکردن جایگاه‌هایی که هنوز خالی بود چشم پوشید.",
    en: "The employer gave up filling the posts that were still vacant.",
  },
  effectiveOn: { fa: "روز پس‌گرفتن", en: "The day of the withdrawal" },
  producers: ["employer"],
  stream: { category: "vacancy", key: "vacancyId" },
  data: {
    vacancyId: id("vacancy"),
    reason: text().optional(),
  },
});
