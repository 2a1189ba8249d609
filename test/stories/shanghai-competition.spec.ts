import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const shanghai = { competitionId: "shanghai" };

/**
 * WorldSkills was to be held in Shanghai in September 2021. It was moved to October 2022 and called off on 31 May 2022. Of the
 * four who registered nobody had a result; at the competition in Kazan of 2019 two of three had a medal.
 */
describe("the skills competition in Shanghai", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: ["medals_per_competitor"] });
    const result = (competitorRef: string, medal: string) =>
      record("CompetitionResultRecorded", "2019-08-27", {
        competitionId: "kazan",
        skill: "welding",
        competitorRef,
        medal,
      });
    await story.record([
      record("CompetitionAnnounced", "2018-01-10", {
        competitionId: "kazan",
        name: { fa: "مسابقهٔ کازان", en: "Kazan" },
        host: "RUS",
        startsOn: "2019-08-22",
        endsOn: "2019-08-27",
      }),
      result("ali", "SILVER"),
      result("sara", "BRONZE"),
      result("reza", "EXCELLENCE"),
      record("CompetitionAnnounced", "2019-09-01", {
        ...shanghai,
        name: { fa: "مسابقهٔ شانگهای", en: "Shanghai" },
        host: "CHN",
        startsOn: "2021-09-22",
        endsOn: "2021-09-27",
      }),
      ...["mina", "nader", "omid", "parvin"].map((competitorRef) =>
        record("CompetitorRegistered", "2021-03-01", { ...shanghai, skill: "welding", competitorRef }),
      ),
      record("CompetitionRescheduled", "2021-06-01", {
        ...shanghai,
        startsOn: "2022-10-12",
        endsOn: "2022-10-17",
        reason: "pandemic",
      }),
      record("CompetitionCancelled", "2022-05-31", { ...shanghai, reason: "pandemic" }),
    ]);
  });
  afterAll(() => story.end());

  /** The first day of the competition as it was known on a day, or that there is none. */
  const begins = async (asOf: string) => {
    const [row] = await story.facts(
      ["competition_announced", "competition_rescheduled", "competition_cancelled"],
      `select case when c.competition_id is not null then 'called off'
         else coalesce(r.starts_on, a.starts_on)::varchar end as begins
       from competition_announced a
       left join competition_rescheduled r using (competition_id)
       left join competition_cancelled c using (competition_id)
       where a.host = 'CHN'`,
      asOf,
    );
    return row?.begins;
  };

  it("was to begin in September 2021, then in October 2022, and then not at all", async () => {
    expect(await begins("2021-05-10")).toBe("2021-09-22");
    expect(await begins("2021-06-01")).toBe("2022-10-12");
    expect(await begins("2022-05-30")).toBe("2022-10-12");
    expect(await begins("2022-05-31")).toBe("called off");
  });

  it("gave no medals, which is not the same as none of four", async () => {
    const medals = async (year: string) =>
      (await story.observe({ indicator: "medals_per_competitor", period: { from: year, to: year } })).map(
        ({ numerator, denominator, value, reason }) => (value === null ? reason : [numerator, denominator]),
      );
    expect(await medals("1398")).toEqual([[2, 3]]);
    expect(await medals("1401")).toEqual(["NO_EVENTS"]);
  });
});
