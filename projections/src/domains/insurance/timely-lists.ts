import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/**
 * Contribution lists by the day on which they were due, and those that had come by then. Of an establishment and month
 * whose deadline was missed one list is due, until the log hears of lists that came after it.
 */
export const timelyLists = defineCube({
  name: "timely_lists",
  title: { fa: "لیست‌های بیمه و مهلت آن‌ها", en: "Contribution lists and their deadlines" },
  subject: "establishment and Jalali month",
  reads: {
    contribution_list_assessed: { subject: "hash(establishment_id, month)" },
    contribution_list_missed: { subject: "hash(establishment_id, month)" },
    contribution_list_submitted: { via: "contribution_list_assessed", on: "list_id", lookup: "BY_KEY" },
    establishment_registered: {
      via: ["contribution_list_assessed", "contribution_list_missed"],
      on: "establishment_id",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "industry", "workshop_size"],
  measures: {
    due: ofThings({ fa: "لیست‌های سررسیدشده", en: "Lists due" }),
    on_time: ofThings({ fa: "لیست‌های به‌موقع", en: "Lists on time" }),
  },
  rule: new URL("./timely-lists.sql", import.meta.url),
});
