import type { NewEvent } from "@karnameh/schema/event";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "./simulate.ts";

const DAY_MS = 86_400_000;
const text = ({ data }: NewEvent, name: string): string => String(data[name]);

const isOfTheYears = ({ effectiveOn }: NewEvent): boolean => effectiveOn >= "2021-03-21";

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** What is known in the end of 20,000 people's three years: corrected, and without what was retracted. */
class Outcome {
  readonly #byType: ReadonlyMap<string, readonly NewEvent[]>;

  constructor() {
    const known = new Map<string, NewEvent>();
    for (const event of simulate({ people: 20_000, years: 3, seed: 1 })) {
      if (event.type === "EventRetracted") known.delete(event.corrects ?? "");
      else known.set(event.corrects ?? event.id, event);
    }
    this.#byType = Map.groupBy(known.values(), ({ type }) => type);
  }

  of(type: string): readonly NewEvent[] {
    return this.#byType.get(type) ?? [];
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

  it("the first quarter is one like the others: courses were under way when the register opened", () => {
    const providers = outcome.index("CourseScheduled", "courseId", "provider");
    const ended = (from: string, to: string) =>
      outcome
        .of("TrainingCompleted")
        .filter(({ effectiveOn }) => effectiveOn >= from && effectiveOn <= to)
        .map((event) => providers.get(text(event, "courseId")));
    const first = ended("2021-03-21", "2021-06-21");
    const years = ended("2022-03-21", "2024-03-19");
    const share = (of: readonly unknown[]) =>
      of.filter((each) => each === "PRIVATE_SCHOOL").length / of.length;
    expect((8 * first.length) / years.length).toBeGreaterThan(0.85);
    expect((8 * first.length) / years.length).toBeLessThan(1.15);
    expect(Math.abs(share(first) - share(years))).toBeLessThan(0.06);
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

  it("jobs grow by a few per cent a year at most, as those of the country do", () => {
    const until = (type: string, day: string): number =>
      outcome.of(type).filter(({ effectiveOn }) => effectiveOn <= day).length;
    const jobsOn = (day: string): number => until("EmploymentStarted", day) - until("EmploymentEnded", day);
    const growth = jobsOn("2024-02-20") / jobsOn("2021-06-21");
    expect(growth).toBeGreaterThan(0.93);
    expect(growth).toBeLessThan(1.15);
  });

  it("lists are of 1 to 200 lines, each person once", () => {
    for (const { data } of outcome.of("ContributionListSubmitted")) {
      const lines = data["lines"] as readonly { personRef: string }[];
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(200);
      expect(new Set(lines.map(({ personRef }) => personRef)).size).toBe(lines.length);
    }
  });

  it("the survey finds 41 % in the labour force, of these 9 % without work, and nearly three in five without cover", () => {
    // Labour force surveys of the Statistical Centre of Iran, 1400 to 1402: 40.9 to 41.3 % and 8.2 to 9.2 %.
    const persons = outcome.of("LabourStatusObserved");
    const weight = (events: readonly NewEvent[]) =>
      events.reduce((sum, { data }) => sum + Number(data["weight"]), 0);
    const of = (status: string) => persons.filter(({ data }) => data["status"] === status);
    const [employed, unemployed] = [of("EMPLOYED"), of("UNEMPLOYED")];
    const active = weight(employed) + weight(unemployed);
    expect(active / weight(persons)).toBeGreaterThan(0.39);
    expect(active / weight(persons)).toBeLessThan(0.43);
    expect(weight(unemployed) / active).toBeGreaterThan(0.075);
    expect(weight(unemployed) / active).toBeLessThan(0.105);
    const informal = employed.filter(({ data }) => data["isInformal"] === true);
    expect(weight(informal) / weight(employed)).toBeGreaterThan(0.52);
    expect(weight(informal) / weight(employed)).toBeLessThan(0.63);
  });

  it("the system issues a licence by itself on the third working day, and one in twelve to one in five so", () => {
    const automatic = outcome.of("LicenceAutoIssued");
    const decided = automatic.length + outcome.of("LicenceGranted").filter(isOfTheYears).length;
    for (const { data, effectiveOn } of automatic) expect(data["dueOn"]).toBe(effectiveOn);
    expect(automatic.length / decided).toBeGreaterThan(1 / 12);
    expect(automatic.length / decided).toBeLessThan(1 / 5);
  });

  it("a bonus is granted for two million rial of a household's own subsidy, once a month", () => {
    const own = new Map(
      outcome
        .of("CouponPurchaseMade")
        .map((event) => [
          text(event, "purchaseId"),
          (event.data["lines"] as readonly { fromCoupon: number }[]).reduce(
            (sum, { fromCoupon }) => sum + fromCoupon,
            0,
          ),
        ]),
    );
    const granted = outcome.of("BonusGranted");
    for (const { data } of granted) {
      const purchases = data["purchaseIds"] as readonly string[];
      expect(purchases.reduce((sum, purchaseId) => sum + (own.get(purchaseId) ?? 0), 0)).toBe(2_000_000);
    }
    const months = granted.map((event) => `${text(event, "householdId")} ${text(event, "month")}`);
    expect(new Set(months).size).toBe(months.length);
  });

  it("of the contributions due, 30 % of the wages, more than nine tenths are paid", () => {
    const wages = new Map(
      outcome
        .of("ContributionListSubmitted")
        .map((event) => [
          text(event, "listId"),
          (event.data["lines"] as readonly { insurableWage: number }[]).reduce(
            (sum, { insurableWage }) => sum + insurableWage,
            0,
          ),
        ]),
    );
    const paid = outcome
      .of("ContributionPaid")
      .filter((event) => wages.has(text(event, "listId")))
      .reduce(
        (sum, { data }) =>
          sum + Number(data["worker"]) + Number(data["employer"]) + Number(data["unemployment"]),
        0,
      );
    const due = [...wages.values()].reduce((sum, wage) => sum + wage, 0) * 0.3;
    expect(paid / due).toBeGreaterThan(0.88);
    expect(paid / due).toBeLessThan(0.97);
  });
});
