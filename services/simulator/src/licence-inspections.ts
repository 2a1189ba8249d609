import { type Day, isoDay } from "./calendar.ts";
import { type Office, recordLicence } from "./licence-office.ts";

/** One licence is inspected; what has ended is taken from the list instead. */
export const inspect = (office: Office, day: Day): void => {
  const { world, licences } = office;
  const { random } = world;
  const at = random.whole(0, Math.max(0, licences.length - 1));
  const licence = licences[at];
  if (licence === undefined) return;
  const last = licences.at(-1);
  if (!licence.isLive && last !== undefined) {
    licences[at] = last;
    licences.pop();
    return;
  }
  const result = random.pick([
    ["COMPLIANT", 80],
    ["DEFECTS", 12],
    ["NON_COMPLIANT", 8],
  ] as const);
  recordLicence(office, licence, { type: "LicenceInspected", on: day, more: { result } });
  if (result === "COMPLIANT") return;
  if (result === "DEFECTS") {
    const ends = { reason: "VIOLATION", endsOn: isoDay(day + 60) };
    if (random.chance(0.2)) recordLicence(office, licence, { type: "LicenceSuspended", on: day, more: ends });
    return;
  }
  if (!random.chance(0.6)) return;
  licence.isLive = false;
  recordLicence(office, licence, {
    type: "LicenceRevoked",
    on: day,
    more: { reason: random.chance(0.3) ? "TRADED" : "VIOLATION" },
  });
};
