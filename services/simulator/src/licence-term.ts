import { type Day, isoDay } from "./calendar.ts";
import { type Application, type Licence, type Office, recordLicence } from "./licence-office.ts";
import { isSimulated, TVTO } from "./world.ts";

/** Five years. */
export const TERM_DAYS = 1826;
const RENEWED_SHARE = 0.78;

const expireOrRenew = (office: Office, licence: Licence, ends: Day): void => {
  const { world } = office;
  const { random, agenda, recorder } = world;
  const isRenewed = random.chance(RENEWED_SHARE);
  const on = isRenewed ? ends - random.whole(0, 30) : ends;
  if (!isSimulated(world, on)) return;
  agenda.at(on, (day) => {
    if (!licence.isLive) return;
    if (isRenewed) {
      recordLicence(office, licence, {
        type: "LicenceRenewed",
        on: day,
        more: { endsOn: isoDay(ends + TERM_DAYS) },
      });
      return;
    }
    licence.isLive = false;
    const data = { licenceId: licence.id };
    const draft = { type: "LicenceExpired", source: TVTO, stream: `licence-${licence.id}`, on: ends, data };
    recorder.reportOn(draft, Math.max(day, ends + 1));
  });
};

/** Puts the licence of a decided application in force, until the day given, and plans its renewal or end. */
export const begin = (office: Office, { kind, licence }: Application, ends: Day): void => {
  if (kind !== "NEW") return;
  licence.isLive = true;
  office.licences.push(licence);
  expireOrRenew(office, licence, ends);
};
