import { assess } from "./assessment.ts";
import { type Day, isoDay, workday } from "./calendar.ts";
import { followUp } from "./destinations.ts";
import { hostAgreement } from "./hosts.ts";
import { seekWork } from "./placement.ts";
import { areaCode } from "./population.ts";
import { programmeId } from "./programmes.ts";
import { type ProviderKind, ProviderMix, plannedHours } from "./providers.ts";
import { TARGET_GROUP } from "./shares.ts";
import { drawStandard, type Standard } from "./standards.ts";
import { newId, type Process, pace, TVTO, type World, withOwnRandom } from "./world.ts";

type Trainee = { readonly enrolmentId: string; readonly person: number; hours: number; hasLeft: boolean };

type Course = {
  readonly id: string;
  readonly standard: Standard;
  readonly kind: ProviderKind;
  readonly programme: string;
  readonly province: number;
  readonly first: Day;
  readonly last: Day;
  readonly hours: number;
  /** The number of attendance reports of a course. */
  readonly parts: number;
  readonly capacity: number;
};

/** Enrolments per registered person and year. */
const ENROLMENTS_A_YEAR = 0.5;

const plan = (world: World, kind: ProviderKind, day: Day): Course => {
  const { random, people } = world;
  const standard = drawStandard(random);
  const hours = plannedHours(kind, standard.hours);
  const first = workday(day + random.whole(8, 30));
  return {
    id: newId(world, first),
    standard,
    kind,
    programme: random.pick(kind.programmes),
    province: people.province[random.whole(0, people.size - 1)] ?? 0,
    first,
    last: workday(first + Math.max(6, Math.ceil((hours * 7) / kind.hoursAWeek))),
    hours,
    parts: hours < 50 ? 3 : hours < 110 ? 4 : random.whole(5, 6),
    capacity: Math.max(2, Math.round(kind.classSize * (0.8 + random.unit() * 0.6))),
  };
};

/** A random provider of the kind in the province. */
export const drawProvider = (
  { random, people }: World,
  { kind, province }: { readonly kind: ProviderKind; readonly province: number },
): string => {
  const persons = (people.starts[province + 1] ?? 0) - (people.starts[province] ?? 0);
  const number = random.whole(1, Math.max(1, Math.round(persons * kind.share * 0.004)));
  return `${kind.slug}-${areaCode(province)}-${number}`;
};

const schedule = (world: World, course: Course, day: Day): void => {
  const { id, standard, kind, programme, province, first, last, hours, capacity } = course;
  const partOf = programmeId(programme);
  const data = {
    courseId: id,
    standardId: standard.id,
    providerId: drawProvider(world, course),
    provider: kind.code,
    programme,
    area: areaCode(province),
    endsOn: isoDay(last),
    plannedHours: hours,
    capacity,
    ...(partOf !== undefined && { programmeId: partOf }),
    ...(kind.code === "HOST_UNIT" && {
      hostAgreementId: hostAgreement(world, province, { from: day, to: last }),
    }),
  };
  const draft = { type: "CourseScheduled", source: TVTO, stream: `course-${id}`, on: first, data };
  world.recorder.reportOn(draft, day + world.random.whole(0, 5));
  world.agenda.at(first, () => open(world, course));
};

const groupsOf = ({ random, people }: World, { programme }: Course, person: number): readonly string[] => {
  if (programme === "KAHAD") return ["STUDENT"];
  if (programme === "NAKHLESTAN") return ["GRADUATE"];
  if (programme === "SUMMER_SKILL") return ["PUPIL"];
  if (programme === "RELIEF_EMPLOYABLE") return ["RELIEF_CLIENT"];
  if (people.isEmployed(person) && programme === "EMPLOYER_CONTRACT") return ["ENTERPRISE_WORKER"];
  return random.chance(0.3) ? [random.pick(TARGET_GROUP)] : [];
};

/** Young people and people without work train most often; nobody is in two courses at once. */
const wantsTraining = ({ people, random }: World, person: number): boolean =>
  people.isInTraining[person] === 0 &&
  random.chance((people.ageIn(person, 2022) < 35 ? 1 : 0.45) * (people.isEmployed(person) ? 0.55 : 1));

const enrol = (world: World, course: Course): Trainee | undefined => {
  const { people, random } = world;
  const person = people.find(random, (p) => wantsTraining(world, p), course.province);
  if (person === undefined) return undefined;
  people.isInTraining[person] = 1;
  const enrolmentId = newId(world, course.first);
  const targetGroups = groupsOf(world, course, person);
  const data = {
    enrolmentId,
    courseId: course.id,
    personRef: people.ref(person),
    ...(targetGroups.length > 0 && { targetGroups }),
    feePaid: course.kind.feeAnHourIrr * course.hours,
  };
  const stream = `enrolment-${enrolmentId}`;
  world.recorder.report({ type: "TraineeEnrolled", source: TVTO, stream, on: course.first, data });
  return { enrolmentId, person, hours: 0, hasLeft: false };
};

