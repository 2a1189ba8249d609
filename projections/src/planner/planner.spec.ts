import { expect, it } from "vitest";
import { employedMonths } from "../domains/insurance/employed-months.ts";
import { insuredMonths } from "../domains/insurance/insured-months.ts";
import { hires } from "../domains/placement/hires.ts";
import { training } from "../domains/training/training.ts";
import { record } from "../testing/record.ts";
import { specLedger } from "../testing/spec-ledger.ts";
import type { ObservationQuery } from "./observation-query.ts";

const spec = specLedger([training, hires, insuredMonths, employedMonths]);

const course = (courseId: string, endsOn: string, provider: string) =>
  record("CourseScheduled", "2021-04-01", { courseId, endsOn, provider });
const enrolled = (enrolmentId: string, courseId: string, on = "2021-04-02") =>
  record("TraineeEnrolled", on, { enrolmentId, courseId, personRef: `of ${enrolmentId}` });
const completed = (enrolmentId: string, courseId: string, on: string, words = {}) =>
  record("TrainingCompleted", on, { enrolmentId, courseId, personRef: `of ${enrolmentId}` }, words);

const answer = async (question: ObservationQuery) => {
  const { observations } = await spec.planner.observations(question);
  return observations.map(({ coordinates, value, reason, status }) => [
    ...coordinates.map(({ code }) => code),
    value ?? reason,
    status,
  ]);
};
const refusal = (question: ObservationQuery) =>
  spec.planner.observations(question).then(
    () => "nothing was refused",
    (error) => error.code,
  );

it("gives no completion rate until thirty days have passed since the period's end", async () => {
  await spec.ledger.commit([
    course("c1", "2021-05-10", "STATE_CENTRE"),
    enrolled("e1", "c1"),
    enrolled("e2", "c1"),
    completed("e1", "c1", "2021-05-08"),
    completed("e9", "c9", "2021-06-19"),
    completed("e8", "c9", "2021-06-20"),
  ]);
  // Ordibehesht ends on 21 May; thirty days later is 20 June.
  const may = {
    indicator: "completion_rate",
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-02" },
  } as const;
  expect(await answer({ ...may, asOf: "2021-06-19" })).toEqual([["WINDOW_OPEN", "M"]]);
  expect(await answer(may)).toEqual([[50, "A"]]);
});

it("gives the share of private schools over all completions, the unknown among them", async () => {
  await spec.ledger.commit([
    course("c1", "2021-05-10", "PRIVATE_SCHOOL"),
    course("c2", "2021-05-10", "STATE_CENTRE"),
    completed("e1", "c1", "2021-05-01"),
    completed("e2", "c2", "2021-05-01"),
    completed("e3", "c2", "2021-05-01"),
    completed("e4", "c9", "2021-05-01"),
  ]);
  expect(await answer({ indicator: "private_share" })).toEqual([[25, "P"]]);
  expect(
    await answer({
      indicator: "private_share",
      where: [{ dimension: "provider", values: ["PRIVATE_SCHOOL"] }],
    }),
  ).toEqual([[100, "P"]]);
  expect(await answer({ indicator: "private_share", by: ["provider"] })).toEqual([
    ["PRIVATE_SCHOOL", 100, "P"],
    ["STATE_CENTRE", 0, "P"],
    ["_U", 0, "P"],
  ]);
  expect(
    await answer({
      indicator: "trainees_person_courses",
      where: [{ dimension: "provider", values: ["_U"] }],
    }),
  ).toEqual([[1, "P"]]);
});

it("answers as of a day as it answered on that day", async () => {
  const first = [completed("e1", "c1", "2021-05-01", { id: "one" }), completed("e2", "c1", "2021-05-02")];
  await spec.ledger.commit(first);
  const question = { indicator: "trainees_person_courses", frequency: "MONTH" } as const;
  const then = await spec.planner.observations(question);
  await spec.ledger.commit([
    record(
      "EventRetracted",
      "2021-07-01",
      { retractionId: "r", retractedType: "TrainingCompleted" },
      { corrects: "one" },
    ),
  ]);
  const again = await spec.planner.observations({ ...question, asOf: "2021-06-30" });
  expect(again.observations).toEqual(then.observations);
  expect(again.vintage).toEqual({ asOf: "2021-05-02", position: "2" });
  expect((await answer({ ...question, asOf: "2021-04-30" })).map(([value]) => value)).toEqual(["NO_EVENTS"]);
});

it("says what is provisional: a period that was not over on the as-of date", async () => {
  await spec.ledger.commit([completed("e1", "c1", "2021-05-01"), completed("e2", "c1", "2021-05-21")]);
  const may = {
    indicator: "trainees_person_courses",
    calendar: "GREGORIAN",
    frequency: "MONTH",
    period: { from: "2021-05", to: "2021-05" },
  } as const;
  expect(await answer(may)).toEqual([[2, "P"]]);
  await spec.ledger.commit([completed("e3", "c1", "2021-06-01")]);
  expect(await answer(may)).toEqual([[2, "A"]]);
});

