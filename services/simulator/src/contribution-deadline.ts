import { ARTICLE_39, contributionDeadline } from "@karnameh/schema/working-calendar/deadlines";
import { type Day, dayOf, isoDay, type JalaliMonth } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import type { SimulatedEvent } from "./simulated-event.ts";
import type { WorkingDays } from "./working-days.ts";
import { policy, type World } from "./world.ts";

/** When the list of a month is due. */
export type ListDeadline = {
  readonly due: Day;
  readonly calendarVersion: string;
  readonly isSmallWorkshop: boolean;
};

/** The deadline of an establishment's list of a month, by Article 39. */
export const deadlineOf = (
  { calendar }: WorkingDays,
  { year, month }: JalaliMonth,
  isSmallWorkshop: boolean,
): ListDeadline => {
  const { dueOn, calendarVersion } = contributionDeadline(calendar, year * 12 + month - 1, isSmallWorkshop);
  return { due: dayOf(dueOn), calendarVersion, isSmallWorkshop };
};

/** What the policy contribution-deadline records about a list, on the day after its deadline or its later arrival. */
export const assessList = (
  { recorder }: World,
  list: SimulatedEvent,
  { due, calendarVersion }: ListDeadline,
): void => {
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
    ruleVersion: ARTICLE_39.ruleVersion,
  };
  const source = policy("contribution-deadline");
  const type = "ContributionListAssessed";
  recorder.reportOn({ type, source, stream, on, data: assessed, ...(fate && { fate }) }, on + 1);
};

/** What the policy missing-list records on the day after the deadline about an establishment that sent no list by then. */
export const missList = (
  { recorder }: World,
  { id: establishmentId }: Establishment,
  { label: month }: JalaliMonth,
  { due, calendarVersion, isSmallWorkshop }: ListDeadline,
): void => {
  const missed = {
    establishmentId,
    month,
    isSmallWorkshop,
    calendarVersion,
    ruleVersion: ARTICLE_39.ruleVersion,
  };
  const source = policy("missing-list");
  const stream = `establishment-${establishmentId}`;
  recorder.reportOn({ type: "ContributionListMissed", source, stream, on: due, data: missed }, due + 1);
};