const open = (world: World, course: Course): void => {
  const trainees: Trainee[] = [];
  const size = Math.max(1, Math.round(course.capacity * (0.75 + world.random.unit() * 0.25)));
  for (let seat = 0; seat < size; seat++) {
    const trainee = enrol(world, course);
    if (trainee !== undefined) trainees.push(trainee);
  }
  const length = course.last - course.first;
  for (let part = 1; part <= course.parts; part++) {
    const day = course.first + Math.round((length * part) / course.parts);
    world.agenda.at(day, () => attend(world, course, trainees, day));
  }
  world.agenda.at(course.last, () => close(world, course, trainees, course.last));
};

const WITHDRAWAL_REASONS = ["found work", "illness", "moved away", "no time", "other"] as const;

const withdraw = (world: World, trainee: Trainee, day: Day): void => {
  trainee.hasLeft = true;
  world.people.isInTraining[trainee.person] = 0;
  const { enrolmentId } = trainee;
  const reason = WITHDRAWAL_REASONS[world.random.whole(0, WITHDRAWAL_REASONS.length - 1)];
  const data = { enrolmentId, ...(world.random.chance(0.7) && { reason }) };
  world.recorder.report({
    type: "TraineeWithdrew",
    source: TVTO,
    stream: `enrolment-${enrolmentId}`,
    on: day,
    data,
  });
};

const attend = (world: World, course: Course, trainees: readonly Trainee[], day: Day): void => {
  const { random, recorder } = world;
  const planned = course.hours / course.parts;
  for (const trainee of trainees) {
    if (trainee.hasLeft) continue;
    if (random.chance(course.kind.withdrawalShare / course.parts)) {
      withdraw(world, trainee, day);
      continue;
    }
    const hours = Math.round(planned * (0.86 + random.unit() * 0.14) * 2) / 2;
    trainee.hours += hours;
    const { enrolmentId } = trainee;
    const data = { enrolmentId, hours };
    recorder.report({
      type: "AttendanceRecorded",
      source: TVTO,
      stream: `enrolment-${enrolmentId}`,
      on: day,
      data,
    });
  }
};

/** A few drop out without notice: neither completion nor withdrawal is recorded. */
const SILENT_SHARE = 0.02;

const ASSESSED_SHARE = 0.83;

const close = (world: World, course: Course, trainees: readonly Trainee[], day: Day): void => {
  const { people, random } = world;
  for (const { person, enrolmentId, hours, hasLeft } of trainees) {
    if (hasLeft) continue;
    people.isInTraining[person] = 0;
    if (random.chance(SILENT_SHARE)) continue;
    const data = { enrolmentId, personRef: people.ref(person), courseId: course.id, totalHours: hours };
    const stream = `enrolment-${enrolmentId}`;
    world.recorder.report({ type: "TrainingCompleted", source: TVTO, stream, on: day, data });
    if (random.chance(ASSESSED_SHARE)) {
      const { standard, province } = course;
      world.agenda.at(workday(day + random.whole(7, 40)), (on) =>
        assess(world, { person, standard, province, enrolmentId }, on),
      );
    }
    followUp(world, { person, enrolmentId, isco: course.standard.isco }, day);
    seekWork(world, person, course.standard.isco, day);
  }
};

/** Courses under way when the register opened are reported once it has its people: none lasts longer than this, in days. */
const UNDER_WAY_DAYS = 240;
const SETTLED = 26;

const scheduler = (world: World): ((day: Day) => void) => {
  const enrolmentsDue = pace(world.people.size * ENROLMENTS_A_YEAR);
  const mix = new ProviderMix();
  let owed = 0;
  return (day) => {
    for (owed += enrolmentsDue(); owed > 0; ) {
      const course = plan(world, mix.next(), day);
      // Courses that had ended by then are imported from older records, if at all.
      if (course.last >= world.first) schedule(world, course, day);
      const seats = course.capacity * 0.875;
      mix.give(course.kind, seats);
      owed -= seats;
    }
  };
};

/** Schedules courses so that enrolments match their yearly rate from the first day on. */
export const training = (world: World): Process => {
  const scheduleCourses = scheduler(world);
  const scheduleEarlier = scheduler(withOwnRandom(world, 0x7a1));
  return (day) => {
    if (day === world.first + SETTLED)
      for (let early = world.first - UNDER_WAY_DAYS; early < world.first; early++) scheduleEarlier(early);
    scheduleCourses(day);
  };
};
