import { z } from "zod";
import { CL_AREA } from "../codelists/area.ts";
import { CL_APPEAL_OUTCOME } from "../codelists/training.ts";
import { CL_DECILE, CL_HOUSEHOLD_CHANGE } from "../codelists/welfare.ts";
import { defineEvent } from "../contract.ts";
import { code, count, id, irr, jalaliMonth, personRef, slug, text } from "../field.ts";

export const HouseholdRegistered = defineEvent({
  type: "HouseholdRegistered",
  version: 1,
  context: "welfare",
  title: { fa: "خانوار ثبت شد", en: "Household registered" },
  meaning: {
    fa: "خانواری با سرپرست و اعضای آن، همه با نام مستعار، در پایگاه رفاه ثبت شد.",
    en: "A household with its head and members, all by pseudonym, was registered in the welfare database.",
  },
  effectiveOn: { fa: "روز ثبت", en: "The day of registration" },
  producers: ["agency"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    headRef: personRef(),
    memberRefs: z.array(personRef()).optional(),
    area: code(CL_AREA),
  },
  check: ({ headRef, memberRefs = [] }) =>
    memberRefs.includes(headRef) ? "memberRefs are those beside the head" : undefined,
});

export const HouseholdMemberJoined = defineEvent({
  type: "HouseholdMemberJoined",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "عضوی به خانوار پیوست", en: "Household member joined" },
  meaning: {
    fa: "شخصی از این روز عضو خانوار است.",
    en: "From this day a person is a member of the household.",
  },
  effectiveOn: { fa: "نخستین روز عضویت", en: "The first day as a member" },
  producers: ["agency", "worker"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    memberRef: personRef(),
    reason: code(CL_HOUSEHOLD_CHANGE),
  },
});

export const HouseholdMemberLeft = defineEvent({
  type: "HouseholdMemberLeft",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "عضوی از خانوار رفت", en: "Household member left" },
  meaning: {
    fa: "شخصی پس از این روز عضو خانوار نیست. اگر سرپرست برود، سرپرست تازه گفته می‌شود.",
    en: "After this day a person is no member of the household. Where the head left, the new head is named.",
  },
  effectiveOn: { fa: "آخرین روز عضویت", en: "The last day as a member" },
  producers: ["agency", "worker"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    memberRef: personRef(),
    newHeadRef: personRef().optional(),
    reason: code(CL_HOUSEHOLD_CHANGE),
  },
  check: ({ memberRef, newHeadRef }) =>
    memberRef === newHeadRef ? "who left cannot be the head" : undefined,
});

export const DecileAssigned = defineEvent({
  type: "DecileAssigned",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "دهک خانوار تعیین شد", en: "Decile assigned" },
  meaning: {
    fa: "خانوار با نسخه‌ای از روش دهک‌بندی در یکی از ده دهک جای گرفت؛ تا تعیین بعدی معتبر است.",
    en: "A household was placed in one of ten deciles by a version of the method; it holds until the next.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار دهک", en: "The first day on which the decile holds" },
  producers: ["agency"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    decile: code(CL_DECILE),
    methodVersion: slug("method version"),
  },
});

export const DecileObjected = defineEvent({
  type: "DecileObjected",
  version: 1,
  context: "welfare",
  title: { fa: "به دهک اعتراض شد", en: "Decile objected to" },
  meaning: { fa: "خانوار گفت که دهک آن درست نیست.", en: "A household said that its decile is not right." },
  effectiveOn: { fa: "روز اعتراض", en: "The day of the objection" },
  producers: ["worker", "agency"],
  stream: { category: "objection", key: "objectionId" },
  data: {
    objectionId: id("objection"),
    householdId: id("household"),
    grounds: text().optional(),
  },
});

export const ObjectionDecided = defineEvent({
  type: "ObjectionDecided",
  version: 1,
  context: "welfare",
  title: { fa: "اعتراض به دهک بررسی شد", en: "Objection decided" },
  meaning: {
    fa: "دربارهٔ اعتراض به دهک تصمیم گرفته شد، شاید با دهکی تازه.",
    en: "An objection to a decile was decided, perhaps with a new decile.",
  },
  effectiveOn: { fa: "روز تصمیم", en: "The day of the decision" },
  producers: ["agency"],
  stream: { category: "objection", key: "objectionId" },
  data: {
    objectionId: id("objection"),
    householdId: id("household"),
    outcome: code(CL_APPEAL_OUTCOME),
    newDecile: code(CL_DECILE).optional(),
  },
});

export const CashSubsidyPaid = defineEvent({
  type: "CashSubsidyPaid",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "یارانهٔ نقدی پرداخت شد", en: "Cash subsidy paid" },
  meaning: {
    fa: "یارانهٔ نقدی یک ماه به حساب سرپرست خانوار رفت، به ازای هر نفر.",
    en: "The cash subsidy of a month went to the account of the head of household, so much for each person.",
  },
  effectiveOn: { fa: "روز پرداخت", en: "The day of the payment" },
  producers: ["agency"],
  stream: { category: "household", key: "householdId" },
  data: {
    householdId: id("household"),
    month: jalaliMonth(),
    perPerson: irr(),
    persons: count("persons", 100),
  },
});
