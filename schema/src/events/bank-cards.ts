import { defineEvent } from "../contract.ts";
import { id, personRef, slug, text } from "../field.ts";

export const BankCardLinked = defineEvent({
  type: "BankCardLinked",
  version: 1,
  context: "welfare",
  title: { fa: "کارت بانکی به خانوار پیوند خورد", en: "Bank card linked" },
  meaning: {
    fa: "کارتی به نام سرپرست خانوار برای خرید در طرح پذیرفته شد. شمارهٔ کارت هرگز در رویداد نیست: گاوصندوق هویت به هر کارت شناسه‌ای تصادفی می‌دهد.",
    en: "A card in the name of the head of a household was accepted for purchases of the plan. The number of a card never stands in an event: the identity vault gives each card a random identifier.",
  },
  effectiveOn: { fa: "نخستین روز پیوند", en: "The first day of the link" },
  producers: ["agency"],
  stream: { category: "card", key: "cardId" },
  data: {
    cardId: id("card"),
    householdId: id("household"),
    holderRef: personRef(),
    bankId: slug("organisation").optional(),
  },
});

export const BankCardUnlinked = defineEvent({
  type: "BankCardUnlinked",
  version: 1,
  context: "welfare",
  title: { fa: "پیوند کارت بانکی پایان یافت", en: "Bank card unlinked" },
  meaning: {
    fa: "کارت پس از این روز برای خرید در طرح به کار نمی‌رود؛ اعتبار خانوار می‌ماند، که از آنِ شخص است نه کارت.",
    en: "After this day the card is no longer used for purchases of the plan; the credit of the household stays, for it is the person’s and not the card’s.",
  },
  effectiveOn: { fa: "آخرین روز پیوند", en: "The last day of the link" },
  producers: ["agency"],
  stream: { category: "card", key: "cardId" },
  data: {
    cardId: id("card"),
    reason: text().optional(),
  },
});
