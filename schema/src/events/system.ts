import { z } from "zod";
import { CL_RELEASE_KIND } from "../codelists/reported.ts";
import { defineEvent, PRODUCER_ROLES } from "../contract.ts";
import { bilingual, code, day, id, slug, text } from "../field.ts";

export const ReleasePublished = defineEvent({
  type: "ReleasePublished",
  version: 2,
  context: "system",
  title: { fa: "انتشار انجام شد", en: "Release published" },
  meaning: {
    fa: "داده‌های دریافت‌شده تا پایان یک روز منتشر شد، با نوع انتشار، دلیل آن و تاریخ انتشار بعدی.",
    en: "The data known at the end of a day were published, with the kind of release, its reason and the date of the next release.",
  },
  effectiveOn: { fa: "روز انتشار", en: "The day of publication" },
  producers: ["system", "agency"],
  stream: { category: "release", key: "releaseId" },
  data: {
    releaseId: slug("release"),
    asOf: day(),
    periodTo: day(),
    indicators: z.array(slug("indicator")),
    kind: code(CL_RELEASE_KIND),
    reason: bilingual(),
    nextOn: day().optional(),
  },
  // Before there was a kind, nothing was released but by the calendar.
  earlier: { 1: { added: { kind: "ROUTINE" } } },
});

export const EventRetracted = defineEvent({
  type: "EventRetracted",
  repeats: true,
  version: 1,
  context: "system",
  title: { fa: "رویداد پس گرفته شد", en: "Event retracted" },
  meaning: {
    fa: "فرستنده اعلام کرد که رویداد ثبت‌شده رخ نداده است. رویداد پاک نمی‌شود، اما از این پس به حساب نمی‌آید.",
    en: "The producer stated that a recorded event did not happen. The event is not erased, but it no longer counts.",
  },
  effectiveOn: { fa: "روز پس‌گرفتن", en: "The day of the retraction" },
  producers: PRODUCER_ROLES,
  stream: { category: "retraction", key: "retractionId" },
  data: {
    retractionId: id("retraction"),
    retractedType: slug("event type"),
    reason: text(),
  },
});
