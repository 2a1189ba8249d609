import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Results in skills competitions, which are public. */
export const medals = defineCube({
  name: "medals",
  title: { fa: "نتایج مسابقات مهارت", en: "Results of skills competitions" },
  subject: "competition",
  reads: {
    competition_result_recorded: { subject: "competition_id" },
    competition_announced: { subject: "competition_id", lookup: "BY_KEY" },
  },
  dimensions: ["country", "medal"],
  measures: {
    competitors: ofThings({ fa: "شرکت‌کنندگان با نتیجه", en: "Competitors with a result" }),
    medals: ofThings({ fa: "مدال‌ها", en: "Medals" }),
  },
  rule: new URL("./medals.sql", import.meta.url),
});
