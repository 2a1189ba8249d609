import { defineCube } from "../../engine/define-cube.ts";
import { ofStanding } from "../../measures.ts";

/** Covered persons as insurers report them, in four groups. */
export const coverageSnapshots = defineCube({
  name: "coverage_snapshots",
  title: { fa: "گزارش بیمه‌گران از افراد تحت پوشش", en: "Covered persons reported by insurers" },
  subject: "insurer",
  reads: { coverage_snapshot_reported: { subject: "organisation_id" } },
  dimensions: ["organisation"],
  measures: {
    main_insured: ofStanding({ fa: "بیمه‌شدگان اصلی", en: "Main insured" }),
    dependants: ofStanding({ fa: "افراد تبعی بیمه‌شدگان", en: "Dependants of the insured" }),
    pensioners: ofStanding({ fa: "مستمری‌بگیران", en: "Pensioners" }),
    pension_dependants: ofStanding({ fa: "افراد تبعی مستمری‌بگیران", en: "Dependants of pensioners" }),
    covered: ofStanding({ fa: "همهٔ افراد تحت پوشش", en: "All covered" }),
  },
  rule: new URL("./snapshots.sql", import.meta.url),
});
