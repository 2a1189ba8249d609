import { addDays } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
import fc from "fast-check";
import type { GeneratedEvent, Kind } from "./generated-event.ts";
import { publicKinds } from "./public-history.ts";
import { record } from "./record.ts";
import { relationsKinds } from "./relations-history.ts";

const PROVINCES = ["IR-23", "IR-10", "IR-20"];
const days = (from: string, count: number): string => addDays(from, count);

const KINDS: readonly Kind[] = [
  ({ a, b, c }) => [
    "WorkerRegistered",
    { personRef: `p${a % 4}`, birthYear: 1960 + b * 7, sex: c % 2 ? "F" : "M" },
  ],
  ({ a, b, c }) => [
    "EstablishmentRegistered",
    { establishmentId: `b${a % 3}`, organisationId: `o${b % 2}`, isic4: c % 2 ? "29" : "25" },
  ],
  ({ a, b }) => [
    "SkillStandardPublished",
    { standardId: `t${a % 2}`, isco08: b % 2 ? ["72", "75"] : ["75"] },
  ],
  ({ a, b, c }, on) => [
    "CourseScheduled",
    {
      courseId: `c${a % 3}`,
      standardId: `t${b % 2}`,
      endsOn: days(on, c * 9),
      ...(a % 2 ? { hostAgreementId: `h${c % 3}` } : {}),
      ...(a % 4 === 3 ? {} : { programmeId: `g${b % 2}` }),
      area: PROVINCES[b % 3],
      provider: c % 2 ? "PRIVATE_SCHOOL" : "STATE_CENTRE",
    },
  ],
  ({ a, b, c }) => [
    "TraineeEnrolled",
    {
      enrolmentId: `n${a % 6}`,
      courseId: `c${b % 3}`,
      personRef: `p${c % 4}`,
      ...(a % 3 ? { targetGroups: b % 2 ? ["PUPIL"] : ["PUPIL", "RURAL"] } : {}),
    },
  ],
  ({ a }) => ["TraineeWithdrew", { enrolmentId: `n${a % 6}` }],
  ({ a, b }) => ["ProgrammeDefined", { programmeId: `g${a % 2}`, programme: b % 2 ? "KAHAD" : "GENERAL" }],
  ({ a, b, c }, on) => [
    "ProgrammeTargetSet",
    {
      programmeId: `g${a % 2}`,
      target: 10 * (b + 1),
      basis: c % 2 ? "PERSONS" : "PERSON_COURSES",
      ...(b % 2 ? { endsOn: days(on, c * 20) } : {}),
    },
  ],
  ({ a, b, c }, on) => [
    "HostAgreementSigned",
    {
      agreementId: `h${a % 3}`,
      establishmentId: `b${b % 2}`,
      ...(c % 3 ? {} : { endsOn: days(on, c * 15) }),
    },
  ],
  ({ a }) => ["HostAgreementEnded", { agreementId: `h${a % 3}` }],
  ({ a, b }) => ["AssessmentSiteCommissioned", { siteId: `z${a % 2}`, area: PROVINCES[b % 3] }],
  ({ a }) => ["AssessmentSiteDecommissioned", { siteId: `z${a % 2}` }],
  ({ a, b }) => ["VacancyOpened", { vacancyId: `y${a % 3}`, establishmentId: `b${b % 3}`, posts: 1 + b }],
  ({ a, b }) => ["VacancyFilled", { vacancyId: `y${a % 3}`, posts: 1 + (b % 4) }],
  ({ a }) => ["CourseCancelled", { courseId: `c${a % 3}` }],
  ({ a, b }) => ["AttendanceRecorded", { enrolmentId: `n${a % 6}`, hours: b + 0.25 }],
  ({ a, b, c }) => [
    "TrainingCompleted",
    { enrolmentId: `n${a % 6}`, courseId: `c${b % 3}`, personRef: `p${c % 4}` },
  ],
  ({ a, b, c }) => [
    "AssessmentTaken",
    {
      assessmentId: `a${a % 5}`,
      personRef: `p${b % 4}`,
      standardId: `t${c % 2}`,
      area: PROVINCES[c % 3],
      ...(b % 2 ? { enrolmentId: `n${c % 6}` } : {}),
      ...(c % 4 ? { siteId: `z${b % 2}` } : {}),
      mode: a % 3 ? "PRACTICAL" : "THEORY",
    },
  ],
  ({ a, b, c }) => ["AssessmentGraded", { assessmentId: `a${a % 5}`, score: b * 10, isPassed: c % 2 === 0 }],
  ({ a, b, c }) => [
    "CertificateIssued",
    {
      certificateId: `k${a % 4}`,
      personRef: `p${b % 4}`,
      standardId: `t${c % 2}`,
      assessmentIds: [`a${c % 5}`, `a${(b + c) % 5}`],
    },
  ],
  ({ a }) => ["CertificateRevoked", { certificateId: `k${a % 4}` }],
  ({ a, b, c }) => [
    "EmploymentStarted",
    {
      spellId: `s${a % 5}`,
      personRef: `p${b % 4}`,
      establishmentId: `b${c % 3}`,
      channel: c % 2 ? "AGENCY" : "DIRECT",
      isInsured: b % 3 > 0,
    },
  ],
  ({ a }) => ["EmploymentEnded", { spellId: `s${a % 5}` }],
  ({ a }) => ["HireConfirmed", { referralId: `r${a}`, spellId: `s${a % 5}` }],
  ({ a, b }) => ["RetirementTaken", { spellId: `s${a % 5}`, personRef: `p${b % 4}` }],
  ({ a, b, c }) => [
    "HiringRequested",
    { requestId: `q${a % 3}`, establishmentId: `b${b % 3}`, isco08: c % 2 ? "72" : "75" },
  ],
  ({ a, b, c }) => [
    "EmployerSatisfactionReported",
    {
      reportId: `f${a % 4}`,
      score: 1 + (b % 5),
      ...(c % 2 ? { requestId: `q${c % 3}` } : { spellId: `s${c % 5}` }),
    },
  ],
  ({ a, b, c }) => [
    "PlacementVerified",
    {
      enrolmentId: `n${a % 6}`,
      personRef: `p${b % 4}`,
      checkpoint: ["M6", "M12", "M36"][a % 3],
      ...(c % 3 ? { state: "EMPLOYED", isco08: c % 2 ? "72" : "52" } : { state: "UNKNOWN" }),
    },
  ],
  ({ a, b, c }) => [
    "RetirementForecasted",
    { establishmentId: `b${a % 3}`, jalaliYear: 1399 + (b % 3), headcount: c },
  ],
  ({ a, b }) => [
    "CoverageStarted",
    { coverageId: `v${a % 4}`, personRef: `p${b % 4}`, scheme: a % 2 ? "COMPULSORY" : "DRIVER" },
  ],
  ({ a }) => ["CoverageEnded", { coverageId: `v${a % 4}` }],
  ({ a, b, c }) => [
    "ContributionListSubmitted",
    {
      listId: `l${a % 3}`,
      month: `1399-${String(1 + (b % 5)).padStart(2, "0")}`,
      isSmallWorkshop: c % 2 === 0,
      lines: [a, b].map((who, line) => ({
        personRef: `p${who % 4}`,
        days: (c + line) % 3 === 0 ? 0 : 20,
        insurableWage: 1,
      })),
    },
  ],
  ({ a, b, c }) => [
    "LabourStatusObserved",
    {
      wave: `w${a % 2}`,
      unitId: `u${b % 5}`,
      age: 8 + b * 7,
      weight: 10.25 + c,
      status: ["EMPLOYED", "UNEMPLOYED", "OUTSIDE"][c % 3],
      ...(a % 3 ? { isInformal: b % 2 === 0 } : {}),
    },
  ],
  ({ a, b }) => ["SurveyWeightsCalibrated", { wave: `w${a % 2}`, population: 1000 * (b + 1) }],
  (_, on) => [
    "ReleasePublished",
    {
      releaseId: `x${on}`,
      asOf: on,
      periodTo: days(on, -40),
      indicators: [],
      kind: "ROUTINE",
      reason: { fa: "انتشار" },
    },
  ],
  ...relationsKinds,
  ...publicKinds,
];

