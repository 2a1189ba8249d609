import { predictedHolidays } from "@karnameh/policies/calendar/predicted-holidays";
import { said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { workingCalendar } from "@karnameh/schema/working-calendar/working-calendar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

let story: Story;
const tellBefore = (events: readonly NewEvent[]): void => {
  beforeAll(async () => {
    story = await beginStory({ indicators: [], history: events });
  });
  afterAll(() => story.end());
};

/**
 * Two welders were dismissed. Sima files on 6 May 2023, conciliation fails, the board of inquiry awards her 180 million
 * rial, the employer appeals, and the board of dispute settlement makes it 120 million, which is paid. Nima files on
 * 10 May and is awarded 60 million; nobody appeals, and nothing is paid.
 */
describe("a dispute through both boards", () => {
  const filed = (name: string, on: string) =>
    said({
      type: "DisputeFiled",
      on,
      data: {
        disputeId: uuid(name),
        kind: "INDIVIDUAL",
        subject: "DISMISSAL",
        filedBy: "WORKER",
        establishmentId: uuid("shipyard"),
        area: "IR-23",
        workers: 1,
      },
    });
  const conciliation = said({
    type: "DisputeConciliated",
    on: "2023-05-13",
    data: { disputeId: uuid("sima"), outcome: "NOT_SETTLED" },
  });
  const decided = (name: string, on: string, [stage, awarded]: readonly [string, number], words = {}) =>
    said({
      type: "DisputeDecided",
      on,
      data: { disputeId: uuid(name), stage, outcome: "FOR_WORKER", awarded },
      ...words,
    });
  const appeal = said({
    type: "DisputeAppealed",
    on: "2023-06-20",
    data: { disputeId: uuid("sima"), stage: "SETTLEMENT", appealedBy: "EMPLOYER" },
  });
  const paid = said({
    type: "DisputeEnforced",
    on: "2023-08-21",
    data: { disputeId: uuid("sima"), paid: 120_000_000 },
  });
  tellBefore([
    filed("sima", "2023-05-06"),
    filed("nima", "2023-05-10"),
    conciliation,
    decided("nima", "2023-06-03", ["INQUIRY", 60_000_000]),
    decided("sima", "2023-06-10", ["INQUIRY", 180_000_000]),
    appeal,
    decided("sima", "2023-07-22", ["SETTLEMENT", 120_000_000], { id: "last word" }),
    paid,
  ]);

  /** What the last decision awards and what of it is still owed; it is open while it was appealed against. */
  const standing = (asOf?: string) =>
    story.facts(
      ["dispute_filed", "dispute_decided", "dispute_appealed", "dispute_enforced"],
      `with last as (from dispute_decided
         qualify row_number() over (partition by dispute_id order by effective_on desc, position desc) = 1)
       select l.awarded, l.awarded - coalesce(e.paid, 0) as owed, l.effective_on - f.effective_on as days,
         exists (from dispute_appealed a where a.dispute_id = l.dispute_id and a.effective_on > l.effective_on) as is_open
       from dispute_filed f join last l using (dispute_id) left join dispute_enforced e using (dispute_id)
       order by f.effective_on`,
      asOf,
    );

  it("has as its last word that of the second board, seventy-seven days after it was filed", async () => {
    // 25 days of May after the sixth, 30 of June and 22 of July.
    expect(await standing()).toEqual([
      { awarded: 120_000_000, owed: 0, days: 77, is_open: false },
      { awarded: 60_000_000, owed: 60_000_000, days: 24, is_open: false },
    ]);
  });

  it("was open while the appeal was with the second board", async () => {
    expect(await standing("2023-07-01")).toEqual([
      { awarded: 180_000_000, owed: 180_000_000, days: 35, is_open: true },
      { awarded: 60_000_000, owed: 60_000_000, days: 24, is_open: false },
    ]);
  });

  it("is owed thirty million more since the minutes were read again, and was not until then", async () => {
    await story.record([
      decided("sima", "2023-07-22", ["SETTLEMENT", 150_000_000], {
        knownOn: "2023-09-02",
        corrects: "last word",
      }),
    ]);
    expect((await standing()).map(({ owed }) => owed)).toEqual([30_000_000, 60_000_000]);
    expect((await standing("2023-09-01")).map(({ owed }) => owed)).toEqual([0, 60_000_000]);
  });
});

/**
 * 200 workers of a mill stop work on Wednesday 12 July 2023. From Saturday on they are 350; on Monday evening it is
 * over. Friday is a day of rest. Not worked were 2 × 200 + 3 × 350 = 1,450 person-days; the notice says 5 × 350 = 1,750.
 */
describe("the days of a strike", () => {
  const began = said({
    type: "StoppageStarted",
    on: "2023-07-12",
    data: {
      stoppageId: uuid("strike"),
      kind: "STRIKE",
      isic4: "13",
      area: "IR-10",
      workersInvolved: 200,
    },
  });
  const grew = said({
    type: "StoppageScopeChanged",
    on: "2023-07-15",
    data: { stoppageId: uuid("strike"), workersInvolved: 350 },
  });
  const ended = (daysNotWorked: number, words = {}) =>
    said({
      type: "StoppageEnded",
      on: "2023-07-17",
      data: {
        stoppageId: uuid("strike"),
        daysNotWorked,
        outcome: "AGREEMENT",
        thresholdRule: "ten-workers-one-day",
      },
      ...words,
    });
  tellBefore([began, grew, ended(1_750, { id: "notice" })]);

  /** What the notice says, and what the numbers of each working day add up to. */
  const personDays = async () => {
    const calendar = workingCalendar([], predictedHolidays);
    const days = await story.facts(
      ["stoppage_started", "stoppage_scope_changed", "stoppage_ended"],
      `with size as (
         select stoppage_id, effective_on, workers_involved from stoppage_started
         union all
         select stoppage_id, effective_on, workers_involved from stoppage_scope_changed
       ),
       struck as (
         select e.stoppage_id, e.days_not_worked, unnest(range(s.effective_on, e.effective_on + 1, interval 1 day))::date as day
         from stoppage_started s join stoppage_ended e using (stoppage_id)
       )
       select d.day, d.days_not_worked::integer as stated, z.workers_involved as workers
       from struck d asof join size z on d.stoppage_id = z.stoppage_id and d.day >= z.effective_on
       order by d.day`,
    );
    const worked = days.filter(({ day }) => calendar.isWorking(String(day)));
    const reckoned = worked.reduce((sum, { workers }) => sum + Number(workers), 0);
    return { reckoned, stated: days[0]?.stated };
  };

  it("are counted by the workers of each working day, whatever the notice says", async () => {
    expect(await personDays()).toEqual({ reckoned: 1_450, stated: 1_750 });
  });

  it("are as stated once the notice was corrected", async () => {
    await story.record([ended(1_450, { knownOn: "2023-08-01", corrects: "notice" })]);
    expect(await personDays()).toEqual({ reckoned: 1_450, stated: 1_450 });
  });
});

/**
 * The Supreme Labour Council has the minister, two experts, three employers and three workers; seven of the nine make a
 * meeting, and one meeting a month is the least. In the last three months of 1401 it meets with eight, with six
 * (no employer came), and with all nine, who set the minimum wage of 1402 against the votes of the workers.
 */
describe("the quorum of the Supreme Labour Council", () => {
  const COUNCIL = "supreme-labour-council";
  const seats = (gov: number, expert: number, employer: number, worker: number) =>
    [
      { seat: "GOV", persons: gov },
      { seat: "EXPERT", persons: expert },
      { seat: "EMPLOYER", persons: employer },
      { seat: "WORKER", persons: worker },
    ].filter(({ persons }) => persons > 0);
  const constituted = said({
    type: "BodyConstituted",
    on: "2022-03-21",
    data: {
      bodyId: COUNCIL,
      name: { fa: "شورای عالی کار", en: "Supreme Labour Council" },
      seats: seats(1, 2, 3, 3),
      quorum: 7,
      minMeetingsPerMonth: 1,
      termYears: 2,
    },
  });
  const held = (on: string, attendance: ReturnType<typeof seats>, words = {}) =>
    said({
      type: "MeetingHeld",
      on,
      data: { meetingId: `meeting-${on}`, bodyId: COUNCIL, attendance },
      ...words,
    });
  const cancelled = said({
    type: "MeetingCancelled",
    on: "2023-02-14",
    data: { meetingId: "meeting-2023-02-14", bodyId: COUNCIL },
  });
  const adopted = (on: string, votes: readonly (readonly [string, number, number])[]) =>
    said({
      type: "DecisionAdopted",
      on,
      data: {
        decisionId: `decision-${on}`,
        meetingId: `meeting-${on}`,
        subject: { fa: "مصوبه", en: "Decision" },
        votes: votes.map(([seat, votesFor, votesAgainst]) => ({
          seat,
          votesFor,
          votesAgainst,
          abstentions: 0,
        })),
      },
    });
  tellBefore([
    constituted,
    held("2023-01-10", seats(1, 2, 2, 3)),
    held("2023-02-07", seats(1, 2, 0, 3), { id: "minutes of February" }),
    adopted("2023-02-07", [
      ["GOV", 1, 0],
      ["EXPERT", 2, 0],
      ["WORKER", 3, 0],
    ]),
    cancelled,
    held("2023-03-18", seats(1, 2, 3, 3)),
    adopted("2023-03-18", [
      ["GOV", 1, 0],
      ["EXPERT", 2, 0],
      ["EMPLOYER", 3, 0],
      ["WORKER", 0, 3],
    ]),
  ]);

  const QUORATE = `with came as (
      select h.meeting_id, any_value(h.effective_on) as day, sum(h.persons) >= any_value(b.quorum) as is_quorate
      from meeting_held_attendance h join body_constituted b using (body_id) group by h.meeting_id)`;
  const monthsShort = (asOf?: string) =>
    story.facts(
      ["body_constituted", "meeting_held_attendance"],
      `${QUORATE}
       select (s.jm // 12 * 100 + s.jm % 12 + 1)::integer as month from model.segment s, body_constituted b
       where s.jm between 1401 * 12 + 9 and 1401 * 12 + 11
       group by s.jm, b.min_meetings_per_month
       having (select count(*) from came join model.calendar_day d using (day) where d.jm = s.jm and is_quorate)
         < b.min_meetings_per_month
       order by month`,
      asOf,
    );
  /** Decisions that a majority of those present at a meeting with its quorum voted for. */
  const valid = (asOf?: string) =>
    story.facts(
      ["body_constituted", "meeting_held_attendance", "decision_adopted_votes"],
      `${QUORATE}
       select v.decision_id from decision_adopted_votes v join came c using (meeting_id)
       where c.is_quorate group by v.decision_id
       having sum(v.votes_for) > sum(v.votes_against) + sum(v.abstentions) order by all`,
      asOf,
    );

  it("was not reached in Bahman, neither by six nor by a meeting that was cancelled", async () => {
    expect(await monthsShort()).toEqual([{ month: 140111 }]);
  });

  it("makes the decision of nine valid, six votes against three, and not that of six who all agreed", async () => {
    expect(await valid()).toEqual([{ decision_id: "decision-2023-03-18" }]);
  });

  it("was reached after all when the minutes turn out to have left out an employer", async () => {
    const minutes = held("2023-02-07", seats(1, 2, 1, 3), {
      knownOn: "2023-04-04",
      corrects: "minutes of February",
    });
    await story.record([minutes]);
    expect(await monthsShort()).toEqual([]);
    expect(await valid()).toHaveLength(2);
    expect(await monthsShort("2023-04-03")).toEqual([{ month: 140111 }]);
    expect(await valid("2023-04-03")).toHaveLength(1);
  });
});

/**
 * The agreement of a bus company covers 1,200 employees for a year from 23 October 2022 and is renewed for 1,350; that
 * of a bakers' guild covers 400 from 20 February 2023 and lapses on 21 June.
 */
describe("collective agreements", () => {
  const signed = (name: string, on: string, employees: number, endsOn?: string) =>
    said({
      type: "CollectiveAgreementSigned",
      on,
      data: {
        agreementId: uuid(name),
        level: "ENTERPRISE",
        parties: [`${name}-workers`, `${name}-employer`],
        employees,
        topics: ["WAGE"],
        ...(endsOn === undefined ? {} : { endsOn }),
      },
    });
  const renewed = said({
    type: "CollectiveAgreementRenewed",
    on: "2023-10-23",
    data: { agreementId: uuid("bus"), employees: 1_350, endsOn: "2024-10-22" },
  });
  const lapsed = said({
    type: "CollectiveAgreementLapsed",
    on: "2023-06-21",
    data: { agreementId: uuid("bakers") },
  });
  tellBefore([
    signed("bus", "2022-10-23", 1_200, "2023-10-22"),
    signed("bakers", "2023-02-20", 400),
    lapsed,
    renewed,
  ]);

  const covered = async (day: string): Promise<unknown> => {
    const [row] = await story.facts(
      ["collective_agreement_signed", "collective_agreement_renewed", "collective_agreement_lapsed"],
      `with term as (
         select agreement_id, effective_on, ends_on, employees from collective_agreement_signed
         union all
         select agreement_id, effective_on, ends_on, employees from collective_agreement_renewed
       )
       select coalesce(sum(t.employees), 0)::integer as employees
       from (from term where effective_on <= date '${day}'
         qualify row_number() over (partition by agreement_id order by effective_on desc) = 1) t
       left join collective_agreement_lapsed l using (agreement_id)
       where least(t.ends_on, l.effective_on, date '9999-12-31') >= date '${day}'`,
    );
    return row?.employees;
  };

  it.each([
    ["2022-10-22", 0],
    ["2023-02-20", 1_600],
    ["2023-06-21", 1_600],
    ["2023-06-22", 1_200],
    ["2023-10-23", 1_350],
    ["2024-10-23", 0],
  ])("in force on %s cover %i employees", async (day, employees) => {
    expect(await covered(day)).toBe(employees);
  });
});
