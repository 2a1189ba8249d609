import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Applications for licences, and how they were decided first. */
export const licenceDecisions = defineCube({
  name: "licence_decisions",
  title: { fa: "تصمیم‌ها دربارهٔ درخواست مجوز", en: "Decisions on licence applications" },
  subject: "application",
  reads: {
    licence_applied: { subject: "application_id" },
    licence_granted: { subject: "application_id" },
    licence_refused: { subject: "application_id" },
    licence_auto_issued: { subject: "application_id" },
  },
  dimensions: ["province", "provider", "licence_kind", "licence_decision"],
  hidden: ["bin"],
  measures: {
    applications: ofThings({ fa: "درخواست‌ها", en: "Applications" }),
    decided: ofThings({ fa: "درخواست‌های دارای تصمیم", en: "Applications decided" }),
  },
  rule: new URL("./decisions.sql", import.meta.url),
});
