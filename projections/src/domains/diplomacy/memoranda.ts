import { defineCube } from "../../engine/define-cube.ts";
import { ofStanding } from "../../measures.ts";

/** Memoranda in force, once for each country that is a partner to them. */
export const memoranda = defineCube({
  name: "memoranda",
  title: { fa: "تفاهم‌نامه‌ها", en: "Memoranda" },
  subject: "memorandum",
  reads: {
    memorandum_signed: { subject: "memorandum_id" },
    memorandum_signed_parties: { subject: "memorandum_id" },
    memorandum_amended: { subject: "memorandum_id" },
    memorandum_lapsed: { subject: "memorandum_id" },
  },
  dimensions: ["country"],
  measures: { memoranda: ofStanding({ fa: "تفاهم‌نامه‌های معتبر", en: "Memoranda in force" }) },
  rule: new URL("./memoranda.sql", import.meta.url),
});
