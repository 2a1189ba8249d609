import { expect, it } from "vitest";
import type { ObservationQuery } from "../../planner/observation-query.ts";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { placement } from "./placement.ts";

const spec = specLedger([placement]);

const completed = (who: string, on: string, more = {}) =>
  record("TrainingCompleted", on, {
    enrolmentId: `e ${who} ${on}`,
    courseId: "c1",
    personRef: who,
    ...more,
  });
const started = (who: string, on: string, words = {}) =>
  record("EmploymentStarted", on, { spellId: `s ${who}`, personRef: who }, words);
const ended = (who: string, on: string, words = {}) =>
  record("EmploymentEnded", on, { spellId: `s ${who}` }, words);
/** Something known on a day, so that the day is a as-of date. */
const dayOf = (on: string) => completed("somebody else", on);

const rate = async (question: Omit<ObservationQuery, "indicator"> = {}, indicator = "placement_rate_6m") => {
  const { observations } = await spec.planner.observations({
    indicator,
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-02" },
    ...question,
  });
  return observations.map(({ numerator, denominator, reason, status }) => [
    numerator ?? reason,
    denominator,
    status,
  ]);
};

it("counts those in employment six months after completion, on the very day", async () => {
  await spec.ledger.commit([
    completed("first day", "2021-05-01"),
    completed("last day", "2021-05-01"),
    completed("too late", "2021-05-01"),
    completed("ended before", "2021-05-01"),
    completed("never", "2021-05-01"),
    started("ended before", "2021-05-05"),
    started("last day", "2021-06-01"),
    ended("ended before", "2021-10-31"),
    started("first day", "2021-11-01"),
    ended("last day", "2021-11-01"),
    started("too late", "2021-11-02"),
    dayOf("2021-12-01"),
  ]);
  expect(await rate()).toEqual([[2, 5, "A"]]);
});

it("takes the last day of a month that has no such day", async () => {
  // 31 August and six months is 28 February 2022
  await spec.ledger.commit([
    completed("ali", "2021-08-31"),
    started("ali", "2022-02-28"),
    dayOf("2022-04-01"),
  ]);
  expect(await rate({ period: { from: "1400-06", to: "1400-06" } })).toEqual([[1, 1, "A"]]);
});

it("is open until six months have passed since the period's end, on the as-of date", async () => {
  // Ordibehesht 1400 ends on 21 May 2021; its window on 21 November
  await spec.ledger.commit([
    completed("ali", "2021-05-01"),
    started("ali", "2021-06-01"),
    dayOf("2021-11-20"),
    dayOf("2021-11-21"),
  ]);
  expect(await rate({ asOf: "2021-11-20" })).toEqual([["WINDOW_OPEN", null, "M"]]);
  expect(await rate({ asOf: "2021-11-21" })).toEqual([[1, 1, "A"]]);
  expect(await rate({}, "placement_rate_12m")).toEqual([["WINDOW_OPEN", null, "M"]]);
});

it("counts a person with several completions in the period once, by the last", async () => {
  await spec.ledger.commit([
    completed("ali", "2021-05-01"),
    completed("ali", "2021-05-20"),
    started("ali", "2021-06-01"),
    ended("ali", "2021-11-10"), // employed six months after the first, and not after the last
    dayOf("2021-12-01"),
  ]);
  expect(await rate()).toEqual([[0, 1, "A"]]);
});

it("rises today with a late hire, and not as of yesterday", async () => {
  await spec.ledger.commit([
    completed("ali", "2021-05-01"),
    dayOf("2022-01-09"),
    started("ali", "2021-06-01", { knownOn: "2022-01-10" }),
  ]);
  expect(await rate({ asOf: "2022-01-09" })).toEqual([[0, 1, "A"]]);
  expect(await rate()).toEqual([[1, 1, "A"]]);
});

it("follows a corrected and a retracted end of employment", async () => {
  await spec.ledger.commit([
    completed("ali", "2021-05-01"),
    started("ali", "2021-06-01"),
    ended("ali", "2021-07-01", { id: "end" }),
    ended("ali", "2021-11-15", { id: "end again", corrects: "end", knownOn: "2021-12-01" }),
    ended("ali", "2021-08-01", { corrects: "end again", knownOn: "2021-12-02" }),
    record(
      "EventRetracted",
      "2021-12-03",
      { retractionId: "r", retractedType: "EmploymentEnded" },
      { corrects: "end" },
    ),
  ]);
  expect(await rate({ asOf: "2021-12-01" })).toEqual([[1, 1, "A"]]);
  expect(await rate({ asOf: "2021-12-02" })).toEqual([[0, 1, "A"]]);
  expect(await rate()).toEqual([[1, 1, "A"]]);
});

it("has no denominator where nobody completed", async () => {
  await spec.ledger.commit([
    completed("ali", "2021-04-10"),
    completed("ali", "2021-06-10"),
    dayOf("2022-02-01"),
  ]);
  expect(await rate()).toEqual([["NO_DENOMINATOR", null, "M"]]);
});

it("describes an unknown person in an unknown course as unknown, and two reports of one completion count once", async () => {
  await spec.ledger.commit([
    completed("ali", "2021-05-01"),
    completed("ali", "2021-05-01"),
    dayOf("2022-02-01"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "placement_rate_6m",
    by: ["province", "sex", "provider"],
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-02" },
  });
  expect(
    observations.map(({ coordinates, denominator }) => [...coordinates.map(({ code }) => code), denominator]),
  ).toEqual([["_U", "_U", "_U", 1]]);
});

it("describes a completer by the occupation for which the standard of the course prepares first", async () => {
  await spec.ledger.commit([
    record("SkillStandardPublished", "2021-03-21", { standardId: "welding", isco08: ["72", "75"] }),
    record("SkillStandardPublished", "2021-03-21", { standardId: "baking", isco08: ["75"] }),
    record("CourseScheduled", "2021-04-01", { courseId: "c1", endsOn: "2021-05-01", standardId: "welding" }),
    record("CourseScheduled", "2021-04-01", { courseId: "c2", endsOn: "2021-05-01", standardId: "baking" }),
    completed("ali", "2021-05-01"),
    completed("reza", "2021-05-01"),
    completed("sara", "2021-05-01", { courseId: "c2" }),
    completed("mina", "2021-05-01", { courseId: "nobody announced it" }),
    started("ali", "2021-06-01"),
    started("sara", "2021-06-01"),
    dayOf("2021-12-01"),
  ]);
  const { observations } = await spec.planner.observations({
    indicator: "placement_rate_6m",
    by: ["occupation"],
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-02" },
  });
  expect(
    observations.map(({ coordinates, numerator, denominator }) => [
      coordinates[0]?.code,
      numerator,
      denominator,
    ]),
  ).toEqual([
    ["72", 1, 2],
    ["75", 1, 1],
    ["_U", 0, 1],
  ]);
});
