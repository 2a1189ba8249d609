import { type Day, workday } from "./calendar.ts";
import { areaCode } from "./population.ts";
import { drawSite } from "./sites.ts";
import { drawStandard, type Standard } from "./standards.ts";
import { type Graduate, newId, type Process, pace, TVTO, type World } from "./world.ts";

type Candidate = {
  readonly person: number;
  readonly standard: Standard;
  readonly province: number;
  /** Undefined if the person is assessed without training. */
  readonly enrolmentId?: string;
};

type Mode = "THEORY" | "PRACTICAL";

/** Share that passes at the first attempt; with one retake by a third of those who failed, four in five are certified. */
const PASS = { THEORY: 0.86, PRACTICAL: 0.83 } as const;
const RETAKE_SHARE = 0.3;
const PASS_MARK = 50;

/** The others are assessed where they were trained. */
const AT_SITE_SHARE = 0.9;

const score = (world: World, isPassed: boolean): number => {
  const { random } = world;
  const mark = isPassed ? 72 + random.normal() * 10 : 36 + random.normal() * 7;
  const [low, high] = isPassed ? [PASS_MARK, 100] : [0, PASS_MARK - 2];
  return Math.min(high, Math.max(low, Math.round(mark * 2) / 2));
};

/** Takes one test, graded some days later. Returns the assessment if it was passed. */
const sit = (world: World, candidate: Candidate, mode: Mode, day: Day): string | undefined => {
  const { random, people, recorder } = world;
  const { person, standard, province, enrolmentId } = candidate;
  const assessmentId = newId(world, day);
  const stream = `assessment-${assessmentId}`;
  const taken = {
    assessmentId,
    personRef: people.ref(person),
    standardId: standard.id,
    area: areaCode(province),
    mode,
    ...(enrolmentId !== undefined && { enrolmentId }),
    ...(random.chance(AT_SITE_SHARE) && { siteId: drawSite(world, province) }),
  };
  recorder.report({ type: "AssessmentTaken", source: TVTO, stream, on: day, data: taken });
  const isPassed = random.chance(PASS[mode]);
  const graded = { assessmentId, score: score(world, isPassed), isPassed };
  const on = day + (mode === "THEORY" ? random.whole(0, 2) : random.whole(1, 9));
  recorder.report({ type: "AssessmentGraded", source: TVTO, stream, on, data: graded });
  return isPassed ? assessmentId : undefined;
};

type Test = {
  readonly mode: Mode;
  readonly next: (assessmentId: string, day: Day) => void;
  readonly isRetake?: boolean;
};

/** Takes a test, repeated once by some who fail, and continues if it is passed. */
const sitUntilPassed = (world: World, candidate: Candidate, test: Test, day: Day): void => {
  const { mode, next, isRetake = false } = test;
  const passed = sit(world, candidate, mode, day);
  const { random, agenda } = world;
  if (passed !== undefined) next(passed, day);
  else if (!isRetake && random.chance(RETAKE_SHARE)) {
    const again = workday(day + random.whole(20, 60));
    agenda.at(again, (on) => sitUntilPassed(world, candidate, { ...test, isRetake: true }, on));
  }
};

/** Theory, then practice, then the certificate. */
export const assess = (world: World, candidate: Candidate, day: Day): void => {
  const { random, agenda } = world;
  const practice = (theory: string): Test => ({
    mode: "PRACTICAL",
    next: (practical, on) => {
      const wait = Math.min(150, Math.round(9 + 14 * Math.exp(0.8 * random.normal())));
      agenda.at(workday(on + wait), (issued) => certify(world, candidate, [theory, practical], issued));
    },
  });
  const next = (theory: string, on: Day): void =>
    agenda.at(workday(on + random.whole(4, 20)), (later) =>
      sitUntilPassed(world, candidate, practice(theory), later),
    );
  sitUntilPassed(world, candidate, { mode: "THEORY", next }, day);
};

const REVOKED_SHARE = 0.006;

/** The number of latest certificate holders of a province who can be referred to employers. */
const GRADUATES_KEPT = 200;

const remember = ({ graduates }: World, province: number, graduate: Graduate): void => {
  const known = graduates.get(province) ?? [];
  if (known.length >= GRADUATES_KEPT) known.shift();
  known.push(graduate);
  graduates.set(province, known);
};

const certify = (world: World, candidate: Candidate, assessmentIds: readonly string[], day: Day): void => {
  const { random, people, recorder, agenda } = world;
  const { person, standard, province } = candidate;
  const certificateId = newId(world, day);
  const stream = `certificate-${certificateId}`;
  const data = {
    certificateId,
    personRef: people.ref(person),
    standardId: standard.id,
    assessmentIds,
    ...(random.chance(0.6) && { level: random.whole(1, 3) }),
  };
  recorder.report({ type: "CertificateIssued", source: TVTO, stream, on: day, data });
  remember(world, province, { person, certificateId, isco: standard.isco });
  if (random.chance(REVOKED_SHARE)) {
    agenda.at(day + random.whole(30, 300), (on) => {
      const revoked = { certificateId, reason: "the assessment was found to be invalid" };
      recorder.report({ type: "CertificateRevoked", source: TVTO, stream, on, data: revoked });
    });
  }
};

/** Assesses experienced people who were not trained. */
export const assessmentWithoutTraining = (world: World): Process => {
  const { people, random } = world;
  const due = pace(people.size * 0.02);
  return (day) => {
    for (let n = due(); n > 0; n--) {
      const person = people.find(random, (p) => people.isInTraining[p] === 0 && people.ageIn(p, 2022) >= 25);
      if (person === undefined) continue;
      assess(
        world,
        { person, standard: drawStandard(random), province: people.province[person] ?? 0 },
        workday(day),
      );
    }
  };
};
