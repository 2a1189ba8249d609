import { defineCube } from "../engine/cube.ts";
import { ofThings } from "../measures.ts";

/** Contributions due on the wages of each month's lists, and what was paid of them, in rial. */
export const collection = defineCube({
  name: "collection",
  title: { fa: "وصول حق بیمه", en: "Collection of contributions" },
  subject: "contribution list",
  reads: {
    contribution_list_submitted: { subject: "list_id" },
    contribution_list_submitted_lines: { subject: "list_id" },
    contribution_list_amended_lines: { subject: "list_id" },
    contribution_paid: { subject: "list_id" },
    establishment_registered: { via: "contribution_list_submitted", on: "establishment_id", lookup: true },
  },
  dimensions: ["province", "industry"],
  measures: {
    lists: ofThings({ fa: "فهرست‌ها", en: "Lists" }),
    due: ofThings({ fa: "حق بیمهٔ سررسید", en: "Contributions due" }),
    paid: ofThings({ fa: "حق بیمهٔ پرداخت‌شده", en: "Contributions paid" }),
  },
  rule: new URL("./collection.sql", import.meta.url),
});
