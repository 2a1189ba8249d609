import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const came = (exchangeId: string, country: string, persons: number, on: string) =>
  record("TrainersTrained", on, { exchangeId, country, direction: "IN", persons });

describe("trainers of Guinea, Iraq and Afghanistan", () => {
  let story: Story;
  const period = { from: "1401", to: "1401" };
  beforeAll(async () => {
    story = await beginStory({ indicators: ["trainers_exchanged"] });
    await story.record([
      came("guinea", "GIN", 15, "2022-05-01"),
      came("iraq-1", "IRQ", 20, "2022-06-01"),
      came("iraq-2", "IRQ", 12, "2022-09-01"),
      came("afghanistan", "AFG", 18, "2022-10-01"),
      record("TrainersTrained", "2022-11-01", {
        exchangeId: "out",
        country: "CHN",
        direction: "OUT",
        persons: 5,
      }),
      record("ExpertsTrainedAbroad", "2022-12-01", {
        missionId: "engineers",
        country: "CHN",
        category: "ENGINEER",
        persons: 9,
      }),
    ]);
  });
  afterAll(() => story.end());

  it("are counted by the country from which they came", async () => {
    const answer = await story.observe({
      indicator: "trainers_exchanged",
      by: ["country"],
      where: [{ dimension: "direction", values: ["IN"] }],
      period,
    });
    expect(answer.map(({ coordinates, value }) => [coordinates[0]?.code, value])).toEqual([
      ["AFG", 18],
      ["GIN", 15],
      ["IRQ", 32],
    ]);
  });

  it("are 70 with those of Iran who went abroad, engineers not among them", async () => {
    expect(await story.value({ indicator: "trainers_exchanged", period })).toBe(70);
  });
});
