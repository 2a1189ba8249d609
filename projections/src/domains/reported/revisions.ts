import { defineCube } from "../../engine/define-cube.ts";
import { ofAmounts, ofThings } from "../../measures.ts";

/**
 * How official series change from vintage to vintage, and how long after its period a figure is first published.
 * A series of a country is read as a whole, because what is recorded of it takes the place of all that is simulated.
 */
export const revisions = defineCube({
  name: "revisions",
  title: { fa: "بازنگری سری‌های رسمی", en: "Revisions of official series" },
  subject: "series of a country",
  reads: {
    observation_imported: { subject: "hash(series, ref_area)" },
  },
  dimensions: ["series", "country"],
  hidden: ["bin"],
  measures: {
    published: ofThings({
      fa: "رقم‌های منتشرشده برای نخستین بار",
      en: "Figures published for the first time",
    }),
    restated: ofThings({ fa: "رقم‌های بازانتشار", en: "Figures published again" }),
    absolute_change: ofAmounts({ fa: "قدر مطلق تغییر", en: "Absolute change" }),
  },
  rule: new URL("./revisions.sql", import.meta.url),
});
