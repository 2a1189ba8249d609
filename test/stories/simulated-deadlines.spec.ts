import { addDays } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
import { simulate } from "@karnameh/simulator/simulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** What is assessed, and the field that names it. */
const ASSESSED: Readonly<Record<string, string>> = {
  ContributionListAssessed: "listId",
  LicenceApplicationAssessed: "applicationId",
};
/** What is no answer to one thing that was sent: of these it is compared how many are the same. */
const MISSED = "ContributionListMissed";
/** The rule of the applications made since the register opened; those before it were never assessed. */
const RULE = "simulated-three-days";
const LAST_DAY = "2023-03-20";

const isAnswer = ({ type, data }: NewEvent): boolean =>
  type === MISSED ||
  type in ASSESSED ||
  (type === "EventRetracted" && String(data["retractedType"]) in ASSESSED);

const named = ({ type, data }: NewEvent): string => String(data[ASSESSED[type] ?? ""]);

/** The answers that stand in the end, by what they are about. */
const standing = (events: readonly NewEvent[]): ReadonlyMap<string, NewEvent> => {
  const known = new Map<string, NewEvent>();
  for (const event of events) {
    if (event.type === "EventRetracted") known.delete(event.corrects ?? "");
    else known.set(event.corrects ?? event.id, event);
  }
  return new Map([...known.values()].map((event) => [named(event), event]));
};

const said = ([name, { effectiveOn, data }]: [string, NewEvent]) => [name, effectiveOn, data];

/**
 * Two years of a synthetic population, of which the policies get all but the events that the simulator derived in their
 * place: what they then record of lists and applications is what it had said.
 */
describe("the deadlines of a simulated country", () => {
  const simulated: NewEvent[] = [];
  let story: Story;
  beforeAll(async () => {
    const told: NewEvent[] = [];
    for (const event of simulate({ people: 1_500, years: 2, seed: 3 }))
      (isAnswer(event) ? simulated : told).push(event);
    story = await beginStory({ indicators: [], history: told, begins: "2021-03-20" });
    await story.pass(addDays(LAST_DAY, 1));
  });
  afterAll(() => story.end());

  const answered = async (type: string): Promise<ReadonlyMap<string, NewEvent>> =>
    new Map(
      (await story.recorded(type))
        .filter(({ data }) => type !== "LicenceApplicationAssessed" || data["ruleVersion"] === RULE)
        .map((event) => [named(event), event]),
    );

  it.each([
    ["ContributionListAssessed", 800],
    ["LicenceApplicationAssessed", 90],
  ])("are those of the policies: %s", async (type, least) => {
    const policies = await answered(type);
    // What was over on the last day is recorded on the day after it, when the simulated years are over.
    const isOver = ([name]: [string, NewEvent]) => policies.get(name)?.effectiveOn !== LAST_DAY;
    const expected = [...policies].filter(isOver).map(said).sort();
    const answers = [...standing(simulated)].filter(([, event]) => event.type === type);
    expect(expected.length).toBeGreaterThan(least);
    expect(answers.filter(isOver).map(said).sort()).toEqual(expected);
  });

  it("are missed where the policy says so too, which knows more of jobs that were reported late", async () => {
    const words = ({ effectiveOn, data }: NewEvent) =>
      JSON.stringify([effectiveOn, Object.entries(data).sort()]);
    const policies = new Set((await story.recorded(MISSED)).map(words));
    const simulations = simulated.filter(({ type }) => type === MISSED).map(words);
    const same = simulations.filter((each) => policies.has(each));
    expect(simulations.length).toBeGreaterThan(300);
    expect(same.length / simulations.length).toBeGreaterThan(0.98);
    expect(same.length / policies.size).toBeGreaterThan(0.85);
  });

  it("come with purchases of which no store claims more than prices rose", async () => {
    const claims = (await story.recorded("CouponPurchaseMade")).flatMap(({ data }) => data["lines"]);
    expect(claims.length).toBeGreaterThan(500);
    expect(await story.recorded("CompensationOverclaimed")).toEqual([]);
  });

  it("tell of what was late, corrected and retracted, each on the day after it came about", () => {
    for (const { type, effectiveOn, recordedAt = "" } of simulated)
      if (type !== "EventRetracted") expect(recordedAt.slice(0, 10)).toBe(addDays(effectiveOn, 1));
    const corrections = simulated.filter(({ type, corrects }) => corrects && type in ASSESSED);
    expect(corrections.length).toBeGreaterThan(2);
    for (const { data } of corrections) expect(data).toMatchObject({ isInTime: false });
    const late = simulated.filter(({ data }) => Number(data["daysLate"]) > 0);
    expect(late.length).toBeGreaterThan(50);
    expect(simulated.some(({ type }) => type === "EventRetracted")).toBe(true);
  });
});
