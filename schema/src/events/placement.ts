import { z } from "zod";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, id, personRef, slug } from "../field.ts";

export const RecruitmentAgreementSigned = defineEvent({
  type: "RecruitmentAgreementSigned",
  version: 1,
  context: "placement",
  title: { fa: "قرارداد جذب نیرو امضا شد", en: "Recruitment agreement signed" },
  meaning: {
    fa: "سازمانی با سازمان آموزش فنی و حرفه‌ای قرارداد جذب نیروی ماهر بست؛ شاید تنها راه جایگزینی بازنشستگان.",
    en: "An organisation agreed with the training organization to recruit skilled workers, perhaps as the only way to replace its retirees.",
  },
  effectiveOn: { fa: "روز امضا", en: "The day of signature" },
  emitters: ["employer", "agency"],
  stream: { category: "agreement", key: "agreementId" },
  data: {
    agreementId: id("agreement"),
    organisationId: slug("organisation"),
    posts: count("posts").optional(),
    isExclusiveForReplacement: flag(),
    endsOn: day().optional(),
  },
});

export const HiringRequested = defineEvent({
  type: "HiringRequested",
  version: 1,
  context: "placement",
  title: { fa: "درخواست نیرو ثبت شد", en: "Hiring requested" },
  meaning: {
    fa: "کارفرما برای کارگاهی چند نفر در یک گروه شغلی، و شاید با استانداردهای معین، خواست.",
    en: "An employer asked for a number of workers of an occupation for an establishment, perhaps with certain standards.",
  },
  effectiveOn: { fa: "روز درخواست", en: "The day of the request" },
  emitters: ["employer"],
  stream: { category: "request", key: "requestId" },
  data: {
    requestId: id("request"),
    agreementId: id("agreement").optional(),
    establishmentId: id("establishment"),
    isco08: code(CL_ISCO08_SUB_MAJOR),
    posts: count("posts"),
    standardIds: z.array(slug("standard")).optional(),
    dueOn: day().optional(),
  },
});

export const CandidateReferred = defineEvent({
  type: "CandidateReferred",
  version: 1,
  context: "placement",
  title: { fa: "متقاضی معرفی شد", en: "Candidate referred" },
  meaning: {
    fa: "سازمان شخصی را برای یک درخواست نیرو به کارفرما معرفی کرد.",
    en: "The agency referred a person to an employer for a hiring request.",
  },
  effectiveOn: { fa: "روز معرفی", en: "The day of the referral" },
  emitters: ["agency"],
  stream: { category: "referral", key: "referralId" },
  data: {
    referralId: id("referral"),
    requestId: id("request"),
    personRef: personRef(),
    certificateIds: z.array(id("certificate")).optional(),
  },
});

export const HireConfirmed = defineEvent({
  type: "HireConfirmed",
  version: 1,
  context: "placement",
  title: { fa: "استخدام تأیید شد", en: "Hire confirmed" },
  meaning: {
    fa: "کارفرما تأیید کرد که شخص معرفی‌شده را به کار گرفته است.",
    en: "The employer confirmed that the referred person was hired.",
  },
  effectiveOn: { fa: "روز استخدام", en: "The day of the hire" },
  emitters: ["employer"],
  stream: { category: "referral", key: "referralId" },
  data: {
    referralId: id("referral"),
    spellId: id("spell"),
  },
});
