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
    fa: "خانواری با سرپرست و اعضای آن، همه با شناسهٔ مستعار، در پایگاه اطلاعات رفاه ایرانیان ثبت شد.",
    en: "A household was registered in the welfare database, with its head and members by pseudonym.",
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
    memberRefs.includes(headRef) ? "memberRefs must not contain the head" : undefined,
});

export const HouseholdMemberJoined = defineEvent({
  type: "HouseholdMemberJoined",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "عضوی به خانوار پیوست", en: "Household member joined" },
  meaning: {
    fa: "شخص از این روز عضو خانوار است.",
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
  title: { fa: "عضوی از خانوار جدا شد", en: "Household member left" },
  meaning: {
    fa: "شخص پس از این روز عضو خانوار نیست. اگر سرپرست جدا شود، سرپرست تازه ثبت می‌شود.",
    en: "After this day a person is not a member of the household. If the head left, the new head is given.",
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
    memberRef === newHeadRef ? "newHeadRef must not be the member who left" : undefined,
});

export const DecileAssigned = defineEvent({
  type: "DecileAssigned",
  repeats: true,
  version: 1,
  context: "welfare",
  title: { fa: "دهک خانوار تعیین شد", en: "Decile assigned" },
  meaning: {
    fa: "دهک خانوار بر پایهٔ نسخه‌ای از روش دهک‌بندی تعیین شد و تا تعیین بعدی معتبر است.",
    en: "A household was assigned a decile by a version of the method. It is valid until the next assignment.",
  },
  effectiveOn: { fa: "نخستین روز اعتبار دهک", en: "The first day the decile is valid" },
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
  meaning: { fa: "خانوار به دهک خود اعتراض کرد.", en: "A household objected to its decile." },
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
    fa: "به اعتراض به دهک رسیدگی شد. ممکن است دهک تازه‌ای تعیین شود.",
    en: "An objection to a decile was decided. It may give a new decile.",
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
    fa: "یارانهٔ نقدی یک ماه، به ازای هر نفر، به حساب سرپرست خانوار واریز شد.",
    en: "The cash subsidy of a month was paid into the account of the head of household, an amount per person.",
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
