import { type Day, endOfMonthAfter, isoDay, type JalaliMonth } from "./calendar.ts";
import type { Draft } from "./draft.ts";
import type { Establishment } from "./economy.ts";
import type { WorkingDays } from "./working-days.ts";
import { policy, type World } from "./world.ts";

export type Deadline = {
  readonly due: Day;
  readonly calendarVersion: string;
  readonly isSmallWorkshop: boolean;
};

/**
 * Article 39: the list of a month is due by the end of the month after, of a small workshop by the end of the second;
 * where that is no working day, on the first one from there on.
 */
export const deadlineOf = (
  workingDays: WorkingDays,
  month: JalaliMonth,
  isSmallWorkshop: boolean,
): Deadline => {
  const due = workingDays.after(endOfMonthAfter(month, isSmallWorkshop ? 2 : 1) - 1, 1);
  return { due, calendarVersion: workingDays.version(due), isSmallWorkshop };
};

/** What the policy of deadlines records of a list, on the day after its deadline or after it came, if it was later. */
export const assessList = ({ recorder }: World, list: Draft, { due, calendarVersion }: Deadline): void => {
  const { on: sent, stream, fate, data } = list;
  const { listId, establishmentId, month } = data;
  const on = Math.max(due, sent);
  const assessed = {
    listId,
    establishmentId,
    month,
    dueOn: isoDay(due),
    isOnTime: sent <= due,
    daysLate: on - due,
    calendarVersion,
    ruleVersion: "article-39",
  };
  const source = policy("contribution-deadline");
  const type = "ContributionListAssessed";
  recorder.reportOn({ type, source, stream, on, data: assessed, ...(fate && { fate }) }, on + 1);
};

/** What the policy of missing lists records, on the day after the deadline, of an establishment that sent none by then. */
export const missList = (
  { recorder }: World,
  { id: establishmentId }: Establishment,
  { label: month }: JalaliMonth,
  { due, calendarVersion, isSmallWorkshop }: Deadline,
): void => {
  const missed = { establishmentId, month, isSmallWorkshop, calendarVersion, ruleVersion: "article-39" };
  const source = policy("missing-list");
  const stream = `establishment-${establishmentId}`;
  recorder.reportOn({ type: "ContributionListMissed", source, stream, on: due, data: missed }, due + 1);
};
