import { said } from "@karnameh/projections/testing/ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const targeted = (country: string) =>
  said({ type: "DeskCountryTargeted", on: "2023-01-15", data: { country } });
const activated = (country: string, on: string) =>
  said({ type: "DeskCountryActivated", on, id: `${country} active`, data: { country } });
const trained = (exchangeId: string, on: string, persons: number, words = {}) => {
  const country = exchangeId.slice(0, 3).toUpperCase();
  const direction = exchangeId.includes("abroad") ? "OUT" : "IN";
  return said({
    type: "TrainersTrained",
    on,
    id: exchangeId,
    data: { exchangeId, country, direction, persons },
    ...words,
  });
};

/**
 * The cooperation desk targets Guinea, Iraq, Afghanistan and China. Iraq and Guinea become active; that of Guinea turns
 * out to have been announced too soon. Trainers come from Guinea (10), from Iraq twice (14 and 9) and from Afghanistan
 * (21), and 6 trainers of Iran go to China.
 */
describe("the cooperation desk", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: [],
      history: [
        ...["GIN", "IRQ", "AFG", "CHN"].map(targeted),
        activated("IRQ", "2023-03-01"),
        activated("GIN", "2023-04-01"),
        trained("irq-spring", "2023-05-01", 14),
        trained("gin-spring", "2023-05-06", 10),
        trained("chn-abroad", "2023-06-01", 6),
        trained("afg-summer", "2023-07-01", 21),
        trained("irq-autumn", "2023-10-01", 9),
        said({
          type: "EventRetracted",
          on: "2023-10-10",
          corrects: "GIN active",
          data: {
            retractionId: "00000000-0000-7000-8000-000000000001",
            retractedType: "DeskCountryActivated",
            reason: "not yet",
          },
        }),
        // Two of the Iraqi trainers of the spring were interpreters.
        trained("irq-spring", "2023-05-01", 12, {
          id: "irq-spring again",
          knownOn: "2023-11-01",
          corrects: "irq-spring",
        }),
      ],
    });
  });
  afterAll(() => story.end());

  const waiting = async (asOf?: string) =>
    (
      await story.facts(
        ["desk_country_targeted", "desk_country_activated"],
        "select t.country::varchar as country from desk_country_targeted t anti join desk_country_activated a using (country) order by country",
        asOf,
      )
    ).map(({ country }) => country);
  const trainers = (asOf?: string) =>
    story.facts(
      ["trainers_trained"],
      `select direction::varchar as direction, country::varchar as country, sum(persons)::integer as persons
       from trainers_trained group by rollup (direction, country) having direction is not null order by all nulls last`,
      asOf,
    );

  it("waits for three of four targets, and believed until 9 October that it waited for two", async () => {
    expect(await waiting("2023-10-09")).toEqual(["AFG", "CHN"]);
    expect(await waiting()).toEqual(["AFG", "CHN", "GIN"]);
  });

  it("trained 52 trainers of three countries and sent 6 abroad, never adding those who came to those who went", async () => {
    expect(await trainers()).toEqual([
      { direction: "IN", country: "AFG", persons: 21 },
      { direction: "IN", country: "GIN", persons: 10 },
      { direction: "IN", country: "IRQ", persons: 21 },
      { direction: "IN", country: null, persons: 52 },
      { direction: "OUT", country: "CHN", persons: 6 },
      { direction: "OUT", country: null, persons: 6 },
    ]);
  });

  it("had said 54 until the correction was known", async () => {
    const total = (await trainers("2023-10-31")).find(
      (row) => row.direction === "IN" && row.country === null,
    );
    expect(total?.persons).toBe(54);
  });
});
