import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Months in which tripartite bodies must meet, posted in advance to the end of the calendar, and those in which they met. */
export const regularity = defineCube({
  name: "regularity",
  title: { fa: "نظم نهادهای سه‌جانبه", en: "Regularity of tripartite bodies" },
  subject: "body",
  reads: {
    body_constituted: { subject: "body_id" },
    body_constituted_seats: { subject: "body_id" },
    meeting_held_attendance: { subject: "body_id" },
  },
  dimensions: ["body"],
  measures: {
    due_months: ofThings({ fa: "ماه‌های موظف", en: "Months due" }),
    regular_months: ofThings({ fa: "ماه‌های دارای جلسهٔ رسمی", en: "Months with a regular meeting" }),
  },
  rule: new URL("./regularity.sql", import.meta.url),
});
