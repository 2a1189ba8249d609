import { defineCube } from "../engine/cube.ts";
import { ofThings } from "../measures.ts";

/** Contribution lists by the day on which they were due, and those that had come by then. */
export const timelyLists = defineCube({
  name: "timely_lists",
  title: { fa: "فهرست‌های بیمه و مهلت آن‌ها", en: "Contribution lists and their deadlines" },
  subject: "contribution list",
  reads: {
    contribution_list_assessed: { subject: "list_id" },
    contribution_list_submitted: { subject: "list_id", lookup: true },
    establishment_registered: { via: "contribution_list_assessed", on: "establishment_id", lookup: true },
  },
  dimensions: ["province", "industry", "workshop_size"],
  measures: {
    due: ofThings({ fa: "فهرست‌های سررسید", en: "Lists due" }),
    on_time: ofThings({ fa: "فهرست‌های به‌موقع", en: "Lists in time" }),
  },
  rule: new URL("./timely-lists.sql", import.meta.url),
});
