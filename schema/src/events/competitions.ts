import { CL_COUNTRY } from "../codelists/country.ts";
import { CL_MEDAL } from "../codelists/diplomacy.ts";
import { defineEvent } from "../contract.ts";
import { bilingual, code, day, decimal, personRef, slug, text } from "../field.ts";

export const CompetitionAnnounced = defineEvent({
  type: "CompetitionAnnounced",
  version: 1,
  context: "diplomacy",
  title: { fa: "مسابقه اعلام شد", en: "Competition announced" },
  meaning: {
    fa: "مسابقه‌ای مهارتی با میزبان و زمان آن اعلام شد. اعلام، پیش‌بینی است و ممکن است محقق نشود.",
    en: "A skills competition was announced with its host and dates. An announcement is a forecast and may turn out wrong.",
  },
  effectiveOn: { fa: "روز اعلام", en: "The day of the announcement" },
  producers: ["agency", "newsroom"],
  stream: { category: "competition", key: "competitionId" },
  data: {
    competitionId: slug("competition"),
    name: bilingual(),
    host: code(CL_COUNTRY),
    startsOn: day(),
    endsOn: day(),
  },
  check: ({ startsOn, endsOn }) => (startsOn > endsOn ? "startsOn must not be after endsOn" : undefined),
});

export const CompetitionRescheduled = defineEvent({
  type: "CompetitionRescheduled",
  repeats: true,
  version: 1,
  context: "diplomacy",
  title: { fa: "زمان مسابقه تغییر کرد", en: "Competition rescheduled" },
  meaning: { fa: "مسابقه به زمان دیگری موکول شد.", en: "A competition moved to other dates." },
  effectiveOn: { fa: "روز اعلام تغییر", en: "The day of the announcement" },
  producers: ["agency", "newsroom"],
  stream: { category: "competition", key: "competitionId" },
  data: {
    competitionId: slug("competition"),
    startsOn: day(),
    endsOn: day(),
    reason: text().optional(),
  },
  check: ({ startsOn, endsOn }) => (startsOn > endsOn ? "startsOn must not be after endsOn" : undefined),
});

export const CompetitionCancelled = defineEvent({
  type: "CompetitionCancelled",
  version: 1,
  context: "diplomacy",
  title: { fa: "مسابقه لغو شد", en: "Competition cancelled" },
  meaning: { fa: "مسابقه برگزار نمی‌شود.", en: "The competition will not be held." },
  effectiveOn: { fa: "روز اعلام لغو", en: "The day of the announcement" },
  producers: ["agency", "newsroom"],
  stream: { category: "competition", key: "competitionId" },
  data: {
    competitionId: slug("competition"),
    reason: text().optional(),
  },
});

export const CompetitorRegistered = defineEvent({
  type: "CompetitorRegistered",
  repeats: true,
  version: 1,
  context: "diplomacy",
  title: { fa: "شرکت‌کننده ثبت شد", en: "Competitor registered" },
  meaning: {
    fa: "شخصی برای رشته‌ای از مسابقه ثبت شد.",
    en: "A person was registered for a skill in the competition.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["agency"],
  stream: { category: "competition", key: "competitionId" },
  data: {
    competitionId: slug("competition"),
    skill: slug("skill"),
    competitorRef: personRef(),
  },
});

export const CompetitionResultRecorded = defineEvent({
  type: "CompetitionResultRecorded",
  repeats: true,
  version: 1,
  context: "diplomacy",
  title: { fa: "نتیجهٔ مسابقه ثبت شد", en: "Competition result recorded" },
  meaning: {
    fa: "نتیجهٔ ایران در رشته‌ای از مسابقه ثبت شد.",
    en: "Iran’s result in a skill of the competition was recorded.",
  },
  effectiveOn: { fa: "روز اعلام نتیجه", en: "The day of the result" },
  producers: ["agency"],
  stream: { category: "competition", key: "competitionId" },
  data: {
    competitionId: slug("competition"),
    skill: slug("skill"),
    competitorRef: personRef().optional(),
    medal: code(CL_MEDAL),
    points: decimal("points", 0, 1000).optional(),
  },
});
