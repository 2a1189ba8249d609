import { defineCube } from "../../engine/define-cube.ts";
import { ofAmounts, ofThings } from "../../measures.ts";

/** Strikes and lockouts: how many began, how many took part, and the days not worked of those that ended. */
export const stoppages = defineCube({
  name: "stoppages",
  title: { fa: "توقف‌های کار", en: "Work stoppages" },
  subject: "stoppage",
  reads: {
    stoppage_started: { subject: "stoppage_id" },
    stoppage_scope_changed: { subject: "stoppage_id" },
    stoppage_ended: { subject: "stoppage_id" },
  },
  dimensions: ["province", "industry", "stoppage_kind"],
  measures: {
    stoppages: ofThings({ fa: "توقف‌های آغازشده", en: "Stoppages begun" }),
    workers_involved: ofThings({ fa: "کارگران درگیر", en: "Workers involved" }),
    days_not_worked: ofAmounts({ fa: "روزهای کارنشده", en: "Days not worked" }),
  },
  rule: new URL("./stoppages.sql", import.meta.url),
});
