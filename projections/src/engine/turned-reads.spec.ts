import { expect, it } from "vitest";
import { hosts } from "../domains/training/hosts.ts";
import { targets } from "../domains/training/targets.ts";
import { training } from "../domains/training/training.ts";
import { record } from "../testing/record.ts";
import { specLedger } from "../testing/spec-ledger.ts";

// The one goes from an enrolment to its course, the others from a course to its enrolments and completions.
const cubes = [training, targets, hosts];
const spec = specLedger(cubes);

const events = [
  record("HostAgreementSigned", "2021-03-21", { agreementId: "x", establishmentId: "plant" }),
  record("ProgrammeTargetSet", "2021-03-21", { programmeId: "kahad", target: 4, basis: "PERSONS" }),
  record("TraineeEnrolled", "2021-04-01", { enrolmentId: "e1", courseId: "c1", personRef: "ali" }),
  record("TraineeEnrolled", "2021-04-01", { enrolmentId: "e2", courseId: "c1", personRef: "sara" }),
  // known after its trainees
  record("CourseScheduled", "2021-04-01", {
    courseId: "c1",
    endsOn: "2021-06-30",
    programmeId: "kahad",
    hostAgreementId: "x",
  }),
  record("TrainingCompleted", "2021-06-01", { enrolmentId: "e1", courseId: "c1", personRef: "ali" }),
  record("EstablishmentRegistered", "2021-06-02", { establishmentId: "plant", area: "IR-10" }),
];

const stored = async () => {
  const found = [];
  for (const { name } of cubes) found.push(await spec.ledger.rows(name, ["on", "origin"]));
  return found;
};

it("follows the facts of a batch both ways between the same tables, live as rebuilt", async () => {
  await spec.ledger.rebuild(events);
  const rebuilt = await stored();
  expect(rebuilt[1]).toEqual([
    { on: "2021-03-21", origin: "RECORDED", target: 4, reached: 0 },
    { on: "2021-06-01", origin: "RECORDED", target: 0, reached: 1 },
  ]);
  expect(rebuilt[2]).toEqual([
    { on: "2021-04-01", origin: "RECORDED", trainees: 2, host_units: 1 },
    { on: "2021-06-01", origin: "RECORDED", trainees: -1, host_units: 0 },
    { on: "2021-07-01", origin: "RECORDED", trainees: -1, host_units: -1 },
  ]);
  await spec.ledger.clear();
  for (const event of events) await spec.ledger.commit([event]);
  expect(await stored()).toEqual(rebuilt);
});
