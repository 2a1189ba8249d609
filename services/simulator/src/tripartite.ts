import { type Day, isoDay, type JalaliMonth, workday } from "./calendar.ts";
import { DAILY_WAGE_IRR } from "./shares.ts";
import { MCLS, type Process, type World, withOwnRandom } from "./world.ts";

type Seat = "GOV" | "EMPLOYER" | "WORKER" | "EXPERT";

type Body = {
  readonly id: string;
  readonly fa: string;
  readonly en: string;
  readonly seats: readonly (readonly [seat: Seat, persons: number])[];
  readonly quorum: number;
  readonly termYears: number;
};

/** The first body has the seats and the quorum of articles 167 and 168 of the Labour Code; the others follow it. */
const BODIES: readonly Body[] = [
  {
    id: "supreme-labour-council",
    fa: "شورای عالی کار (نمونه)",
    en: "Supreme Labour Council (sample)",
    seats: [
      ["GOV", 1],
      ["EXPERT", 2],
      ["EMPLOYER", 3],
      ["WORKER", 3],
    ],
    quorum: 7,
    termYears: 2,
  },
  {
    id: "simulated-safety-council",
    fa: "شورای عالی حفاظت فنی (نمونه)",
    en: "Supreme Council for Technical Protection (sample)",
    seats: [
      ["GOV", 4],
      ["EXPERT", 3],
      ["EMPLOYER", 2],
      ["WORKER", 2],
    ],
    quorum: 7,
    termYears: 3,
  },
  {
    id: "simulated-skills-council",
    fa: "شورای سه‌جانبهٔ مهارت (نمونه)",
    en: "Tripartite Skills Council (sample)",
    seats: [
      ["GOV", 3],
      ["EMPLOYER", 3],
      ["WORKER", 3],
    ],
    quorum: 6,
    termYears: 2,
  },
];

/** The probability that a member attends; a meeting without quorum is not held. There are fewer meetings at Nowruz. */
const PRESENT: Readonly<Record<Seat, number>> = { GOV: 0.93, EMPLOYER: 0.82, WORKER: 0.88, EXPERT: 0.85 };
const CALLED_SHARE = 0.93;
const CALLED_AT_NOWRUZ_SHARE = 0.6;
const DECISION_SHARE = 0.35;

type BodyEvent = {
  readonly type: string;
  readonly stream: string;
  readonly on: Day;
  readonly data: EventData;
};
type EventData = Readonly<Record<string, unknown>>;

const report = ({ recorder }: World, event: BodyEvent): void => recorder.report({ source: MCLS, ...event });

const constitute = (world: World, { id, fa, en, seats, quorum, termYears }: Body): void => {
  const data = {
    bodyId: id,
    name: { fa, en },
    seats: seats.map(([seat, persons]) => ({ seat, persons })),
    quorum,
    minMeetingsPerMonth: 1,
    termYears,
  };
  report(world, { type: "BodyConstituted", stream: `body-${id}`, on: world.first, data });
};

const adopt = (world: World, meetingId: string, attendance: Attendance, on: Day): void => {
  const { random } = world;
  const votes = attendance.map(({ seat, persons }) => {
    const votesFor = Math.round(persons * (0.5 + 0.5 * random.unit()));
    return { seat, votesFor, votesAgainst: persons - votesFor, abstentions: 0 };
  });
  const subject = { fa: "تصمیم نمونه", en: "Sample decision" };
  const decisionId = `${meetingId}-d1`;
  const data = { decisionId, meetingId, subject, votes };
  report(world, { type: "DecisionAdopted", stream: `decision-${decisionId}`, on, data });
};

type Attendance = readonly { readonly seat: Seat; readonly persons: number }[];

const present = ({ random }: World, seats: Body["seats"]): Attendance =>
  seats.map(([seat, persons]) => {
    let there = 0;
    for (let n = 0; n < persons; n++) if (random.chance(PRESENT[seat])) there++;
    return { seat, persons: there };
  });

const meet = (world: World, body: Body, month: JalaliMonth): void => {
  const { random, agenda } = world;
  const meetingId = `${body.id}-${month.label}`;
  const stream = `meeting-${meetingId}`;
  const called = workday(month.first + random.whole(1, 8));
  const day = workday(called + random.whole(5, 16));
  agenda.at(called, (on) => {
    const data = { meetingId, bodyId: body.id, scheduledFor: isoDay(day) };
    report(world, { type: "MeetingConvened", stream, on, data });
  });
  agenda.at(day, (on) => {
    const attendance = present(world, body.seats);
    const isQuorate = attendance.reduce((sum, { persons }) => sum + persons, 0) >= body.quorum;
    const what = { meetingId, bodyId: body.id };
    if (!isQuorate) {
      const data = { ...what, reason: "no quorum" };
      report(world, { type: "MeetingCancelled", stream, on, data });
      return;
    }
    report(world, { type: "MeetingHeld", stream, on, data: { ...what, attendance } });
    if (random.chance(DECISION_SHARE)) adopt(world, meetingId, attendance, on);
  });
};

const PARTIES = ["EMPLOYER", "WORKER"] as const;

const consult = (world: World, month: JalaliMonth): void => {
  const { random, agenda } = world;
  const consultationId = `simulated-consultation-${month.label}`;
  const stream = `consultation-${consultationId}`;
  const topic = { fa: "مشورت نمونه", en: "Sample consultation" };
  const opened = { consultationId, topic, dueOn: isoDay(month.first + 30) };
  report(world, { type: "ConsultationOpened", stream, on: month.first + 4, data: opened });
  for (const party of PARTIES) {
    for (let n = random.whole(1, 4); n > 0; n--) {
      const stance = random.pick([
        ["FOR", 4],
        ["CONDITIONAL", 4],
        ["AGAINST", 2],
      ]);
      agenda.at(month.first + random.whole(8, 30), (on) =>
        report(world, { type: "OpinionFiled", stream, on, data: { consultationId, party, stance } }),
      );
    }
  }
  agenda.at(month.first + 40, (on) =>
    report(world, { type: "ConsultationClosed", stream, on, data: { consultationId } }),
  );
};

/** The minimum wage of a year, if known, is set in the last days of the year before. */
const setWage = (world: World, jalaliYear: number, on: Day): void => {
  const daily = DAILY_WAGE_IRR.find(([year]) => year === jalaliYear)?.[1];
  if (daily === undefined) return;
  const data = { jalaliYear, daily };
  report(world, { type: "MinimumWageSet", stream: `minimumwage-${jalaliYear}`, on, data });
};

/** The bodies of the three parties: meetings, decisions, consultations and the minimum wage. */
export const tripartiteBodies = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x3b0);
  const starts = new Map(world.months.map((month) => [month.first, month]));
  return (day) => {
    const month = starts.get(day);
    if (day === world.first) {
      for (const body of BODIES) constitute(world, body);
      if (month !== undefined) setWage(world, month.year, day - 5);
    }
    if (month === undefined) return;
    for (const body of BODIES)
      if (world.random.chance(month.month === 1 ? CALLED_AT_NOWRUZ_SHARE : CALLED_SHARE))
        meet(world, body, month);
    if (month.month % 4 === 2) consult(world, month);
    if (month.month === 12) world.agenda.at(day + 20, (on) => setWage(world, month.year + 1, on));
  };
};
