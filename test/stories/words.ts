import { person, said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";

/** When an event happened and, where it was later, when it became known. */
type When = {
  readonly on: string;
  readonly knownOn?: string;
  readonly id?: string;
  readonly corrects?: string;
};

const SEMNAN = "IR-20";
const DAY_MS = 86_400_000;

const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

/** A standard of welding, a workshop of 30 hours in a state centre that ends on a day, and a factory. */
export const welding = (endsOn: string): readonly NewEvent[] => [
  said({
    type: "SkillStandardPublished",
    on: "2021-03-21",
    data: {
      standardId: "arc-welder",
      title: { fa: "جوشکار برق", en: "Arc welder" },
      isco08: ["72"],
      hours: 30,
      standardVersion: 1,
    },
  }),
  said({
    type: "CourseScheduled",
    on: daysAfter(endsOn, -20),
    data: {
      courseId: uuid("welding"),
      standardId: "arc-welder",
      providerId: "semnan-centre",
      provider: "STATE_CENTRE",
      programme: "GENERAL",
      area: SEMNAN,
      endsOn,
      plannedHours: 30,
      capacity: 12,
    },
  }),
];

export const factory = (): NewEvent =>
  said({
    type: "EstablishmentRegistered",
    on: "2021-03-21",
    data: {
      establishmentId: uuid("factory"),
      organisationId: "semnan-steel",
      name: { fa: "فولاد", en: "Steel" },
      isic4: "25",
      area: SEMNAN,
      sector: "PRIVATE",
    },
  });

export const registered = (name: string, when: When = { on: "2021-03-21" }): NewEvent =>
  said({
    ...when,
    type: "WorkerRegistered",
    data: {
      personRef: person(name),
      birthYear: 1998,
      sex: "F",
      homeArea: SEMNAN,
      education: "ISCED11_3",
    },
  });

export const enrolled = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "TraineeEnrolled",
    data: {
      enrolmentId: uuid(`${name} enrolled`),
      courseId: uuid("welding"),
      personRef: person(name),
      feePaid: 0,
    },
  });

export const attended = (name: string, hours: number, when: When): NewEvent =>
  said({ ...when, type: "AttendanceRecorded", data: { enrolmentId: uuid(`${name} enrolled`), hours } });

export const completed = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "TrainingCompleted",
    data: {
      enrolmentId: uuid(`${name} enrolled`),
      personRef: person(name),
      courseId: uuid("welding"),
      totalHours: 30,
    },
  });

export const assessed = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "AssessmentTaken",
    data: {
      assessmentId: uuid(`${name} assessed`),
      personRef: person(name),
      standardId: "arc-welder",
      area: SEMNAN,
      mode: "PRACTICAL",
      enrolmentId: uuid(`${name} enrolled`),
    },
  });

export const certified = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "CertificateIssued",
    data: {
      certificateId: uuid(`${name} certified`),
      personRef: person(name),
      standardId: "arc-welder",
      assessmentIds: [uuid(`${name} assessed`)],
    },
  });

export const revoked = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "CertificateRevoked",
    data: { certificateId: uuid(`${name} certified`), reason: "The assessor was not licensed." },
  });

export const hired = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "EmploymentStarted",
    data: {
      spellId: uuid(`${name} hired`),
      personRef: person(name),
      establishmentId: uuid("factory"),
      isco08: "72",
      statusEmp: "1",
      contract: "FIXED",
      weeklyHours: 44,
      isInsured: true,
      channel: "DIRECT",
    },
  });

/** A contribution list of the factory for a Jalali month, one person on it. */
export const listed = (name: string, month: string, when: When): NewEvent =>
  said({
    ...when,
    type: "ContributionListSubmitted",
    data: {
      listId: uuid(`list ${month} ${name}`),
      establishmentId: uuid("factory"),
      month,
      isSmallWorkshop: false,
      lines: [{ personRef: person(name), days: 30, insurableWage: 100_000_000 }],
    },
  });

export const covered = (name: string, when: When): NewEvent =>
  said({
    ...when,
    type: "CoverageStarted",
    data: { coverageId: uuid(`${name} covered`), personRef: person(name), scheme: "COMPULSORY" },
  });
