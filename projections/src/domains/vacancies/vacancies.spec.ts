import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { vacancies } from "./vacancies.ts";

const spec = specLedger([vacancies]);

const opened = (vacancyId: string, posts: number, on = "2021-05-01", words = {}) =>
  record("VacancyOpened", on, { vacancyId, posts }, words);
const filled = (vacancyId: string, posts: number, on: string, words = {}) =>
  record("VacancyFilled", on, { vacancyId, posts }, words);
const knownTo = (day: string) => opened(`at ${day}`, 1, day);

const ask = async (indicator: string, asOf?: string, by?: readonly string[]) => {
  const { observations } = await spec.planner.observations({
    indicator,
    frequency: "QUARTER",
    period: { from: "1400-Q1", to: "1400-Q1" },
    ...(asOf === undefined ? {} : { asOf }),
    ...(by === undefined ? {} : { by }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("counts the posts filled up to the ninetieth day, over all that were opened, withdrawn ones too", async () => {
  await spec.ledger.commit([
    opened("a", 3),
    opened("b", 1),
    opened("c", 2),
    filled("a", 1, "2021-05-10"),
    record("VacancyWithdrawn", "2021-06-01", { vacancyId: "c" }),
    filled("b", 1, "2021-07-30"), // the ninetieth day
    filled("a", 2, "2021-07-31"),
    knownTo("2021-10-01"),
  ]);
  expect(await ask("vacancy_fill_rate_90d")).toEqual([[2, 6, (2 / 6) * 100]]);
});

it("has no value while the window is open, and none where nothing was opened", async () => {
  await spec.ledger.commit([opened("a", 3), knownTo("2021-09-18"), knownTo("2021-09-19")]);
  expect(await ask("vacancy_fill_rate_90d", "2021-09-18")).toEqual(["WINDOW_OPEN"]);
  expect(await ask("vacancy_fill_rate_90d", "2021-09-19")).toEqual([[0, 3, 0]]);
  await spec.ledger.clear();
  await spec.ledger.commit([opened("a", 1, "2021-01-01", { knownOn: "2021-10-01" }), knownTo("2021-10-01")]);
  expect(await ask("vacancy_fill_rate_90d")).toEqual(["NO_DENOMINATOR"]);
});

it("gives the median of the days by posts, on the day of the filling, and never more posts than were opened", async () => {
  await spec.ledger.commit([
    opened("a", 3),
    opened("b", 1),
    filled("a", 2, "2021-05-06"), // five days, two posts
    filled("b", 1, "2021-05-31"), // thirty days
    filled("a", 5, "2021-06-10"), // forty days, one post of five is left
  ]);
  expect(await ask("days_to_fill_median")).toEqual([[null, 4, 5]]);
  await spec.ledger.commit(
    [opened("c", 1), filled("c", 1, "2021-05-31")].map((event) => ({
      ...event,
      recordedAt: "2021-06-11T08:00:00.000Z",
    })),
  );
  expect(await ask("days_to_fill_median")).toEqual([[null, 5, 30]]);
});

it("follows a late, a corrected and a retracted filling, and a vacancy recorded twice is one", async () => {
  await spec.ledger.commit([
    opened("a", 2),
    opened("a", 2),
    knownTo("2021-10-01"),
    filled("a", 1, "2021-05-10", { id: "one", knownOn: "2021-10-02" }),
    filled("a", 2, "2021-05-10", { corrects: "one", knownOn: "2021-10-03" }),
    record(
      "EventRetracted",
      "2021-10-04",
      { retractionId: "r", retractedType: "VacancyFilled" },
      { corrects: "one" },
    ),
  ]);
  expect(await ask("vacancy_fill_rate_90d", "2021-10-01")).toEqual([[0, 2, 0]]);
  expect(await ask("vacancy_fill_rate_90d", "2021-10-02")).toEqual([[1, 2, 50]]);
  expect(await ask("vacancy_fill_rate_90d", "2021-10-03")).toEqual([[2, 2, 100]]);
  expect(await ask("vacancy_fill_rate_90d")).toEqual([[0, 2, 0]]);
});

it("describes the employer where it is known", async () => {
  await spec.ledger.commit([
    record("EstablishmentRegistered", "2021-03-21", { establishmentId: "plant" }),
    opened("a", 2),
  ]);
  expect(
    await spec.ledger.rows("vacancies", ["on", "province", "occupation", "industry", "organisation"]),
  ).toEqual([
    {
      on: "2021-05-01",
      province: "IR-23",
      occupation: "72",
      industry: "C",
      organisation: "saipa",
      posts: 2,
      filled_90d: 0,
      filled: 0,
    },
  ]);
});
