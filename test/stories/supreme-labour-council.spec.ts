import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const council = { bodyId: "supreme-labour-council" };
/** The minister, two experts, three employers and three workers; quorum seven; at least monthly. */
const constituted = record("BodyConstituted", "2022-03-21", {
  ...council,
  name: { fa: "شورای عالی کار", en: "Supreme Labour Council" },
  seats: [
    { seat: "GOV", persons: 1 },
    { seat: "EXPERT", persons: 2 },
    { seat: "EMPLOYER", persons: 3 },
    { seat: "WORKER", persons: 3 },
  ],
});
const met = (on: string, [gov, expert, employer, worker]: readonly number[]) =>
  record("MeetingHeld", on, {
    ...council,
    meetingId: `slc-${on}`,
    attendance: [
      { seat: "GOV", persons: gov },
      { seat: "EXPERT", persons: expert },
      { seat: "EMPLOYER", persons: employer },
      { seat: "WORKER", persons: worker },
    ],
  });

describe("the Supreme Labour Council in the first four months of 1401", () => {
  let story: Story;
  const period = { from: "1401-01", to: "1401-04" };
  beforeAll(async () => {
    story = await beginStory({ indicators: ["tripartite_regularity", "meeting_attendance_rate"] });
    await story.record([
      constituted,
      met("2022-04-10", [1, 2, 3, 3]), // all nine
      met("2022-05-10", [1, 2, 2, 1]), // six: no quorum
      met("2022-06-10", [1, 2, 3, 1]), // seven, every party there
      met("2022-07-10", [1, 2, 3, 0]), // the workers stayed away
    ]);
  });
  afterAll(() => story.end());

  it("met as it has to in two of them", async () => {
    const months = await story.observe({ indicator: "tripartite_regularity", period, frequency: "MONTH" });
    expect(months.map(({ value }) => value)).toEqual([100, 0, 100, 0]);
  });

  it("had employers in 11 of their 12 seats, and workers in 5", async () => {
    const seats = await story.observe({
      indicator: "meeting_attendance_rate",
      by: ["seat"],
      period: { from: "1401", to: "1401" },
    });
    expect(
      seats.map(({ coordinates, numerator, denominator }) => [coordinates[0]?.code, numerator, denominator]),
    ).toEqual([
      ["EMPLOYER", 11, 12],
      ["EXPERT", 8, 8],
      ["GOV", 4, 4],
      ["WORKER", 5, 12],
    ]);
  });

  it("is named in the answer", async () => {
    const { observations } =
      (await story.ask(`{ observations(indicator: "tripartite_regularity", by: ["body"],
      period: { from: "1401", to: "1401" }) { observations { coordinates { code label { en } } } } }`)) as {
        observations: { observations: readonly { coordinates: readonly object[] }[] };
      };
    expect(observations.observations[0]?.coordinates).toEqual([
      { code: "supreme-labour-council", label: { en: "Supreme Labour Council" } },
    ]);
  });
});
