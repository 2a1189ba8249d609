import { z } from "zod";
import { CL_COUNTRY } from "../codelists/country.ts";
import { CL_DIRECTION, CL_EXPERT_CATEGORY, CL_MEETING_LEVEL } from "../codelists/diplomacy.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, flag, slug, text } from "../field.ts";

export const CooperationMeetingHeld = defineEvent({
  type: "CooperationMeetingHeld",
  version: 1,
  context: "diplomacy",
  title: { fa: "نشست همکاری برگزار شد", en: "Cooperation meeting held" },
  meaning: {
    fa: "نمایندگان ایران و کشورهای دیگر دربارهٔ همکاری‌های مهارتی گفت‌وگو کردند.",
    en: "Representatives of Iran and other countries met to discuss cooperation in skills.",
  },
  effectiveOn: { fa: "روز نشست", en: "The day of the meeting" },
  producers: ["agency", "newsroom"],
  stream: { category: "cooperation", key: "meetingId" },
  data: {
    meetingId: slug("meeting"),
    countries: z.array(code(CL_COUNTRY)).min(1),
    level: code(CL_MEETING_LEVEL),
    participants: z
      .array(z.strictObject({ organisationId: slug("organisation"), role: text(200).optional() }))
      .optional(),
    topics: z.array(text(500)).optional(),
    protocolNote: text().optional(),
  },
});

export const MemorandumSigned = defineEvent({
  type: "MemorandumSigned",
  version: 1,
  context: "diplomacy",
  title: { fa: "تفاهم‌نامه امضا شد", en: "Memorandum signed" },
  meaning: {
    fa: "طرف‌هایی از یک یا چند کشور تفاهم‌نامه‌ای امضا کردند.",
    en: "Parties from one or several countries signed a memorandum of understanding.",
  },
  effectiveOn: { fa: "روز امضا", en: "The day of signature" },
  producers: ["agency"],
  stream: { category: "memorandum", key: "memorandumId" },
  data: {
    memorandumId: slug("memorandum"),
    title: bilingual(),
    parties: z
      .array(z.strictObject({ organisationId: slug("organisation"), country: code(CL_COUNTRY) }))
      .min(2),
    scope: bilingual().optional(),
    isDomestic: flag(),
    endsOn: day().optional(),
  },
  check: ({ parties, isDomestic }) =>
    isDomestic && parties.some(({ country }) => country !== "IRN")
      ? "all parties of a domestic memorandum must be from Iran"
      : undefined,
});

export const MemorandumAmended = defineEvent({
  type: "MemorandumAmended",
  repeats: true,
  version: 1,
  context: "diplomacy",
  title: { fa: "تفاهم‌نامه اصلاح شد", en: "Memorandum amended" },
  meaning: {
    fa: "موضوع یا مدت تفاهم‌نامه تغییر کرد.",
    en: "The scope or the term of a memorandum changed.",
  },
  effectiveOn: { fa: "روز اصلاح", en: "The day of the amendment" },
  producers: ["agency"],
  stream: { category: "memorandum", key: "memorandumId" },
  data: {
    memorandumId: slug("memorandum"),
    scope: bilingual().optional(),
    endsOn: day().optional(),
  },
});

export const MemorandumLapsed = defineEvent({
  type: "MemorandumLapsed",
  version: 1,
  context: "diplomacy",
  title: { fa: "تفاهم‌نامه پایان یافت", en: "Memorandum lapsed" },
  meaning: {
    fa: "تفاهم‌نامه پس از این روز معتبر نیست.",
    en: "After this day the memorandum is not in force.",
  },
  effectiveOn: { fa: "آخرین روز اعتبار", en: "The last day it is in force" },
  producers: ["agency"],
  stream: { category: "memorandum", key: "memorandumId" },
  data: {
    memorandumId: slug("memorandum"),
    reason: text().optional(),
  },
});

export const WorkingGroupProposed = defineEvent({
  type: "WorkingGroupProposed",
  version: 1,
  context: "diplomacy",
  title: { fa: "کارگروه پیشنهاد شد", en: "Working group proposed" },
  meaning: {
    fa: "تشکیل کارگروهی مشترک پیشنهاد شد. کارگروه هنوز تشکیل نشده است.",
    en: "A joint working group was proposed. It does not exist yet.",
  },
  effectiveOn: { fa: "روز پیشنهاد", en: "The day of the proposal" },
  producers: ["agency"],
  stream: { category: "workinggroup", key: "groupId" },
  data: {
    groupId: slug("working group"),
    title: bilingual().optional(),
    countries: z.array(code(CL_COUNTRY)).optional(),
    memorandumId: slug("memorandum").optional(),
  },
});

