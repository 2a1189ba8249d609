import { expect, it } from "vitest";
import { record } from "../../testing/record.ts";
import { specLedger } from "../../testing/spec-ledger.ts";
import { hosts } from "./hosts.ts";

const spec = specLedger([hosts]);

const agreed = (agreementId: string, establishmentId: string, words = {}) =>
  record("HostAgreementSigned", "2021-03-21", { agreementId, establishmentId }, words);
const course = (courseId: string, hostAgreementId: string, endsOn = "2021-06-30") =>
  record("CourseScheduled", "2021-04-01", { courseId, hostAgreementId, endsOn });
const enrolled = (who: string, courseId: string, on = "2021-04-01", words = {}) =>
  record("TraineeEnrolled", on, { enrolmentId: `${who} ${courseId}`, courseId, personRef: who }, words);
const about = (type: string, who: string, courseId: string, on: string) =>
  record(type, on, {
    enrolmentId: `${who} ${courseId}`,
    ...(type === "TrainingCompleted" ? { courseId, personRef: who } : {}),
  });

/** Numerator, denominator and value on the last day of each month from Farvardin to Tir 1400. */
const months = async (asOf?: string) => {
  const { observations } = await spec.planner.observations({
    indicator: "trainees_per_host_unit",
    frequency: "MONTH",
    calendar: "JALALI",
    period: { from: "1400-01", to: "1400-04" },
    ...(asOf === undefined ? {} : { asOf }),
  });
  return observations.map(({ numerator, denominator, value, reason }) =>
    value === null ? reason : [numerator, denominator, value],
  );
};

it("is the trainees in host units on the last day of the month over the units that have any", async () => {
  await spec.ledger.commit([
    agreed("x", "plant"),
    agreed("y", "mill"),
    agreed("z", "shop"), // never has a trainee
    course("c1", "x"),
    course("c2", "y", "2021-05-10"),
    enrolled("ali", "c1"),
    enrolled("reza", "c1"),
    enrolled("sara", "c2"),
    about("TraineeWithdrew", "reza", "c1", "2021-05-20"),
    about("TrainingCompleted", "ali", "c1", "2021-07-01"), // after the planned end
    record("EstablishmentRegistered", "2021-08-01", { establishmentId: "plant" }),
  ]);
  expect(await months()).toEqual([[3, 2, 1.5], [1, 1, 1], [1, 1, 1], "NO_DENOMINATOR"]);
});

it("counts one who is in two courses of a unit once, until the later of them ends", async () => {
  await spec.ledger.commit([
    agreed("x", "plant"),
    agreed("y", "plant"),
    course("c1", "x", "2021-05-01"),
    course("c2", "y"),
    enrolled("ali", "c1"),
    enrolled("ali", "c2"),
    about("TraineeWithdrew", "ali", "c2", "2021-08-01"),
  ]);
  expect(await months()).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1], "NO_DENOMINATOR"]);
});

it("ends with the agreement, with a cancelled course, or on completing", async () => {
  await spec.ledger.commit([
    agreed("x", "plant"),
    agreed("y", "mill"),
    agreed("z", "shop"),
    ...["x", "y", "z"].map((name) => course(`of ${name}`, name)),
    ...["x", "y", "z"].map((name) => enrolled(`in ${name}`, `of ${name}`)),
    record("HostAgreementEnded", "2021-04-20", { agreementId: "x" }),
    record("CourseCancelled", "2021-05-01", { courseId: "of y" }),
    about("TrainingCompleted", "in z", "of z", "2021-06-01"),
    agreed("w", "stall", { knownOn: "2021-08-01" }),
  ]);
  expect(await months()).toEqual([[3, 3, 1], [1, 1, 1], "NO_DENOMINATOR", "NO_DENOMINATOR"]);
});

it("follows a corrected agreement, a late and a retracted enrolment, and counts what is recorded twice once", async () => {
  await spec.ledger.commit([
    agreed("x", "plant", { id: "x" }),
    agreed("y", "mill"),
    agreed("y", "mill"),
    course("c1", "x"),
    enrolled("ali", "c1"),
    enrolled("ali", "c1"),
    agreed("x", "mill", { corrects: "x", knownOn: "2021-07-20" }),
    enrolled("sara", "c1", "2021-04-01", { id: "late", knownOn: "2021-07-25" }),
    record(
      "EventRetracted",
      "2021-07-26",
      { retractionId: "r", retractedType: "TraineeEnrolled" },
      { corrects: "late" },
    ),
  ]);
  expect((await months("2021-07-24"))[0]).toEqual([1, 1, 1]);
  expect((await months("2021-07-25"))[0]).toEqual([2, 1, 2]);
  expect((await months())[0]).toEqual([1, 1, 1]);
});
