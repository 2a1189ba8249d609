import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Applications for licences by the day on which their working days were over, and what had become of them. */
export const licenceDeadlines = defineCube({
  name: "licence_deadlines",
  title: { fa: "مهلت تصمیم دربارهٔ درخواست‌های مجوز", en: "Deadlines of licence applications" },
  subject: "application",
  reads: {
    licence_application_assessed: { subject: "application_id" },
    licence_applied: { subject: "application_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "provider", "licence_kind"],
  hidden: ["bin", "opened_day_no"],
  measures: {
    due: ofThings({ fa: "درخواست‌های سررسیدشده", en: "Applications due" }),
    in_time: ofThings({ fa: "تصمیم‌های در مهلت", en: "Decided on time" }),
    undecided: ofThings({ fa: "درخواست‌های بدون تصمیم", en: "Not decided" }),
  },
  rule: new URL("./deadlines.sql", import.meta.url),
});
