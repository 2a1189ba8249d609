import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons } from "../../measures.ts";

/** Households with a reassigned decile, and those whose decile changed. */
export const decileMoves = defineCube({
  name: "decile_moves",
  title: { fa: "جابه‌جایی میان دهک‌ها", en: "Moves between deciles" },
  subject: "household",
  reads: {
    decile_assigned: { subject: "household_id" },
    household_registered: { subject: "household_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "decile"],
  measures: {
    ranked: ofPersons({ fa: "دهک‌بندی‌های مجدد", en: "Households reassigned" }),
    moved: ofPersons({ fa: "تغییر دهک", en: "Moved to another decile" }),
    moved_up: ofPersons({ fa: "انتقال به دهک بالاتر", en: "Moved to a higher decile" }),
  },
  rule: new URL("./decile-moves.sql", import.meta.url),
});
