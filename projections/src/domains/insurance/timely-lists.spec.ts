import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { timelyLists } from "./timely-lists.ts";

const spec = specLedger([timelyLists], "2023-12-31");

const plant = (name: string, area: string, isic4: string) =>
  record("EstablishmentRegistered", "2021-03-21", { establishmentId: name, area, isic4 });
const sent = (list: string, on: string, words = {}) =>
  record("ContributionListSubmitted", on, {
    listId: list,
    month: "1402-05",
    lines: [{ personRef: "ali", days: 30, insurableWage: 1 }],
    ...words,
  });
/** What the policy recorded about a list that was due on 23 September 2023, the first of Mehr 1402. */
const assessed = (list: string, daysLate: number, words = {}, envelope = {}) =>
  record(
    "ContributionListAssessed",
    "2023-09-23",
    {
      listId: list,
      establishmentId: "plant",
      month: "1402-05",
      dueOn: "2023-09-23",
      isOnTime: daysLate === 0,
      daysLate,
      calendarVersion: "kept-1402_0",
      ruleVersion: "article-39",
      ...words,
    },
    { knownOn: "2023-09-24", ...envelope },
  );

const shares = async (question = {}) => {
  const { observations } = await spec.planner.observations({
    indicator: "contribution_lists_on_time_rate",
    frequency: "MONTH",
    period: { from: "1402-07", to: "1402-07" },
    ...question,
  });
  return observations.map(({ coordinates, numerator, denominator, value, reason }) => [
    ...coordinates.map(({ code }) => code),
    numerator,
    denominator,
    value ?? reason,
  ]);
};

it("is the lists in time over the lists due, in the month of the deadline, by province, industry and size", async () => {
  await spec.ledger.commit([
    plant("plant", "IR-23", "29"),
    plant("bakery", "IR-10", "10"),
    sent("a", "2023-09-01"),
    sent("b", "2023-09-23"),
    sent("d", "2023-09-23", { establishmentId: "bakery", isSmallWorkshop: true }),
    assessed("a", 0),
    assessed("b", 0),
    assessed("c", 3),
    assessed("d", 1, { establishmentId: "bakery" }),
  ]);
  // a and b of a, b, c and d; of c the list itself was never heard of.
  expect(await shares()).toEqual([[2, 4, 50]]);
  expect(await shares({ by: ["province"] })).toEqual([
    ["IR-10", 0, 1, 0],
    ["IR-23", 2, 3, (2 / 3) * 100],
  ]);
  expect(await shares({ by: ["industry"] })).toEqual([["C", 2, 4, 50]]);
  expect(await shares({ by: ["workshop_size"] })).toEqual([
    ["EXEMPT", 0, 1, 0],
    ["OTHER", 2, 2, 100],
    ["_U", 0, 1, 0],
  ]);
  expect(await shares({ period: { from: "1402-05", to: "1402-05" } })).toEqual([[null, null, "NO_EVENTS"]]);
});

it("follows a list that was judged twice, judged otherwise later, and withdrawn, day by day", async () => {
  await spec.ledger.commit([
    sent("a", "2023-09-01"),
    assessed("a", 0, {}, { id: "one" }),
    assessed("a", 0, {}, { id: "two" }),
    assessed("b", 0),
    assessed("a", 2, {}, { corrects: "two", knownOn: "2023-10-02" }),
    record(
      "EventRetracted",
      "2023-10-03",
      { retractionId: "x", retractedType: "ContributionListAssessed" },
      { corrects: "two" },
    ),
    record(
      "EventRetracted",
      "2023-10-04",
      { retractionId: "y", retractedType: "ContributionListAssessed" },
      { corrects: "one" },
    ),
  ]);
  expect(await shares({ asOf: "2023-09-30" })).toEqual([[2, 2, 100]]);
  expect(await shares({ asOf: "2023-10-02" })).toEqual([[1, 2, 50]]);
  expect(await shares({ asOf: "2023-10-03" })).toEqual([[2, 2, 100]]);
  expect(await shares()).toEqual([[1, 1, 100]]);
});

/** What the policy recorded about an establishment that had sent nothing by that day. */
const missed = (establishmentId: string, words = {}, envelope = {}) =>
  record(
    "ContributionListMissed",
    "2023-09-23",
    {
      establishmentId,
      month: "1402-05",
      isSmallWorkshop: false,
      calendarVersion: "kept-1402_0",
      ruleVersion: "article-39",
      ...words,
    },
    { knownOn: "2023-09-24", ...envelope },
  );

it("counts one list that was due of who sent none, by province, industry and size", async () => {
  await spec.ledger.commit([
    plant("plant", "IR-23", "29"),
    plant("bakery", "IR-10", "10"),
    sent("a", "2023-09-01"),
    assessed("a", 0),
    missed("bakery", { isSmallWorkshop: true }),
    missed("bakery", { isSmallWorkshop: true }),
    missed("mill"),
  ]);
  // a of a, that of the bakery, which was stated twice, and that of a mill that nobody registered.
  expect(await shares()).toEqual([[1, 3, (1 / 3) * 100]]);
  expect(await shares({ by: ["province"] })).toEqual([
    ["IR-10", 0, 1, 0],
    ["IR-23", 1, 1, 100],
    ["_U", 0, 1, 0],
  ]);
  expect(await shares({ by: ["workshop_size"] })).toEqual([
    ["EXEMPT", 0, 1, 0],
    ["OTHER", 1, 2, 50],
  ]);
});

it("counts a list that came after its deadline was missed as itself, and follows both day by day", async () => {
  await spec.ledger.commit([
    assessed("a", 0),
    missed("bakery", {}, { id: "missed" }),
    missed("mill", {}, { id: "mill" }),
    // Two lists of the bakery came, three days late, and one of the two was a mistake.
    assessed("b", 3, { establishmentId: "bakery" }, { knownOn: "2023-09-27" }),
    assessed("c", 3, { establishmentId: "bakery" }, { knownOn: "2023-09-27", id: "c" }),
    missed("mill", { month: "1402-04" }, { corrects: "mill", knownOn: "2023-09-28" }),
    record(
      "EventRetracted",
      "2023-09-29",
      { retractionId: "x", retractedType: "ContributionListAssessed" },
      { corrects: "c" },
    ),
    record(
      "EventRetracted",
      "2023-09-30",
      { retractionId: "y", retractedType: "ContributionListMissed" },
      { corrects: "mill" },
    ),
  ]);
  expect(await shares({ asOf: "2023-09-24" })).toEqual([[1, 3, (1 / 3) * 100]]);
  expect(await shares({ asOf: "2023-09-27" })).toEqual([[1, 4, 25]]);
  expect(await shares({ asOf: "2023-09-29" })).toEqual([[1, 3, (1 / 3) * 100]]);
  expect(await shares()).toEqual([[1, 2, 50]]);
});

it("has no events where no deadline has passed", async () => {
  await spec.ledger.commit([sent("a", "2023-09-01")]);
  expect(await shares()).toEqual([[null, null, "NO_EVENTS"]]);
});
