import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const course = (courseId: string, provider: string) =>
  record("CourseScheduled", "2022-04-21", { courseId, provider, endsOn: "2022-06-20" });
const enrolled = (person: string, courseId: string, words = {}) =>
  record("TraineeEnrolled", "2022-04-21", { enrolmentId: person, personRef: person, courseId }, words);
const attended = (person: string, hours: number, on: string, words = {}) =>
  record("AttendanceRecorded", on, { enrolmentId: person, hours }, words);
const completed = (person: string, courseId: string) =>
  record("TrainingCompleted", "2022-06-20", { enrolmentId: person, personRef: person, courseId });

/**
 * The training organization states 6.8 million person-hours for more than 94,000 persons in workplace centres: 72.3 hours
 * each at most. Here three persons train in such a centre, for 72, 73 and 72 hours: 217 in all, 72.3 each. One trains in a
 * state centre for 172; and it comes to light that a fourth left the workplace centre after 11.
 */
describe("the hours of a workplace centre", () => {
  let story: Story;
  const inWorkplace = [{ dimension: "provider", values: ["WORKPLACE_CENTRE"] }];
  const period = { from: "1401", to: "1401" };
  const hours = async (indicator: string, where = inWorkplace) => story.value({ indicator, where, period });
  beforeAll(async () => {
    story = await beginStory({ indicators: ["training_person_hours", "training_hours_mean"] });
    await story.record([
      course("lathe", "WORKPLACE_CENTRE"),
      course("welding", "STATE_CENTRE"),
      ...["ali", "sara", "reza"].map((person) => enrolled(person, "lathe")),
      enrolled("mina", "welding"),
      ...[40, 32].map((spent, turn) => attended("ali", spent, `2022-05-0${turn + 1}`)),
      attended("sara", 73, "2022-05-03"),
      attended("reza", 72, "2022-05-04"),
      attended("mina", 172, "2022-05-05"),
      ...["ali", "sara", "reza"].map((person) => completed(person, "lathe")),
      completed("mina", "welding"),
    ]);
  });
  afterAll(() => story.end());

  it("are 217 for three persons, 72.3 each", async () => {
    expect(await hours("training_person_hours")).toBe(217);
    expect(await hours("training_hours_mean")).toBeCloseTo(72.333, 3);
  });

  it("are 172 each in the state centre, and 97.25 for all four", async () => {
    expect(await hours("training_hours_mean", [{ dimension: "provider", values: ["STATE_CENTRE"] }])).toBe(
      172,
    );
    expect(await hours("training_hours_mean", [])).toBeCloseTo(389 / 4, 10);
  });

  it("rise with those of somebody who left, who is none of the three: 76 each", async () => {
    const late = { knownOn: "2022-07-01" };
    await story.record([enrolled("nader", "lathe", late), attended("nader", 11, "2022-05-06", late)]);
    expect(await hours("training_hours_mean")).toBe(76);
  });
});
