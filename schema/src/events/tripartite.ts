import { z } from "zod";
import { CL_PARTY, CL_POSITION, CL_SEAT } from "../codelists/relations.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, count, day, slug, text } from "../field.ts";

export const BodyConstituted = defineEvent({
  type: "BodyConstituted",
  version: 1,
  context: "relations",
  title: { fa: "نهاد سه‌جانبه تشکیل شد", en: "Body constituted" },
  meaning: {
    fa: "نهادی با کرسی‌های دولت، کارفرمایان، کارگران و کارشناسان تشکیل شد، با حد نصاب و حداقل تعداد جلسه در ماه.",
    en: "A body with seats for government, employers, workers and experts was set up, with its quorum and minimum number of meetings a month.",
  },
  effectiveOn: { fa: "روز تشکیل", en: "The day of its constitution" },
  producers: ["agency"],
  stream: { category: "body", key: "bodyId" },
  data: {
    bodyId: slug("body"),
    name: bilingual(),
    seats: z.array(z.strictObject({ seat: code(CL_SEAT), persons: count("persons", 1000) })).min(1),
    quorum: count("persons", 1000),
    minMeetingsPerMonth: count("meetings", 31),
    termYears: count("years", 20),
  },
  check: ({ seats, quorum }) =>
    quorum > seats.reduce((sum, { persons }) => sum + persons, 0)
      ? "quorum must not be more than the seats"
      : undefined,
});

export const MeetingConvened = defineEvent({
  type: "MeetingConvened",
  version: 1,
  context: "relations",
  title: { fa: "دعوت به جلسه انجام شد", en: "Meeting convened" },
  meaning: {
    fa: "نهادی اعضای خود را با دستور کار به جلسه دعوت کرد.",
    en: "A body invited its members to a meeting with an agenda.",
  },
  effectiveOn: { fa: "روز دعوت", en: "The day of the invitation" },
  producers: ["agency"],
  stream: { category: "meeting", key: "meetingId" },
  data: {
    meetingId: slug("meeting"),
    bodyId: slug("body"),
    scheduledFor: day(),
    agenda: z.array(text(500)).optional(),
  },
});

export const MeetingHeld = defineEvent({
  type: "MeetingHeld",
  version: 1,
  context: "relations",
  title: { fa: "جلسه برگزار شد", en: "Meeting held" },
  meaning: {
    fa: "جلسهٔ نهاد برگزار شد، با تعداد حاضران هر طرف.",
    en: "A body held a meeting, with the number of attendees from each party.",
  },
  effectiveOn: { fa: "روز جلسه", en: "The day of the meeting" },
  producers: ["agency"],
  stream: { category: "meeting", key: "meetingId" },
  data: {
    meetingId: slug("meeting"),
    bodyId: slug("body"),
    attendance: z.array(z.strictObject({ seat: code(CL_SEAT), persons: count("persons", 1000) })).min(1),
    agenda: z.array(text(500)).optional(),
  },
});

export const MeetingCancelled = defineEvent({
  type: "MeetingCancelled",
  version: 1,
  context: "relations",
  title: { fa: "جلسه لغو شد", en: "Meeting cancelled" },
  meaning: {
    fa: "جلسه‌ای که به آن دعوت شده بود برگزار نشد، برای نمونه چون به حد نصاب نرسید.",
    en: "A convened meeting was not held, for example because there was no quorum.",
  },
  effectiveOn: { fa: "روز لغو", en: "The day of the cancellation" },
  producers: ["agency"],
  stream: { category: "meeting", key: "meetingId" },
  data: {
    meetingId: slug("meeting"),
    bodyId: slug("body"),
    reason: text().optional(),
  },
});

export const DecisionAdopted = defineEvent({
  type: "DecisionAdopted",
  version: 1,
  context: "relations",
  title: { fa: "تصمیم گرفته شد", en: "Decision adopted" },
  meaning: {
    fa: "نهادی در جلسه‌ای تصمیمی گرفت، با آرای هر طرف.",
    en: "A body adopted a decision at a meeting, with the votes of each party.",
  },
  effectiveOn: { fa: "روز تصویب", en: "The day of its adoption" },
  producers: ["agency"],
  stream: { category: "decision", key: "decisionId" },
  data: {
    decisionId: slug("decision"),
    meetingId: slug("meeting"),
    subject: bilingual(),
    votes: z
      .array(
        z.strictObject({
          seat: code(CL_SEAT),
          votesFor: count("votes", 1000),
          votesAgainst: count("votes", 1000),
          abstentions: count("votes", 1000),
        }),
      )
      .min(1),
    validFrom: day().optional(),
  },
});

export const ConsultationOpened = defineEvent({
  type: "ConsultationOpened",
  version: 1,
  context: "relations",
  title: { fa: "مشورت آغاز شد", en: "Consultation opened" },
  meaning: {
    fa: "از شرکای اجتماعی خواسته شد تا روز معینی دربارهٔ موضوعی نظر دهند.",
    en: "The social partners were asked for their opinion on a topic by a given day.",
  },
  effectiveOn: { fa: "روز آغاز", en: "The day it opened" },
  producers: ["agency"],
  stream: { category: "consultation", key: "consultationId" },
  data: {
    consultationId: slug("consultation"),
    topic: bilingual(),
    dueOn: day(),
    invited: z.array(slug("organisation")).optional(),
  },
});

export const OpinionFiled = defineEvent({
  type: "OpinionFiled",
  repeats: true,
  version: 1,
  context: "relations",
  title: { fa: "نظر اعلام شد", en: "Opinion filed" },
  meaning: {
    fa: "یکی از طرف‌ها در مشورت نظر خود را اعلام کرد.",
    en: "A party gave its opinion in a consultation.",
  },
  effectiveOn: { fa: "روز اعلام نظر", en: "The day it was filed" },
  producers: ["worker", "employer", "agency"],
  stream: { category: "consultation", key: "consultationId" },
  data: {
    consultationId: slug("consultation"),
    party: code(CL_PARTY),
    organisationId: slug("organisation").optional(),
    stance: code(CL_POSITION),
    summary: text().optional(),
  },
});

export const ConsultationClosed = defineEvent({
  type: "ConsultationClosed",
  version: 1,
  context: "relations",
  title: { fa: "مشورت پایان یافت", en: "Consultation closed" },
  meaning: {
    fa: "مشورت پایان یافت و نتیجهٔ آن اعلام شد.",
    en: "The consultation closed and its result was published.",
  },
  effectiveOn: { fa: "روز پایان", en: "The day it closed" },
  producers: ["agency"],
  stream: { category: "consultation", key: "consultationId" },
  data: {
    consultationId: slug("consultation"),
    result: bilingual().optional(),
  },
});
