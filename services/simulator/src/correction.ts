import { thingId } from "./identity.ts";
import type { Random } from "./random.ts";
import type { SimulatedEvent } from "./simulated-event.ts";

type Data = Readonly<Record<string, unknown>>;
type Change = { readonly data?: Data; readonly days?: number; readonly within?: number };

/** The maximum number of days until a mistake is found. */
const FOUND_WITHIN = 75;

/** Share of the correctable events that is corrected: about 1 % of all events. */
const CORRECTED_SHARE = 0.0145;

/** Share of the retractable events that is retracted: with the mistaken reports about 0.3 % of all events. */
const RETRACTED_SHARE = 0.0045;

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

const rewriteLine = (data: Data, random: Random): Data => {
  const lines = data["lines"] as readonly Data[];
  const at = random.whole(0, lines.length - 1);
  const insurableWage = (line: Data) => Math.round(number(line["insurableWage"]) * 1.05);
  return {
    ...data,
    lines: lines.map((line, index) =>
      index === at ? { ...line, insurableWage: insurableWage(line) } : line,
    ),
  };
};

/** How each type is corrected: with the complete correct data, or with the correct day. */
const CHANGES: Readonly<Record<string, (data: Data, random: Random) => Change>> = {
  WorkerRegistered: (data, random) =>
    random.chance(0.5)
      ? { data: { ...data, birthYear: number(data["birthYear"]) + (random.chance(0.5) ? 1 : -1) } }
      : { data: { ...data, education: random.chance(0.5) ? "ISCED11_3" : "ISCED11_6" } },
  EmploymentStarted: (data, random) =>
    random.chance(0.5)
      ? { days: -random.whole(1, 25) }
      : { data: { ...data, weeklyHours: data["weeklyHours"] === 44 ? 40 : 44 } },
  AttendanceRecorded: (data, random) => ({
    data: { ...data, hours: Math.max(1, number(data["hours"]) - random.whole(1, 4)) },
  }),
  TrainingCompleted: (data, random) =>
    random.chance(0.5)
      ? { days: random.whole(1, 3) }
      : { data: { ...data, totalHours: number(data["totalHours"]) + random.whole(1, 8) } },
  AssessmentGraded: (data, random) => ({
    data: {
      ...data,
      score: Math.min(100, number(data["score"]) + (data["isPassed"] === true ? random.whole(1, 5) : 0.5)),
    },
  }),
  CertificateIssued: (data, random) => ({
    days: random.whole(1, 3),
    data: { ...data, level: random.whole(1, 3) },
  }),
  ContributionListSubmitted: (data, random) => ({ data: rewriteLine(data, random) }),
  ContributionPaid: (data, random) => ({
    data: { ...data, employer: number(data["employer"]) + random.whole(1, 9) * 1000 },
  }),
  // The survey office checks interviews before it calibrates and corrects none afterwards.
  LabourStatusObserved: (data, random) => ({
    within: 5,
    data: { ...data, age: Math.max(15, number(data["age"]) + (random.chance(0.5) ? 1 : -1)) },
  }),
  BasketPriceObserved: (data) => ({ data: { ...data, price: Math.round(number(data["price"]) * 0.97) } }),
  VacancyOpened: (data) => ({ data: { ...data, posts: number(data["posts"]) + 1 } }),
  PlacementVerified: (_data, random) => ({ days: -random.whole(1, 5) }),
};

/** Types of which a report may be completely wrong. No other event of the stream depends on it. */
const RETRACTABLE = new Set([
  "AttendanceRecorded",
  "TrainingCompleted",
  "ContributionListSubmitted",
  "CertificateIssued",
  "ContributionPaid",
]);

/**
 * For some events, their correction: same type and stream, all the correct data, `corrects` set to the original, and
 * the number of days after which it is recorded.
 */
export const correctionOf = (
  draft: SimulatedEvent,
  id: string,
  random: Random,
): { readonly correction: SimulatedEvent; readonly after: number } | undefined => {
  const change = CHANGES[draft.type];
  if (change === undefined || !random.chance(CORRECTED_SHARE)) return undefined;
  const { data = draft.data, days = 0, within = FOUND_WITHIN } = change(draft.data, random);
  const correction = { ...draft, on: draft.on + days, data, corrects: id };
  return { correction, after: random.whole(3, within) };
};

/** The retraction of an event: always for a mistaken report, sometimes for others. */
export const retractionOf = (
  draft: SimulatedEvent,
  id: string,
  random: Random,
): SimulatedEvent | undefined => {
  const isRetracted =
    draft.isMistaken === true || (RETRACTABLE.has(draft.type) && random.chance(RETRACTED_SHARE));
  return isRetracted
    ? retract(draft, { id, reason: "the report was entered by mistake" }, random)
    : undefined;
};

type Retracted = { readonly id: string; readonly reason: string };

/** Retracts the event of that id, with a reason. */
export const retract = (draft: SimulatedEvent, { id, reason }: Retracted, random: Random): SimulatedEvent => {
  const retractionId = thingId(draft.on, random.bits(), random.bits(), 0);
  return {
    type: "EventRetracted",
    source: draft.source,
    stream: `retraction-${retractionId}`,
    on: draft.on,
    data: { retractionId, retractedType: draft.type, reason },
    corrects: id,
  };
};
