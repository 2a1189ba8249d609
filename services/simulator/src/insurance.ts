import { contributionSplit } from "@karnameh/schema/contribution";
import { type Day, isoDay, type JalaliMonth } from "./calendar.ts";
import { assessList, deadlineOf, type ListDeadline, missList } from "./contribution-deadline.ts";
import type { Establishment } from "./economy.ts";
import { NONE } from "./population.ts";
import { mix, type Random, type Weighted } from "./random.ts";
import { DAILY_WAGE_IRR } from "./shares.ts";
import { WorkingDays } from "./working-days.ts";
import { employer, newId, type Process, type Spell, type World, withOwnRandom } from "./world.ts";

type Line = { readonly personRef: string; readonly days: number; readonly insurableWage: number };

/** The maximum number of lines of a list; a larger establishment sends several. */
const LINES_A_LIST = 200;

/** The maximum number of workers of a small workshop. */
const SMALL = 5;

const EARLIEST = 8;
/** The deadline is the last day of the month that follows. */
const LATEST = 29;

/** Share of the lists that are sent after their deadline, and the maximum delay in days. */
const LATE_SHARE = 0.1;
const LATE_DAYS = 45;

const dailyWage = (year: number): number =>
  DAILY_WAGE_IRR.find(([of]) => of === year)?.[1] ?? DAILY_WAGE_IRR.at(-1)?.[1] ?? 0;

const lineOf = (world: World, month: JalaliMonth, { person, start, end }: Spell): Line | undefined => {
  const days = Math.min(end, month.last) - Math.max(start, month.first) + 1;
  if (days <= 0) return undefined;
  // Most earn close to the minimum wage, few three times as much.
  const above = ((mix(world.seed, person) % 1000) / 1000) ** 3 * 2;
  const insurableWage = Math.round((dailyWage(month.year) * (1 + above) * days) / 1000) * 1000;
  return { personRef: world.people.ref(person), days, insurableWage };
};

const linesOf = (world: World, establishment: Establishment, month: JalaliMonth): readonly Line[] => {
  const { people, departures } = world;
  const lines: Line[] = [];
  const add = (line: Line | undefined) => line !== undefined && lines.push(line);
  for (let person = establishment.head; person !== NONE; person = people.next[person] ?? NONE) {
    if (people.isInsured[person] === 1) {
      add(
        lineOf(world, month, {
          person,
          start: people.spellStart[person] ?? 0,
          end: Number.POSITIVE_INFINITY,
        }),
      );
    }
  }
  const left = departures.get(establishment.index) ?? [];
  for (const spell of left) {
    const isBack = people.establishment[spell.person] === establishment.index;
    if (!isBack) add(lineOf(world, month, spell));
  }
  const waiting = left.filter(({ end }) => end > month.last);
  if (waiting.length > 0) departures.set(establishment.index, waiting);
  else departures.delete(establishment.index);
  return lines;
};

/** Lists paid in full, in part, and not at all within the simulated years. */
const PAID: Weighted<number> = [
  [1, 90],
  [0.5, 5],
  [0, 5],
];

type Owed = { readonly listId: string; readonly source: string; readonly lines: readonly Line[] };

/** Pays the shares of worker and employer on the wages of a list, some days after it was sent. */
const pay = ({ random, recorder }: World, { listId, source, lines }: Owed, sent: Day): void => {
  const paid = random.pick(PAID);
  if (paid === 0) return;
  const on = sent + random.whole(0, 12);
  const wages = lines.reduce((sum, { insurableWage }) => sum + insurableWage, 0);
  const { worker, employer: employers, unemployment } = contributionSplit(wages * paid, isoDay(on));
  const data = { listId, worker, employer: employers, unemployment };
  recorder.report({ type: "ContributionPaid", source, stream: `list-${listId}`, on, data });
};

/** What lists need in addition to the world; lateness has its own random numbers. */
type Desk = { readonly world: World; readonly lateness: Random; readonly workingDays: WorkingDays };

const sentOn = ({ world: { random }, lateness }: Desk, habit: Day, due: Day): Day => {
  const on = random.chance(0.05) ? habit + random.whole(10, 80) : habit;
  return lateness.chance(LATE_SHARE) ? Math.max(on, due + lateness.whole(1, LATE_DAYS)) : on;
};

type Sending = {
  readonly establishment: Establishment;
  readonly month: JalaliMonth;
  readonly lines: readonly Line[];
  readonly deadline: ListDeadline;
  readonly on: Day;
};

const submit = (world: World, { establishment, month, lines: all, deadline, on }: Sending): void => {
  const { recorder, random } = world;
  for (let from = 0; from < all.length; from += LINES_A_LIST) {
    const lines = all.slice(from, from + LINES_A_LIST);
    const listId = newId(world, on);
    const data = {
      listId,
      establishmentId: establishment.id,
      month: month.label,
      isSmallWorkshop: deadline.isSmallWorkshop,
      lines,
    };
    const source = employer(establishment.organisationId);
    const stream = `list-${listId}`;
    const draft = { type: "ContributionListSubmitted", source, stream, on, data, fate: {} };
    recorder.reportOn(draft, on + random.whole(0, 1));
    assessList(world, draft, deadline);
    pay(world, { listId, source, lines }, on);
  }
};

/** Share of the lists that are never sent. */
const NEVER_SHARE = 0.015;

/** Sends the lists that an establishment owes for a month, on the day, later, or never. */
const sendLists = (desk: Desk, establishment: Establishment, month: JalaliMonth, day: Day): void => {
  const { world, workingDays } = desk;
  const lines = linesOf(world, establishment, month);
  const isNeverSent = world.random.chance(NEVER_SHARE);
  const deadline = deadlineOf(workingDays, month, lines.length <= SMALL);
  const on = isNeverSent ? Number.POSITIVE_INFINITY : sentOn(desk, day, deadline.due);
  if (lines.length > 0 && on > deadline.due) missList(world, establishment, month, deadline);
  if (!isNeverSent) submit(world, { establishment, month, lines, deadline, on });
};

/** Employers send the list of a month between the 8th and the 29th of the next month, except for late lists. */
export const contributionLists = (world: World): Process => {
  const byDay = new Map<number, Establishment[]>();
  for (const establishment of world.economy.establishments) {
    const habit = EARLIEST + (mix(world.seed ^ 0x115, establishment.index) % (LATEST - EARLIEST + 1));
    byDay.set(habit, [...(byDay.get(habit) ?? []), establishment]);
  }
  const desk: Desk = {
    world,
    lateness: withOwnRandom(world, 0x39).random,
    workingDays: new WorkingDays(),
  };
  let current = 0;
  return (day) => {
    while (world.months[current] !== undefined && day > (world.months[current]?.last ?? 0) + LATEST)
      current++;
    const month = world.months[current];
    if (month === undefined) return;
    for (const establishment of byDay.get(day - month.last) ?? []) sendLists(desk, establishment, month, day);
  };
};
