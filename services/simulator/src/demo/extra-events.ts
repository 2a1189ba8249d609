import { periodOf } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
import { dayOf, isoDay } from "../calendar.ts";
import { namedId, pseudonym } from "../identity.ts";
import { mix, Random } from "../random.ts";
import { MCLS, SSO, TVTO } from "../world.ts";

/** The state pays three per cent of the wage; the monthly wage of one insured person, in rial, is rounded. */
const STATE_SHARE = 0.03;
const WAGE_IRR = 55_000_000;

/** An additional event, a number of days after the event that it follows. */
type ExtraEvent = Pick<NewEvent, "type" | "source" | "stream" | "data"> & { readonly after: number };

/** What all rules share. */
type Scene = {
  readonly random: Random;
  /** A person who is not in the register: a dependant, an instructor. */
  readonly stranger: () => string;
  /** The countries for which a target was recorded. */
  readonly targeted: Set<unknown>;
};

type Rule = {
  readonly share: number;
  readonly follow: (event: NewEvent, scene: Scene) => readonly ExtraEvent[];
};

const appeal: Rule["follow"] = ({ stream, data }, { random }) => {
  if (data["isPassed"] !== false) return [];
  const { assessmentId } = data;
  const event = { source: TVTO, stream };
  return [
    { ...event, type: "AssessmentAppealed", data: { assessmentId }, after: random.whole(2, 9) },
    {
      ...event,
      type: "AppealDecided",
      data: { assessmentId, outcome: random.chance(0.1) ? "WITHDRAWN" : "REJECTED" },
      after: random.whole(15, 40),
    },
  ];
};

const missedSitting: Rule["follow"] = ({ id, data, effectiveOn }, { random }) => {
  const { personRef, standardId, siteId, mode } = data;
  if (siteId === undefined) return [];
  const assessmentId = namedId(`booked/${id}`);
  const event = { source: TVTO, stream: `assessment-${assessmentId}` };
  const wait = random.whole(20, 45);
  const bookedFor = isoDay(dayOf(effectiveOn) + wait);
  const booked = { assessmentId, personRef, standardId, siteId, mode, bookedFor };
  const missed = { assessmentId, isExcused: random.chance(0.3) };
  return [
    { ...event, type: "AssessmentBooked", data: booked, after: 5 },
    { ...event, type: "AssessmentMissed", data: missed, after: wait },
  ];
};

const jobseeker: Rule["follow"] = ({ data }, { random }) => {
  const { personRef, branch } = data;
  if (branch !== "UNEMPLOYMENT") return [];
  const event = { source: MCLS, stream: `jobseeker-${String(personRef)}` };
  const registered = { personRef, hasSearched: true, isAvailable: true };
  const ended = { personRef, reason: random.chance(0.7) ? "FOUND_WORK" : "NOT_CONFIRMED" };
  return [
    { ...event, type: "JobseekerRegistered", data: registered, after: random.whole(1, 10) },
    { ...event, type: "JobseekerDeregistered", data: ended, after: random.whole(60, 300) },
  ];
};

const cooperation: Rule["follow"] = ({ data }, { random, targeted }) => {
  const { memorandumId, isDomestic, parties } = data;
  const [, partner] = Array.isArray(parties) ? (parties as readonly { readonly country?: unknown }[]) : [];
  const country = partner?.country;
  if (isDomestic === true || country === undefined) return [];
  const groupId = `simulated-group-${namedId(String(memorandumId)).slice(0, 8)}`;
  const event = { source: TVTO, stream: `workinggroup-${groupId}` };
  const group = { groupId, countries: ["IRN", country] };
  const desk = { type: "DeskCountryTargeted", source: TVTO, stream: `desk-${String(country)}` };
  const proposed = { ...event, type: "WorkingGroupProposed", data: { ...group, memorandumId } };
  const aims = targeted.has(country) ? [] : [{ ...desk, data: { country }, after: 10 }];
  targeted.add(country);
  return [
    ...aims,
    { ...proposed, after: 30 },
    { ...event, type: "WorkingGroupEstablished", data: group, after: random.whole(90, 240) },
  ];
};

