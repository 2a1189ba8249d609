import { type Day, isoDay } from "./calendar.ts";
import { type Application, MAX_WORKING_DAYS, type Office, RULE } from "./licence-office.ts";
import { policy } from "./world.ts";

type Term = { readonly due: Day; readonly decided: Day; readonly workingDays: number };

/**
 * What the policy licence-deadline records on the day after an application's working days were over: how many of them
 * the decision took, or that there was none, which is corrected when there is one.
 */
export const assess = (office: Office, { id }: Application, { due, decided, workingDays }: Term): void => {
  const { world, workingDays: calendar } = office;
  const isInTime = decided <= due;
  const open = {
    applicationId: id,
    dueOn: isoDay(due),
    isInTime,
    allowedWorkingDays: MAX_WORKING_DAYS,
    calendarVersion: calendar.version(due),
    ruleVersion: RULE,
  };
  const draft = {
    type: "LicenceApplicationAssessed",
    source: policy("licence-deadline"),
    stream: `application-${id}`,
    on: Math.max(due, decided),
    data: { ...open, decidedOn: isoDay(decided), workingDays },
  };
  const amendment = { draft, day: decided + 1 };
  world.recorder.reportOn(isInTime ? draft : { ...draft, on: due, data: open, amendment }, due + 1);
};
