import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Contributions due on the wages of each month's lists, in rial. */
export const collection = defineCube({
  name: "collection",
  title: { fa: "حق بیمهٔ سررسیدشده", en: "Contributions due" },
  subject: "contribution list",
  reads: {
    contribution_list_submitted: { subject: "list_id" },
    contribution_list_submitted_lines: { subject: "list_id" },
    contribution_list_amended_lines: { subject: "list_id" },
    establishment_registered: {
      via: "contribution_list_submitted",
      on: "establishment_id",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "industry"],
  measures: {
    lists: ofThings({ fa: "لیست‌ها", en: "Lists" }),
    due: ofThings({ fa: "حق بیمهٔ سررسیدشده", en: "Contributions due" }),
  },
  rule: new URL("./collection.sql", import.meta.url),
});

/** Contributions paid for each month's lists, in rial. Without a recorded payment there is no row. */
export const payments = defineCube({
  name: "contribution_payments",
  title: { fa: "حق بیمهٔ پرداخت‌شده", en: "Contributions paid" },
  subject: "contribution list",
  reads: {
    contribution_list_submitted: { subject: "list_id" },
    contribution_paid: { subject: "list_id" },
    establishment_registered: {
      via: "contribution_list_submitted",
      on: "establishment_id",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "industry"],
  measures: { paid: ofThings({ fa: "حق بیمهٔ پرداخت‌شده", en: "Contributions paid" }) },
  rule: new URL("./payments.sql", import.meta.url),
});
