import { z } from "zod";
import { CL_ISIC4_DIVISION } from "../codelists/activity.ts";
import { CL_AREA } from "../codelists/area.ts";
import { CL_AGREEMENT_TOPIC, CL_LEVEL, CL_PARTNER_KIND, CL_PARTY } from "../codelists/relations.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, id, irr, jalaliYear, slug, text } from "../field.ts";

export const SocialPartnerRegistered = defineEvent({
  type: "SocialPartnerRegistered",
  version: 1,
  context: "relations",
  title: { fa: "تشکل ثبت شد", en: "Social partner registered" },
  meaning: {
    fa: "تشکل کارگری یا کارفرمایی ثبت شد، با نوع، سطح و رشته‌های فعالیت آن.",
    en: "An organisation of workers or employers was registered, with its kind, level and economic activities.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["agency"],
  stream: { category: "partner", key: "organisationId" },
  data: {
    organisationId: slug("organisation"),
    name: bilingual(),
    party: code(CL_PARTY),
    kind: code(CL_PARTNER_KIND),
    level: code(CL_LEVEL),
    isic4: z.array(code(CL_ISIC4_DIVISION)).optional(),
    area: code(CL_AREA),
  },
  check: ({ party }) => (party === "GOV" ? "party must be EMPLOYER or WORKER" : undefined),
});

export const SocialPartnerDissolved = defineEvent({
  type: "SocialPartnerDissolved",
  version: 1,
  context: "relations",
  title: { fa: "تشکل منحل شد", en: "Social partner dissolved" },
  meaning: { fa: "پس از این روز تشکل وجود ندارد.", en: "After this day the organisation does not exist." },
  effectiveOn: { fa: "آخرین روز فعالیت", en: "Its last day" },
  producers: ["agency"],
  stream: { category: "partner", key: "organisationId" },
  data: {
    organisationId: slug("organisation"),
    reason: text().optional(),
  },
});

export const MembershipReported = defineEvent({
  type: "MembershipReported",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "تعداد اعضا گزارش شد", en: "Membership reported" },
  meaning: {
    fa: "تشکل تعداد اعضای خود و تعداد مزد و حقوق‌بگیران عضو را در یک روز گزارش کرد.",
    en: "An organisation reported its number of members on one day, and how many of them were employees.",
  },
  effectiveOn: { fa: "روزی که شمارش برای آن است", en: "The day of the count" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "partner", key: "organisationId" },
  data: {
    organisationId: slug("organisation"),
    members: count("members"),
    employeeMembers: count("persons"),
  },
  check: ({ members, employeeMembers }) =>
    employeeMembers > members ? "employeeMembers must not be more than members" : undefined,
});

export const CollectiveAgreementSigned = defineEvent({
  type: "CollectiveAgreementSigned",
  version: 1,
  context: "relations",
  title: { fa: "پیمان دسته‌جمعی امضا شد", en: "Collective agreement signed" },
  meaning: {
    fa: "کارگران و کارفرما پیمان دسته‌جمعی کار بستند که تعدادی از مزد و حقوق‌بگیران را پوشش می‌دهد.",
    en: "Workers and employers signed a collective agreement that covers a number of employees.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار", en: "The first day it is in force" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "collective", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    level: code(CL_LEVEL),
    parties: z.array(slug("organisation")).min(2),
    employees: count("persons"),
    isic4: code(CL_ISIC4_DIVISION).optional(),
    area: code(CL_AREA).optional(),
    topics: z.array(code(CL_AGREEMENT_TOPIC)).min(1),
    endsOn: day().optional(),
  },
});

export const CollectiveAgreementRenewed = defineEvent({
  type: "CollectiveAgreementRenewed",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "پیمان دسته‌جمعی تمدید شد", en: "Collective agreement renewed" },
  meaning: { fa: "اعتبار پیمان دسته‌جمعی تمدید شد.", en: "A collective agreement was renewed." },
  effectiveOn: { fa: "نخستین روز دورهٔ تازه", en: "The first day of the new term" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "collective", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    employees: count("persons"),
    endsOn: day().optional(),
  },
});

export const CollectiveAgreementLapsed = defineEvent({
  type: "CollectiveAgreementLapsed",
  version: 1,
  context: "relations",
  title: { fa: "پیمان دسته‌جمعی پایان یافت", en: "Collective agreement lapsed" },
  meaning: {
    fa: "پیمان دسته‌جمعی پس از این روز معتبر نیست.",
    en: "After this day the collective agreement is not in force.",
  },
  effectiveOn: { fa: "آخرین روز اعتبار", en: "The last day it is in force" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "collective", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    reason: text().optional(),
  },
});

export const MinimumWageSet = defineEvent({
  type: "MinimumWageSet",
  version: 1,
  context: "relations",
  title: { fa: "حداقل مزد تعیین شد", en: "Minimum wage set" },
  meaning: {
    fa: "شورای عالی کار حداقل مزد روزانهٔ یک سال شمسی را تعیین کرد.",
    en: "The Supreme Labour Council set the minimum daily wage of a Jalali year.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار", en: "The first day it is in force" },
  producers: ["agency"],
  stream: { category: "minimumwage", key: "jalaliYear" },
  data: {
    jalaliYear: jalaliYear(),
    daily: irr(),
    decisionId: slug("decision").optional(),
  },
});
