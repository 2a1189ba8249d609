import { type Day, isoDay } from "./calendar.ts";
import { pseudonym } from "./identity.ts";
import { assess } from "./licence-deadline.ts";
import {
  type Application,
  MAX_WORKING_DAYS,
  type Office,
  RULE,
  recordApplication,
} from "./licence-office.ts";
import { begin, TERM_DAYS } from "./licence-term.ts";
import { areaCode } from "./population.ts";
import type { Weighted } from "./random.ts";
import { drawStandard } from "./standards.ts";
import { isSimulated, policy, type World } from "./world.ts";

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

/** Records the application itself. */
export const apply = (office: Office, application: Application, on: Day): void => {
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

/** The day from which working days are counted, and those used before the application was returned. */
type Filing = { readonly sent: Day; readonly spent: number };

const issueAutomatically = (office: Office, application: Application, { sent, spent }: Filing): void => {
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
    issueAutomatically(office, application, filing);
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

/** Records an application and plans its return, review and decision. */
export const handle = (office: Office, application: Application, day: Day): void => {
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
