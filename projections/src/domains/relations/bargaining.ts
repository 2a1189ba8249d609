import { defineCube } from "../../engine/define-cube.ts";
import { ofStanding } from "../../measures.ts";

/** Collective agreements in force and the employees under them, as stocks. */
export const bargaining = defineCube({
  name: "bargaining",
  title: { fa: "پیمان‌های دسته‌جمعی", en: "Collective agreements" },
  subject: "collective agreement",
  reads: {
    collective_agreement_signed: { subject: "agreement_id" },
    collective_agreement_renewed: { subject: "agreement_id" },
    collective_agreement_lapsed: { subject: "agreement_id" },
  },
  dimensions: ["province", "industry", "level"],
  measures: {
    agreements: ofStanding({ fa: "پیمان‌های معتبر", en: "Agreements in force" }),
    covered_employees: ofStanding({
      fa: "مزد و حقوق‌بگیران زیر پوشش پیمان",
      en: "Employees covered by an agreement",
    }),
  },
  rule: new URL("./bargaining.sql", import.meta.url),
});