/** The event that an event corrects or retracts in the end, or undefined where the corrections form a cycle. */
const root = (events: readonly GeneratedEvent[], number: number): number | undefined => {
  const seen = new Set<number>();
  for (let at = number; ; ) {
    const event = events[at];
    if (!event || seen.has(at)) return undefined;
    if (event.mode === "REPORTS") return at;
    if (event.mode === "RETRACTS" && at !== number) return undefined;
    seen.add(at);
    at = event.target % events.length;
  }
};

/** Generated events as the log takes them, in its order. Those whose corrections form a cycle are left out. */
export const historyOf = (events: readonly GeneratedEvent[], from = "2020-03-01"): NewEvent[] => {
  let knownOn = from;
  return events.flatMap((event, number) => {
    knownOn = addDays(knownOn, event.gap);
    const on = addDays(knownOn, -event.delay);
    const rooted = root(events, number);
    const kind = rooted === undefined ? undefined : KINDS[(events[rooted]?.kind ?? 0) % KINDS.length];
    if (!kind) return [];
    const [type, data] = kind(event, on);
    const words = {
      id: `event ${number}`,
      knownOn,
      ...(event.mode === "REPORTS" ? {} : { corrects: `event ${event.target % events.length}` }),
    };
    if (event.mode !== "RETRACTS") return [record(type, on, data, words)];
    return [
      record("EventRetracted", knownOn, { retractionId: `retraction ${number}`, retractedType: type }, words),
    ];
  });
};

const small = fc.nat({ max: 7 });

const generatedEvent: fc.Arbitrary<GeneratedEvent> = fc.record({
  kind: fc.nat({ max: KINDS.length - 1 }),
  gap: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
  delay: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 400 })),
  target: fc.nat({ max: 1999 }),
  mode: fc.oneof(
    { weight: 6, arbitrary: fc.constant("REPORTS" as const) },
    { weight: 2, arbitrary: fc.constant("CORRECTS" as const) },
    { weight: 1, arbitrary: fc.constant("RETRACTS" as const) },
  ),
  a: small,
  b: small,
  c: small,
});

/** Histories of a few people, courses, jobs and lists: late, corrected, retracted, out of order. */
export const histories = (longest: number, shortest = 1): fc.Arbitrary<GeneratedEvent[]> =>
  fc.array(generatedEvent, { minLength: shortest, maxLength: longest, size: "max" });

/** How many neighbouring kinds a history keeps to, so that its events meet. */
const NEIGHBOURS = 12;

/** The same, most of them of kinds that are next to each other in the list. */
export const neighbouringHistories = (longest: number): fc.Arbitrary<GeneratedEvent[]> =>
  fc
    .tuple(fc.option(fc.nat({ max: KINDS.length - 1 }), { nil: undefined }), histories(longest))
    .map(([first, events]) =>
      first === undefined ? events : events.map((one) => ({ ...one, kind: first + (one.kind % NEIGHBOURS) })),
    );
