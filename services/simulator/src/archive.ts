import { type Day, isoDay, workday } from "./calendar.ts";
import { followUp } from "./destinations.ts";
import { areaCode } from "./population.ts";
import { type ProviderKind, ProviderMix, plannedHours } from "./providers.ts";
import { drawStandard } from "./standards.ts";
import { drawProvider } from "./training.ts";
import { newId, type Process, TVTO, type World, withOwnRandom } from "./world.ts";

/** The half-year before the register opened: one in four of its courses was imported later. */
const DAYS = 170;
const COMPLETIONS = 0.05;
const COMPLETED_SHARE = 0.9;

/** When they are imported: the register has its people by then. */
const BROUGHT_IN = 26;

const MAX_HOURS = 400;

type Course = {
  readonly id: string;
  readonly isco: string;
  readonly province: number;
  readonly hours: number;
  readonly first: Day;
  readonly last: Day;
};

const tell = (world: World, type: string, on: Day, data: { readonly [name: string]: unknown }): void => {
  const stream =
    type === "CourseScheduled" ? `course-${data["courseId"]}` : `enrolment-${data["enrolmentId"]}`;
  world.recorder.reportOn({ type, source: TVTO, stream, on, data }, world.first + BROUGHT_IN);
};

const hold = (world: World, kind: ProviderKind): Course => {
  const { random, people } = world;
  const standard = drawStandard(random);
  const province = people.province[random.whole(0, people.size - 1)] ?? 0;
  const hours = Math.min(MAX_HOURS, plannedHours(kind, standard.hours));
  const last = workday(world.first - random.whole(2, DAYS));
  const first = workday(last - Math.max(6, Math.ceil((hours * 7) / kind.hoursAWeek)));
  const course = { id: newId(world, first), isco: standard.isco, province, hours, first, last };
  tell(world, "CourseScheduled", first, {
    courseId: course.id,
    standardId: standard.id,
    providerId: drawProvider(world, { kind, province }),
    provider: kind.code,
    programme: random.pick(kind.programmes),
    area: areaCode(province),
    endsOn: isoDay(last),
    plannedHours: hours,
    capacity: kind.classSize,
  });
  return course;
};

const attend = (world: World, { id: courseId, isco, province, hours, first, last }: Course): void => {
  const { random, people } = world;
  const person = people.find(random, () => true, province);
  if (person === undefined) return;
  const enrolmentId = newId(world, first);
  const personRef = people.ref(person);
  tell(world, "TraineeEnrolled", first, { enrolmentId, courseId, personRef, feePaid: 0 });
  if (!random.chance(COMPLETED_SHARE)) return;
  tell(world, "AttendanceRecorded", last, { enrolmentId, hours });
  tell(world, "TrainingCompleted", last, { enrolmentId, personRef, courseId, totalHours: hours });
  followUp(world, { person, enrolmentId, isco }, last);
};

/**
 * Courses that ended before the register opened, imported from older records. Their completers are the first whose
 * destination after three years is known.
 */
export const archive = (whole: World): Process => {
  const world = withOwnRandom(whole, 0xa2c);
  return (day) => {
    if (day !== world.first + BROUGHT_IN) return;
    const mix = new ProviderMix();
    const size = world.people.size * COMPLETIONS;
    for (let seats = 0; seats < size; ) {
      const kind = mix.next();
      const course = hold(world, kind);
      for (let n = 0; n < kind.classSize; n++) attend(world, course);
      mix.give(kind, kind.classSize);
      seats += kind.classSize;
    }
  };
};
