import { type Day, isoDay } from "./calendar.ts";
import { pseudonym } from "./identity.ts";
import { assess } from "./licence-deadline.ts";
import { inspect } from "./licence-inspections.ts";
import {
  type Application,
  type Kind,
  type Licence,
  MAX_WORKING_DAYS,
  type Office,
  RULE,
  recordApplication,
  recordLicence,
} from "./licence-office.ts";
import { areaCode } from "./population.ts";
import type { Weighted } from "./random.ts";
import { drawStandard } from "./standards.ts";
import { publishedCalendars, WorkingDays } from "./working-days.ts";
import { isSimulated, newId, type Process, pace, policy, TVTO, type World, withOwnRandom } from "./world.ts";

/** Licences of private schools when the register opens, and applications per year, per registered person. */
const LICENCES = { share: 0.02, least: 200 } as const;
/** Inspections per licence and year. */
const INSPECTIONS = 0.3;
const APPLICATIONS = { share: 0.004, least: 50 } as const;

const TERM_DAYS = 1826;
const RENEWED_SHARE = 0.78;

/** Shares of the applications: returned once, undecided until the system issues them, and refused among those decided. */
const RETURNED_SHARE = 0.16;
const UNDECIDED_SHARE = 0.11;
const REFUSED_SHARE = 0.1;

/** Working days until the decision: more than the rule allows only while the applicant is being checked. */
const TAKEN: Weighted<number> = [
  [1, 31],
  [2, 31],
  [3, 31],
  [4, 2],
  [5, 2],
  [7, 2],
  [11, 1],
];

const REVIEWERS = 0x2e7;

const standardIds = ({ random }: World): readonly string[] => [
  ...new Set(Array.from({ length: random.whole(1, 4) }, () => drawStandard(random).id)),
];

const apply = (office: Office, application: Application, on: Day): void => {
  const { person, kind, licence } = application;
  recordApplication(office, application, {
    type: "LicenceApplied",
    on,
    more: {
      applicantRef: office.world.people.ref(person),
      kind,
      ...(kind !== "NEW" && { licenceId: licence.id }),
      standardIds: standardIds(office.world),
      provider: "PRIVATE_SCHOOL",
      area: areaCode(licence.province),
    },
  });
};

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

const begin = (office: Office, { kind, licence }: Application, ends: Day): void => {
  if (kind !== "NEW") return;
  licence.isLive = true;
  office.licences.push(licence);
  expireOrRenew(office, licence, ends);
};

/** The day from which working days are counted, and those used before the application was returned. */
type Filing = { readonly sent: Day; readonly spent: number };

const issueByItself = (office: Office, application: Application, { sent, spent }: Filing): void => {
  const { world, workingDays } = office;
  const due = workingDays.after(sent, MAX_WORKING_DAYS);
  if (!isSimulated(world, due + 1)) return;
  world.agenda.at(due + 1, (day) => {
    const data = {
      applicationId: application.id,
      licenceId: application.licence.id,
      dueOn: isoDay(due),
      calendarVersion: workingDays.version(due),
      ruleVersion: RULE,
      workingDays: MAX_WORKING_DAYS,
    };
    const stream = `application-${application.id}`;
    const source = policy("licence-clock");
    world.recorder.reportOn({ type: "LicenceAutoIssued", source, stream, on: due, data }, day);
    assess(office, application, { due, decided: due, workingDays: spent + MAX_WORKING_DAYS });
    begin(office, application, due + TERM_DAYS);
  });
};

const confirm = (office: Office, application: Application, on: Day): void =>
  recordApplication(office, application, { type: "ApplicantEligibilityConfirmed", on });

const decide = (office: Office, application: Application, day: Day, isConfirmed: boolean): void => {
  const { random } = office.world;
  if (random.chance(REFUSED_SHARE)) {
    recordApplication(office, application, {
      type: "LicenceRefused",
      on: day,
      more: { grounds: "the premises do not suit the standards" },
    });
    return;
  }
  if (!isConfirmed) confirm(office, application, day);
  const endsOn = isoDay(day + TERM_DAYS);
  recordApplication(office, application, {
    type: "LicenceGranted",
    on: day,
    more: { licenceId: application.licence.id, endsOn },
  });
  begin(office, application, day + TERM_DAYS);
};

/** The process from filing or resubmission to the decision. */
const review = (office: Office, application: Application, filing: Filing): void => {
  const { world, workingDays } = office;
  const { random, agenda } = world;
  const { sent, spent } = filing;
  if (random.chance(UNDECIDED_SHARE)) {
    confirm(office, application, sent);
    issueByItself(office, application, filing);
    return;
  }
  const taken = random.pick(TAKEN);
  const isConfirmed = taken <= MAX_WORKING_DAYS;
  if (isConfirmed) confirm(office, application, sent);
  const due = workingDays.after(sent, MAX_WORKING_DAYS);
  const decided = workingDays.after(sent, taken);
  assess(office, application, { due, decided, workingDays: spent + taken });
  agenda.at(decided, (day) => {
    const reviewerRef = pseudonym(world.seed ^ REVIEWERS, random.whole(0, 9));
    recordApplication(office, application, { type: "ReviewStarted", on: day, more: { reviewerRef } });
    decide(office, application, day, isConfirmed);
  });
};

const handle = (office: Office, application: Application, day: Day): void => {
  const { world, workingDays } = office;
  const { random, agenda } = world;
  apply(office, application, day);
  if (!random.chance(RETURNED_SHARE)) {
    review(office, application, { sent: day, spent: 0 });
    return;
  }
  const after = random.whole(1, 2);
  const returned = workingDays.after(day, after);
  agenda.at(returned, (on) =>
    recordApplication(office, application, { type: "ApplicationReturned", on, more: { missing: ["lease"] } }),
  );
  agenda.at(workingDays.after(returned, random.whole(2, 15)), (on) => {
    recordApplication(office, application, { type: "ApplicationResubmitted", on });
    // The day of the return does not count as a working day of the office.
    review(office, application, { sent: on, spent: after - 1 });
  });
};

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
