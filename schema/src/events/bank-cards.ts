import { defineEvent } from "../contract.ts";
import { id, personRef, slug, text } from "../field.ts";

export const BankCardLinked = defineEvent({
  type: "BankCardLinked",
  version: 1,
  context: "welfare",
  title: { fa: "کارت بانکی به خانوار متصل شد", en: "Bank card linked" },
  meaning: {
    fa: "کارتی به نام سرپرست خانوار برای خرید در طرح پذیرفته شد. شمارهٔ کارت هرگز در رویداد نمی‌آید: مخزن هویت به هر کارت شناسه‌ای تصادفی می‌دهد.",
    en: "A card in the name of the head of household was accepted for purchases under the plan. An event never contains a card number: the identity vault gives each card a random identifier.",
  },
  effectiveOn: { fa: "نخستین روز اتصال", en: "The first day of the link" },
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
  title: { fa: "اتصال کارت بانکی پایان یافت", en: "Bank card unlinked" },
  meaning: {
    fa: "پس از این روز با کارت در طرح خرید نمی‌شود. اعتبار خانوار باقی می‌ماند: اعتبار به خانوار تعلق دارد، نه به کارت.",
    en: "After this day the card is not used for purchases under the plan. The credit remains: it belongs to the household, not to the card.",
  },
  effectiveOn: { fa: "آخرین روز اتصال", en: "The last day of the link" },
  producers: ["agency"],
  stream: { category: "card", key: "cardId" },
  data: {
    cardId: id("card"),
    reason: text().optional(),
  },
});