export const WorkingGroupEstablished = defineEvent({
  type: "WorkingGroupEstablished",
  version: 1,
  context: "diplomacy",
  title: { fa: "کارگروه تشکیل شد", en: "Working group established" },
  meaning: { fa: "کارگروه مشترک کار خود را آغاز کرد.", en: "The joint working group began its work." },
  effectiveOn: { fa: "روز تشکیل", en: "The day of its establishment" },
  producers: ["agency"],
  stream: { category: "workinggroup", key: "groupId" },
  data: {
    groupId: slug("working group"),
    title: bilingual().optional(),
    countries: z.array(code(CL_COUNTRY)).optional(),
    memorandumId: slug("memorandum").optional(),
  },
});

export const DeskCountryTargeted = defineEvent({
  type: "DeskCountryTargeted",
  version: 1,
  context: "diplomacy",
  title: { fa: "کشور هدف تعیین شد", en: "Desk country targeted" },
  meaning: {
    fa: "میز همکاری، کشوری را به عنوان هدف همکاری‌های مهارتی تعیین کرد. تعیین هدف به معنای آغاز همکاری نیست.",
    en: "The cooperation desk named a country as a target. A target is not yet a cooperation.",
  },
  effectiveOn: { fa: "روز تعیین", en: "The day it was named" },
  producers: ["agency"],
  stream: { category: "desk", key: "country" },
  data: {
    country: code(CL_COUNTRY),
  },
});

export const DeskCountryActivated = defineEvent({
  type: "DeskCountryActivated",
  version: 1,
  context: "diplomacy",
  title: { fa: "همکاری با کشور آغاز شد", en: "Desk country activated" },
  meaning: {
    fa: "همکاری با کشوری که هدف بود عملاً آغاز شد.",
    en: "Cooperation with a country began in practice.",
  },
  effectiveOn: { fa: "نخستین روز همکاری", en: "The first day of the cooperation" },
  producers: ["agency"],
  stream: { category: "desk", key: "country" },
  data: {
    country: code(CL_COUNTRY),
    memorandumId: slug("memorandum").optional(),
  },
});

export const TrainersTrained = defineEvent({
  type: "TrainersTrained",
  version: 1,
  context: "diplomacy",
  title: { fa: "مربیان آموزش دیدند", en: "Trainers trained" },
  meaning: {
    fa: "تعدادی مربی آموزش دیدند: از کشوری دیگر در ایران یا از ایران در کشوری دیگر.",
    en: "A number of trainers were trained: from another country in Iran, or from Iran in another country.",
  },
  effectiveOn: { fa: "نخستین روز آموزش", en: "The first day of the training" },
  producers: ["agency"],
  stream: { category: "exchange", key: "exchangeId" },
  data: {
    exchangeId: slug("exchange"),
    country: code(CL_COUNTRY),
    direction: code(CL_DIRECTION),
    persons: count("persons"),
    topic: bilingual().optional(),
    endsOn: day().optional(),
  },
});

export const ExpertsTrainedAbroad = defineEvent({
  type: "ExpertsTrainedAbroad",
  version: 1,
  context: "diplomacy",
  title: { fa: "کارشناسان در خارج آموزش دیدند", en: "Experts trained abroad" },
  meaning: {
    fa: "تعدادی از کارمندان، مدیران یا مهندسان ایران در کشوری دیگر آموزش دیدند.",
    en: "A number of Iranian civil servants, managers or engineers were trained in another country.",
  },
  effectiveOn: { fa: "نخستین روز آموزش", en: "The first day of the training" },
  producers: ["agency"],
  stream: { category: "mission", key: "missionId" },
  data: {
    missionId: slug("mission"),
    country: code(CL_COUNTRY),
    category: code(CL_EXPERT_CATEGORY),
    persons: count("persons"),
    topic: bilingual().optional(),
    organisationId: slug("organisation").optional(),
  },
});

export const StandardCoDeveloped = defineEvent({
  type: "StandardCoDeveloped",
  repeats: true,
  version: 1,
  context: "diplomacy",
  title: { fa: "استاندارد مشترک تدوین شد", en: "Standard developed jointly" },
  meaning: {
    fa: "استاندارد مهارتی با همکاری کشوری دیگر تدوین شد.",
    en: "A skill standard was developed together with another country.",
  },
  effectiveOn: { fa: "روز تدوین", en: "The day of its completion" },
  producers: ["agency"],
  stream: { category: "standard", key: "standardId" },
  data: {
    standardId: slug("standard"),
    country: code(CL_COUNTRY),
  },
});
