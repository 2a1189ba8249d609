import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Vacant posts by the day of their opening, and how many were filled and when. */
export const vacancies = defineCube({
  name: "vacancies",
  title: { fa: "فرصت‌های شغلی", en: "Vacancies" },
  subject: "vacancy",
  reads: {
    vacancy_opened: { subject: "vacancy_id" },
    vacancy_filled: { subject: "vacancy_id", lookup: "BY_VERSION" },
    establishment_registered: { via: "vacancy_opened", on: "establishment_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "occupation", "industry", "organisation"],
  hidden: ["bin"],
  measures: {
    posts: ofThings({ fa: "فرصت‌های شغلی اعلام‌شده", en: "Posts announced" }),
    filled_90d: ofThings({ fa: "پرشده تا ۹۰ روز", en: "Filled within 90 days" }),
    filled: ofThings({ fa: "فرصت‌های شغلی پرشده", en: "Posts filled" }),
  },
  rule: new URL("./vacancies.sql", import.meta.url),
});
