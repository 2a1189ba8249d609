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
    story = await beginStory({
      indicators: ["contribution_lists_on_time_rate"],
      history: [calendarOf1402],
      begins: "2023-02-20",
    });
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
    await story.record([sent("mill", "2023-09-23")]);
    expect(await story.pass("2023-09-23")).toBe(0);
  });

  it("that came on Saturday 1 Mehr came in time", async () => {
    expect(await story.pass("2023-09-24")).toBe(1);
    expect(await judged()).toEqual([["mill", "2023-09-23", true, 0]]);
  });

  it("that came on Monday 3 Mehr came two days late", async () => {
    await story.pass("2023-09-25");
    await story.record([sent("bakery", "2023-09-25")]);
    expect(await story.pass("2023-09-26")).toBe(1);
    expect((await judged()).at(-1)).toEqual(["bakery", "2023-09-23", false, 2]);
  });

  it("of a small workshop is in time until the end of the second month", async () => {
    await story.pass("2023-10-22");
    await story.record([sent("tailor", "2023-10-22", true)]);
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

const startedAt = (workshop: string, worker: string, isInsured = true): NewEvent =>
  said({
    type: "EmploymentStarted",
    on: "2023-05-01",
    data: {
      spellId: uuid(worker),
      personRef: person(worker),
      establishmentId: uuid(workshop),
      isco08: "72",
      statusEmp: "1",
      contract: "PERMANENT",
      weeklyHours: 44,
      isInsured,
      channel: "DIRECT",
    },
  });

/**
 * A foundry with six insured workers and a forge with one send no list for Mordad 1402; a mill sends its own. Nobody
 * waits for the list of a stall whose worker is not insured, nor for that of an inn that closed in Tir. Six workers are
 * too many for a small workshop: the foundry has until 1 Mehr, the forge until the end of Mehr.
 */
describe("a contribution list that does not come", () => {
  const smiths = ["Ali", "Bahram", "Cyrus", "Dara", "Eskandar", "Farhad"];
  const closed = said({
    type: "EstablishmentClosed",
    on: "2023-07-15",
    data: { establishmentId: uuid("inn") },
  });
  let story: Story;
  beforeAll(async () => {
    const started = [
      ...smiths.map((name) => startedAt("foundry", name)),
      startedAt("forge", "Giv"),
      startedAt("mill", "Hushang"),
      startedAt("inn", "Iraj"),
      startedAt("stall", "Jamshid", false),
    ];
    story = await beginStory({
      indicators: ["contribution_lists_on_time_rate"],
      history: [calendarOf1402, ...started],
      begins: "2023-05-02",
    });
    await story.record([closed, sent("mill", "2023-09-10")]);
  });
  afterAll(() => story.end());

  const missed = async () =>
    (await story.recorded("ContributionListMissed")).map(({ effectiveOn, data }) => [
      ["foundry", "forge", "inn", "stall", "mill"].find((name) => data["establishmentId"] === uuid(name)),
      data["month"],
      effectiveOn,
      data["isSmallWorkshop"],
    ]);
  const inTime = async (more = {}) =>
    (
      await story.observe({
        indicator: "contribution_lists_on_time_rate",
        frequency: "MONTH",
        period: { from: "1402-07", to: "1402-07" },
        ...more,
      })
    ).map(({ numerator, denominator }) => [numerator, denominator]);

  it("is waited for until the deadline is over", async () => {
    expect(await story.pass("2023-09-23")).toBe(0);
  });

  it("was missed on 1 Mehr, and is due but not in time", async () => {
    // That of the mill was in time, and that of the foundry missed.
    expect(await story.pass("2023-09-24")).toBe(2);
    expect(await missed()).toEqual([["foundry", "1402-05", "2023-09-23", false]]);
    expect(await inTime()).toEqual([[1, 2]]);
  });

  it("is counted once when it comes after all, nine days late", async () => {
    await story.pass("2023-10-02");
    await story.record([sent("foundry", "2023-10-02")]);
    expect(await story.pass("2023-10-03")).toBe(1);
    expect((await story.recorded("ContributionListAssessed")).at(-1)?.data).toMatchObject({
      isOnTime: false,
      daysLate: 9,
    });
    expect(await inTime()).toEqual([[1, 2]]);
  });

  it("of a workshop of up to five is missed at the end of Mehr", async () => {
    expect(await story.pass("2023-10-22")).toBe(0);
    expect(await story.pass("2023-10-23")).toBe(1);
    expect((await missed()).at(-1)).toEqual(["forge", "1402-05", "2023-10-22", true]);
    expect(await inTime()).toEqual([[1, 3]]);
    expect(await inTime({ by: ["workshop_size"] })).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("was not missed where it turns out to have come in time, which changes nothing for the days before", async () => {
    await story.pass("2023-10-25");
    await story.record([sent("forge", "2023-10-20", true)]);
    // That it was missed is withdrawn, and the list is found to be in time.
    expect(await story.pass("2023-10-25")).toBe(2);
    expect(await inTime()).toEqual([[2, 3]]);
    expect(await inTime({ asOf: "2023-10-24" })).toEqual([[1, 3]]);
  });
});
