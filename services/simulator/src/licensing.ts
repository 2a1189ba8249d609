import { type Day, isoDay } from "./calendar.ts";
import { inspect } from "./licence-inspections.ts";
import {
  type Application,
  type Kind,
  type Licence,
  MAX_WORKING_DAYS,
  type Office,
  RULE,
} from "./licence-office.ts";
import { apply, handle } from "./licence-review.ts";
import { begin, TERM_DAYS } from "./licence-term.ts";
import { publishedCalendars, WorkingDays } from "./working-days.ts";
import { newId, type Process, pace, TVTO, type World, withOwnRandom } from "./world.ts";

/** Licences of private schools when the register opens, and applications per year, per registered person. */
const LICENCES = { share: 0.02, least: 200 } as const;
/** Inspections per licence and year. */
const INSPECTIONS = 0.3;
const APPLICATIONS = { share: 0.004, least: 50 } as const;

const newLicence = (world: World, province: number, day: Day): Licence => ({
  id: newId(world, day),
  province,
  isLive: false,
});

const fileOne = (office: Office, day: Day): void => {
  const { world, licences } = office;
  const { random, people } = world;
  const person = people.find(random, (p) => people.ageIn(p, 2021) >= 24);
  if (person === undefined) return;
  const held = licences[random.whole(0, Math.max(0, licences.length - 1))];
  const isChange = held?.isLive === true && random.chance(0.2);
  const kind: Kind = isChange
    ? random.pick([
        ["ADD_FIELD", 6],
        ["RELOCATE", 3],
        ["TRANSFER", 1],
      ])
    : "NEW";
  const licence = isChange ? held : newLicence(world, people.province[person] ?? 0, day);
  handle(office, { id: newId(world, day), kind, person, licence }, day);
};

/**
 * Licences of earlier years are imported together some weeks after the register opened. The duration of their
 * decisions is not assessed, because the register has neither the rule nor the calendar of those years.
 */
const TAKEN_OVER = 24;

const takeOver = (office: Office, day: Day): void => {
  const { world, workingDays } = office;
  const { random, people, recorder } = world;
  const stock = Math.max(LICENCES.least, Math.round(people.size * LICENCES.share));
  for (let n = 0; n < stock; n++) {
    const person = people.find(random, (p) => people.ageIn(p, 2021) >= 24);
    if (person === undefined) continue;
    const filed = world.first - random.whole(10, TERM_DAYS - 40);
    const licence = newLicence(world, people.province[person] ?? 0, filed);
    const application: Application = { id: newId(world, filed), kind: "NEW", person, licence };
    apply(office, application, filed);
    const on = workingDays.after(filed, random.whole(2, 12));
    const data = { applicationId: application.id, licenceId: licence.id, endsOn: isoDay(on + TERM_DAYS) };
    const stream = `application-${application.id}`;
    recorder.reportOn({ type: "LicenceGranted", source: TVTO, stream, on, data }, day);
    begin(office, application, on + TERM_DAYS);
  }
};

const setRule = ({ world }: Office): void => {
  const data = {
    ruleVersion: RULE,
    maxWorkingDays: MAX_WORKING_DAYS,
    countFrom: "NEXT_WORKING_DAY",
    cutoffHour: 24,
    returnEffect: "RESTART",
    isAutomatic: true,
  };
  const on = world.first - 5;
  const draft = { type: "LicenceRuleSet", source: TVTO, stream: `licencerule-${RULE}`, on, data };
  world.recorder.reportOn(draft, world.first);
};

/** Licences of private schools: applications by the rule of three working days, renewals, inspections, ends. */
export const licensing = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x11c);
  const office: Office = { world, workingDays: new WorkingDays(), licences: [] };
  const publish = publishedCalendars(world, office.workingDays);
  const due = pace(Math.max(APPLICATIONS.least, world.people.size * APPLICATIONS.share));
  const inspections = pace(Math.max(LICENCES.least, world.people.size * LICENCES.share) * INSPECTIONS);
  return (day) => {
    publish(day);
    if (day === world.first) setRule(office);
    if (day === world.first + TAKEN_OVER) takeOver(office, day);
    if (day <= world.first + TAKEN_OVER) return;
    for (let n = due(); n > 0; n--) fileOne(office, day);
    for (let n = inspections(); n > 0; n--) inspect(office, day);
  };
};
