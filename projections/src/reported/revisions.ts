import { defineCube } from "../engine/cube.ts";
import { ofAmounts, ofThings } from "../measures.ts";

/**
 * How official series change from vintage to vintage, and how long after its period a figure is first published.
 * The subject's hash, of the line that a figure stands in, only groups facts while a batch is booked.
 */
export const revisions = defineCube({
  name: "revisions",
  title: { fa: "بازنگری سری‌های رسمی", en: "Revisions of official series" },
  subject: "line of a series",
  reads: {
    observation_imported: { subject: "hash(series, ref_area, frequency, sex, age, classif)" },
  },
  dimensions: ["series", "country"],
  hidden: ["bin"],
  measures: {
    published: ofThings({ fa: "رقم‌های نخستین‌بار منتشرشده", en: "Figures first published" }),
    restated: ofThings({ fa: "رقم‌های بازگفته", en: "Figures stated anew" }),
    absolute_change: ofAmounts({ fa: "قدر مطلق تغییر", en: "Absolute change" }),
  },
  rule: new URL("./revisions.sql", import.meta.url),
});