/** Rules for event types that the simulation leaves out: after which events they occur, and for which share of them. */
const RULES: Readonly<Record<string, Rule>> = {
  AssessmentGraded: { share: 0.12, follow: appeal },
  AssessmentTaken: { share: 0.01, follow: missedSitting },
  BenefitAwarded: { share: 0.6, follow: jobseeker },
  MemorandumSigned: { share: 0.7, follow: cooperation },
  CoverageStarted: {
    share: 0.04,
    follow: ({ stream, data }, { random, stranger }) => {
      const relation = random.chance(0.45) ? "SPOUSE" : "CHILD";
      const added = { coverageId: data["coverageId"], dependantRef: stranger(), relation };
      return [{ type: "DependantAdded", source: SSO, stream, data: added, after: random.whole(3, 30) }];
    },
  },
  DecileAssigned: {
    share: 0.5,
    follow: ({ stream, data }, { random }) => {
      const { householdId, decile } = data;
      const notified = { householdId, decile, channel: random.chance(0.8) ? "SMS" : "WEB" };
      return [{ type: "EligibilityNotified", source: MCLS, stream, data: notified, after: 7 }];
    },
  },
  CourseScheduled: {
    share: 0.08,
    follow: ({ stream, data }, { stranger }) => {
      const assigned = { courseId: data["courseId"], instructorRef: stranger() };
      return [{ type: "InstructorAssigned", source: TVTO, stream, data: assigned, after: 1 }];
    },
  },
  CoverageSnapshotReported: {
    share: 1,
    follow: ({ data, effectiveOn }) => {
      const month = periodOf(effectiveOn, "JALALI", "MONTH").code;
      const amount = Math.round(Number(data["mainInsured"]) * WAGE_IRR * STATE_SHARE);
      const event = { type: "StateShareBooked", source: SSO, stream: `stateshare-${month}` };
      return [{ ...event, data: { month, amount }, after: 40 }];
    },
  },
};

const recorded = (cause: NewEvent, { after, ...event }: ExtraEvent): NewEvent => {
  const on = isoDay(dayOf((cause.recordedAt ?? "").slice(0, 10)) + after);
  return {
    ...event,
    id: namedId(`${event.type}/${cause.id}`),
    version: 1,
    effectiveOn: on,
    synthetic: true,
    recordedAt: `${on}T13:00:00.000Z`,
  };
};

/** Inserts in the order of `recordedAt`; what would be recorded after the last simulated event is left out. */
const insert = (waiting: NewEvent[], event: NewEvent): void => {
  const at = waiting.findLastIndex((other) => (other.recordedAt ?? "") <= (event.recordedAt ?? ""));
  waiting.splice(at + 1, 0, event);
};

/**
 * The simulated events, with additional events after some of them. These have their own random numbers, so the simulation
 * itself stays the same, and no indicator counts them.
 */
export function* withExtraEvents(events: Iterable<NewEvent>, seed: number): Generator<NewEvent> {
  const strangers = mix(seed, 0x5e9);
  let strangerCount = 0;
  const scene: Scene = {
    random: new Random(strangers),
    stranger: () => pseudonym(strangers, strangerCount++),
    targeted: new Set(),
  };
  const waiting: NewEvent[] = [];
  for (const event of events) {
    while ((waiting[0]?.recordedAt ?? "9") <= (event.recordedAt ?? "")) yield waiting.shift() as NewEvent;
    yield event;
    const rule = event.corrects === undefined ? RULES[event.type] : undefined;
    if (rule === undefined || !scene.random.chance(rule.share)) continue;
    for (const extra of rule.follow(event, scene)) insert(waiting, recorded(event, extra));
  }
}