it("marks what rests on simulated events, and only that", async () => {
  await spec.ledger.commit([
    completed("e1", "c1", "2021-05-01"),
    completed("e2", "c1", "2021-06-30", { synthetic: true }),
  ]);
  const { observations, isSynthetic } = await spec.planner.observations({
    indicator: "trainees_person_courses",
    frequency: "MONTH",
    period: { from: "1400-02", to: "1400-04" },
  });
  expect(observations.map((one) => [one.value, one.isSynthetic])).toEqual([
    [1, false],
    [0, false],
    [1, true],
  ]);
  expect(isSynthetic).toBe(true);
});

it("refuses what cannot be asked, with a code", async () => {
  await spec.ledger.commit([completed("e1", "c1", "2021-05-01")]);
  const indicator = "trainees_person_courses";
  expect(await refusal({ indicator: "happiness" })).toBe("UNKNOWN_INDICATOR");
  expect(await refusal({ indicator, by: ["colour"] })).toBe("UNKNOWN_DIMENSION");
  expect(await refusal({ indicator, by: ["channel"] })).toBe("UNKNOWN_DIMENSION");
  expect(await refusal({ indicator, where: [{ dimension: "sex", values: ["X"] }] })).toBe("UNKNOWN_VALUE");
  expect(await refusal({ indicator, where: [{ dimension: "sex", values: ["F') or ('1'='1"] }] })).toBe(
    "UNKNOWN_VALUE",
  );
  expect(await refusal({ indicator, where: [{ dimension: "sex", values: [] }] })).toBe("UNKNOWN_VALUE");
  const twice = { dimension: "sex", values: ["F"] };
  expect(await refusal({ indicator, where: [twice, twice] })).toBe("AMBIGUOUS");
  expect(await refusal({ indicator, period: { from: "1402", to: "1400" } })).toBe("BAD_PERIOD");
  expect(await refusal({ indicator, period: { from: "2021" } })).toBe("BAD_PERIOD");
  expect(await refusal({ indicator, period: { from: "1400-13" } })).toBe("BAD_PERIOD");
  expect(await refusal({ indicator, asOf: "2021-02-30" })).toBe("BAD_DAY");
  expect(await refusal({ indicator: "insurance_coverage_rate", frequency: "YEAR" })).toBe(
    "UNSUPPORTED_FREQUENCY",
  );
  expect(await refusal({ indicator: "insurance_coverage_rate", calendar: "GREGORIAN" })).toBe(
    "UNSUPPORTED_CALENDAR",
  );
  expect(await refusal({ indicator: "employed" })).toBe("REBUILDING"); // this ledger has no such cube
});

it("refuses an answer that would be too large, and a filter of too many values", async () => {
  const spells = Array.from({ length: 120 }, (_, n) => [
    record("EstablishmentRegistered", "2021-04-01", { establishmentId: `b${n}`, organisationId: `o-${n}` }),
    record("EmploymentStarted", "2021-04-01", {
      spellId: `s${n}`,
      personRef: "ali",
      establishmentId: `b${n}`,
    }),
  ]).flat();
  await spec.ledger.commit(spells);
  const months = { from: "1390-01", to: "1404-12" };
  expect(
    await refusal({ indicator: "hires", by: ["organisation"], frequency: "MONTH", period: months }),
  ).toBe("TOO_LARGE");
  const values = Array.from({ length: 501 }, (_, n) => `o-${n}`);
  expect(await refusal({ indicator: "hires", where: [{ dimension: "organisation", values }] })).toBe(
    "TOO_LARGE",
  );
  expect(
    await answer({
      indicator: "hires",
      where: [{ dimension: "organisation", values: ["o-7", "' or 1=1 --"] }],
    }),
  ).toEqual([[1, "P"]]);
});

it("answers no data, not zero, for an organisation that no event names; zero for one that only did not hire", async () => {
  await spec.ledger.commit([
    record("EstablishmentRegistered", "2021-04-01", { establishmentId: "works", organisationId: "saipa" }),
    record("EstablishmentRegistered", "2021-04-01", { establishmentId: "mill", organisationId: "mill" }),
    record("EmploymentStarted", "2021-05-01", { spellId: "s1", personRef: "sara", establishmentId: "works" }),
    record("EmploymentStarted", "2021-06-01", { spellId: "s2", personRef: "omid", establishmentId: "mill" }),
  ]);
  const hiresOf = (organisation: string) => ({
    indicator: "hires",
    where: [{ dimension: "organisation", values: [organisation] }],
    period: { from: "2021-05", to: "2021-05" },
    frequency: "MONTH" as const,
    calendar: "GREGORIAN" as const,
  });
  expect(await answer(hiresOf("saipa"))).toEqual([[1, "A"]]);
  expect(await answer(hiresOf("mill"))).toEqual([[0, "A"]]);
  expect(await answer(hiresOf("siapa"))).toEqual([["NO_EVENTS", "M"]]);
});
