import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Labour disputes filed, and those that came to an end, with the days they took. */
export const disputes = defineCube({
  name: "disputes",
  title: { fa: "اختلاف‌های کار", en: "Labour disputes" },
  subject: "dispute",
  reads: {
    dispute_filed: { subject: "dispute_id" },
    dispute_conciliated: { subject: "dispute_id" },
    dispute_decided: { subject: "dispute_id" },
    dispute_appealed: { subject: "dispute_id" },
    establishment_registered: { via: "dispute_filed", on: "establishment_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "industry", "dispute_kind", "dispute_subject", "dispute_outcome"],
  hidden: ["bin"],
  measures: {
    filed: ofThings({ fa: "اختلاف‌های ثبت‌شده", en: "Disputes filed" }),
    closed: ofThings({ fa: "اختلاف‌های پایان‌یافته", en: "Disputes ended" }),
  },
  rule: new URL("./disputes.sql", import.meta.url),
});
