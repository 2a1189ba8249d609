import { type EventBatch, type EventLog, linesIn, type Position } from "@karnameh/event-log/port";
import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";

const TYPES = ["TraineeEnrolled", "AttendanceRecorded", "TrainingCompleted"] as const;

/** The n-th event of a test: ids grow with n, four events share a stream. */
export const event = (n: number, over: Partial<NewEvent> = {}): NewEvent => ({
  id: `018f3c2a-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
  source: "urn:karnameh:agency:tvto",
  type: TYPES[n % TYPES.length] ?? TYPES[0],
  version: 1,
  stream: `enrolment-${Math.floor(n / 4)}`,
  effectiveOn: "2021-03-21",
  data: { n, note: "دوره\nآموزشی" },
  ...over,
});

export const events = (from: number, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => event(from + index));

/** The events of a text, which must be of its type and in the order of the log. */
const eventsIn = ([type, text]: readonly [string, Uint8Array]): RecordedEvent[] => {
  let before = 0;
  return linesIn(text).map((line) => {
    const recorded: RecordedEvent = JSON.parse(line);
    if (recorded.type !== type) throw new Error(`an event of ${recorded.type} stands among ${type}`);
    if (recorded.position <= before) throw new Error(`${recorded.position} stands after ${before}`);
    before = recorded.position;
    return recorded;
  });
};

/** The events of a batch in the order of the log. */
export const eventsOf = (batch: EventBatch): RecordedEvent[] =>
  [...batch.texts].flatMap(eventsIn).sort((one, other) => one.position - other.position);

export const readAll = async (
  log: EventLog,
  after: Position = 0n,
  limit = 5_000,
): Promise<RecordedEvent[]> => {
  const all: RecordedEvent[] = [];
  for (let last = after; ; ) {
    const batch = await log.read(last, limit);
    if (batch.count === 0) return all;
    for (const recorded of eventsOf(batch)) all.push(recorded);
    last = batch.last;
  }
};

export const codeOf = async (failing: Promise<unknown>): Promise<unknown> => {
  try {
    await failing;
    return "nothing failed";
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
};
