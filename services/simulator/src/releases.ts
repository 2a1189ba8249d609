import { isoDay } from "./calendar.ts";
import { type Process, PUBLISHER, type World } from "./world.ts";

/** The indicators that a quarterly release covers. */
const INDICATORS = [
  "trainees",
  "completion_rate",
  "private_share",
  "training_person_hours",
  "certificates_issued",
  "certification_rate",
  "placement_rate_6m",
  "employed",
  "hires",
  "insurance_coverage_rate",
  "covered_persons",
] as const;

/** Days from the end of a quarter to its release. */
const AFTER = 45;

/** Every quarter is published once, some weeks after its end. */
export const releases = (world: World): Process => {
  const quarters = world.months.filter(({ month }) => month % 3 === 0);
  return (day) => {
    const at = quarters.findIndex(({ last }) => last + AFTER === day);
    const quarter = quarters[at];
    if (quarter === undefined) return;
    const releaseId = `simulated-${quarter.year}-q${quarter.month / 3}`;
    const next = quarters[at + 1];
    const data = {
      releaseId,
      asOf: isoDay(day),
      periodTo: isoDay(quarter.last),
      indicators: INDICATORS,
      reason: { fa: "انتشار فصلی", en: "Quarterly release" },
      ...(next !== undefined && { nextOn: isoDay(next.last + AFTER) }),
    };
    const draft = {
      type: "ReleasePublished",
      source: PUBLISHER,
      stream: `release-${releaseId}`,
      on: day,
      data,
    };
    world.recorder.reportOn(draft, day);
  };
};
