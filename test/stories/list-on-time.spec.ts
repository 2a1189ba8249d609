import { person, said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

/** The list of a workshop for Mordad 1402, sent on a day. */
const sent = (workshop: string, on: string, isSmallWorkshop = false): NewEvent =>
  said({
    type: "ContributionListSubmitted",
    on,
    data: {
      listId: uuid(`list of ${workshop}`),
      establishmentId: uuid(workshop),
      month: "1402-05",
      isSmallWorkshop,
      lines: [{ personRef: person(`worker of ${workshop}`), days: 31, insurableWage: 100_000_000 }],
    },
  });

/** The holidays of 1402 around the end of Shahrivar, as they were kept: the feast fell on Sunday 2 Mehr. */
const calendarOf1402 = said({
  type: "CalendarPublished",
  on: "2023-02-20",
  data: {
    calendarVersion: "kept-1402",
    jalaliYear: 1402,
    holidays: [
      { day: "2023-09-14", kind: "LUNAR", title: { fa: "رحلت پیامبر", en: "Death of the Prophet" } },
      { day: "2023-09-16", kind: "LUNAR", title: { fa: "شهادت امام رضا", en: "Martyrdom of Imam Reza" } },
      {
        day: "2023-09-24",
        kind: "LUNAR",
        title: { fa: "شهادت امام حسن عسکری", en: "Martyrdom of Imam Hasan Askari" },
      },
    ],
  },
});

/**
 * The lists of Mordad 1402 are due by the end of Shahrivar. Its last day, 22 September 2023, is a Friday, so they may
 * come on Saturday 1 Mehr. Two workshops wait: one sends its list that Saturday, one on Monday 3 Mehr, because it
 * had read in the calendar of the year before that Saturday would be the holiday. A third has three workers and
 * is exempt from the employer's share, and may take until the end of Mehr.
 */
describe("a contribution list", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory([calendarOf1402], "2023-02-20");
  });
  afterAll(() => story.end());

  const judged = async () =>
    (await story.recorded("ContributionListAssessed")).map(({ data }) => [
      ["mill", "bakery", "tailor"].find((name) => data["establishmentId"] === uuid(name)),
      data["dueOn"],
      data["isOnTime"],
      data["daysLate"],
    ]);

  it("of which nobody can say yet is not judged", async () => {
    await story.pass("2023-09-23");
    await story.tell([sent("mill", "2023-09-23")]);
    expect(await story.pass("2023-09-23")).toBe(0);
  });

  it("that came on Saturday 1 Mehr came in time", async () => {
    expect(await story.pass("2023-09-24")).toBe(1);
    expect(await judged()).toEqual([["mill", "2023-09-23", true, 0]]);
  });

  it("that came on Monday 3 Mehr came two days late", async () => {
    await story.pass("2023-09-25");
    await story.tell([sent("bakery", "2023-09-25")]);
    expect(await story.pass("2023-09-26")).toBe(1);
    expect((await judged()).at(-1)).toEqual(["bakery", "2023-09-23", false, 2]);
  });

  it("of a small workshop is in time until the end of the second month", async () => {
    await story.pass("2023-10-22");
    await story.tell([sent("tailor", "2023-10-22", true)]);
    expect(await story.pass("2023-10-23")).toBe(1);
    expect((await judged()).at(-1)).toEqual(["tailor", "2023-10-22", true, 0]);
  });

  it("is counted in the month in which it was due", async () => {
    const inTime = (period: string, more = {}) =>
      story.observe({
        indicator: "contribution_lists_on_time_rate",
        frequency: "MONTH",
        period: { from: period, to: period },
        ...more,
      });
    expect(await inTime("1402-07")).toMatchObject([{ numerator: 2, denominator: 3 }]);
    expect(await inTime("1402-07", { by: ["workshop_size"] })).toMatchObject([
      { coordinates: [{ code: "EXEMPT" }], numerator: 1, denominator: 1 },
      { coordinates: [{ code: "OTHER" }], numerator: 1, denominator: 2 },
    ]);
  });
});
