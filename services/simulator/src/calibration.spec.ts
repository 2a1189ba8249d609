import type { NewEvent } from "@karnameh/schema/event";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "./simulate.ts";

const DAY_MS = 86_400_000;
const text = ({ data }: NewEvent, name: string): string => String(data[name]);

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** What is known in the end of 20,000 people's three years: corrected, and without what was taken back. */
class Outcome {
  readonly #known = new Map<string, NewEvent>();

  constructor() {
    for (const event of simulate({ people: 20_000, years: 3, seed: 1 })) {
      if (event.type === "EventRetracted") this.#known.delete(event.corrects ?? "");
      else this.#known.set(event.corrects ?? event.id, event);
    }
  }

  of(type: string): readonly NewEvent[] {
    return [...this.#known.values()].filter((event) => event.type === type);
  }

  /** Field `value` by field `key` of the events of a type. */
  index(type: string, key: string, value: string): ReadonlyMap<string, string> {
    return new Map(this.of(type).map((event) => [text(event, key), text(event, value)]));
  }
}

describe("calibration, people 20,000, seed 1", () => {
  let outcome: Outcome;
  const completions = new Map<string, number>();
  const hours = new Map<string, number>();

  beforeAll(() => {
    outcome = new Outcome();
    const providers = outcome.index("CourseScheduled", "courseId", "provider");
    const courses = outcome.index("TraineeEnrolled", "enrolmentId", "courseId");
    const add = (sums: Map<string, number>, courseId: string, n: number) => {
      const provider = providers.get(courseId) ?? "";
      sums.set(provider, (sums.get(provider) ?? 0) + n);
    };
    for (const event of outcome.of("TrainingCompleted")) add(completions, text(event, "courseId"), 1);
    for (const event of outcome.of("AttendanceRecorded")) {
      add(hours, courses.get(text(event, "enrolmentId")) ?? "", Number(event.data["hours"]));
    }
  });

  const completed = (provider: string): number => completions.get(provider) ?? 0;
  const hoursATrainee = (provider: string): number => (hours.get(provider) ?? 0) / completed(provider);

  it("private schools have 58 % of the completions of private schools and state centres", () => {
    // 1,463 of 2,502 thousand in two years (58.5 %); 825,847 of 1,470,273 in the year to Mehr 1401 (56.2 %).
    const share = completed("PRIVATE_SCHOOL") / (completed("PRIVATE_SCHOOL") + completed("STATE_CENTRE"));
    expect(share).toBeGreaterThan(0.565);
    expect(share).toBeLessThan(0.595);
  });

  it("hours a trainee are near 172 in state centres, 226 in private schools and 72 in workplaces", () => {
    expect(Math.abs(hoursATrainee("STATE_CENTRE") - 171.9)).toBeLessThan(7);
    expect(Math.abs(hoursATrainee("PRIVATE_SCHOOL") - 226.5)).toBeLessThan(9);
    expect(Math.abs(hoursATrainee("WORKPLACE_CENTRE") - 72.3)).toBeLessThan(8);
  });

  it("four in five of those assessed in a year are certified", () => {
    // 1,933,229 certificates over 2,416,785 persons assessed: 80 %.
    const inYear = ({ effectiveOn }: NewEvent) => effectiveOn >= "2022-03-21" && effectiveOn <= "2023-03-20";
    const taken = outcome.of("AssessmentTaken").filter(inYear);
    const cohort = new Set(taken.map((event) => text(event, "assessmentId")));
    const certified = outcome
      .of("CertificateIssued")
      .filter(({ data }) => (data["assessmentIds"] as readonly string[]).some((id) => cohort.has(id)));
    const persons = (events: readonly NewEvent[]) =>
      new Set(events.map((event) => text(event, "personRef"))).size;
    expect(persons(certified) / persons(taken)).toBeGreaterThan(0.77);
    expect(persons(certified) / persons(taken)).toBeLessThan(0.84);
  });

  it("about half of the completers are employed six months later", () => {
    const ends = new Map(
      outcome.of("EmploymentEnded").map((event) => [text(event, "spellId"), event.effectiveOn]),
    );
    const spells = Map.groupBy(outcome.of("EmploymentStarted"), (event) => text(event, "personRef"));
    const isEmployed = (person: string, day: string): boolean =>
      (spells.get(person) ?? []).some(
        (spell) => spell.effectiveOn <= day && day <= (ends.get(text(spell, "spellId")) ?? "9999"),
      );
    const old = outcome.of("TrainingCompleted").filter(({ effectiveOn }) => effectiveOn < "2023-09-01");
    const placed = old.filter((event) =>
      isEmployed(text(event, "personRef"), dayAfter(event.effectiveOn, 183)),
    );
    expect(placed.length / old.length).toBeGreaterThan(0.45);
    expect(placed.length / old.length).toBeLessThan(0.6);
  });

  it("lists are of 1 to 200 lines, each person once", () => {
    for (const { data } of outcome.of("ContributionListSubmitted")) {
      const lines = data["lines"] as readonly { personRef: string }[];
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(200);
      expect(new Set(lines.map(({ personRef }) => personRef)).size).toBe(lines.length);
    }
  });
});
