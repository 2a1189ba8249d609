import { type Day, isoDay, type JalaliMonth, workday } from "./calendar.ts";
import { STANDARDS } from "./standards.ts";
import { newId, type Process, pace, TVTO, type World, withOwnRandom } from "./world.ts";

/** Countries of the simulated cooperation: neighbours and trading partners. */
const COUNTRIES = ["AFG", "ARM", "CHN", "IRQ", "KAZ", "OMN", "PAK", "RUS", "TJK", "TUR", "UZB"] as const;
type Country = (typeof COUNTRIES)[number];

/** Per year, independent of the size of the population. */
const MEMORANDA_A_YEAR = 5;
const EXCHANGES_A_YEAR = 8;
const MEETINGS_A_YEAR = 10;

const BEFORE_OPENING = 6;

const drawCountry = ({ random }: World): Country => COUNTRIES[random.whole(0, COUNTRIES.length - 1)] ?? "IRQ";

type DiplomacyEvent = {
  readonly type: string;
  readonly stream: string;
  readonly on: Day;
  readonly data: object;
};

const report = ({ recorder, first }: World, { type, stream, on, data }: DiplomacyEvent): void => {
  const draft = { type, source: TVTO, stream, on, data: { ...data } };
  if (on < first) recorder.reportOn(draft, first);
  else recorder.report(draft);
};

/** A name that distinguishes things. */
const named = (world: World, thing: string, day: Day): string =>
  `simulated-${thing}-${newId(world, day).slice(-8)}`;

const sign = (world: World, day: Day): void => {
  const { random, agenda } = world;
  const country = drawCountry(world);
  const memorandumId = named(world, "memorandum", day);
  const stream = `memorandum-${memorandumId}`;
  const isDomestic = random.chance(0.15);
  const partner = isDomestic
    ? { organisationId: "simulated-university", country: "IRN" }
    : { organisationId: `simulated-agency-${country.toLowerCase()}`, country };
  const data = {
    memorandumId,
    title: { fa: "تفاهم‌نامهٔ نمونه", en: "Sample memorandum" },
    parties: [{ organisationId: "tvto", country: "IRN" }, partner],
    isDomestic,
    ...(random.chance(0.8) && { endsOn: isoDay(day + random.whole(2, 5) * 365) }),
  };
  report(world, { type: "MemorandumSigned", stream, on: day, data });
  if (isDomestic || !random.chance(0.6)) return;
  agenda.at(day + random.whole(20, 200), (on) => {
    const desk = { country, memorandumId };
    report(world, { type: "DeskCountryActivated", stream: `desk-${country}`, on, data: desk });
  });
};

const exchange = (world: World, day: Day): void => {
  const { random } = world;
  const exchangeId = named(world, "exchange", day);
  const data = {
    exchangeId,
    country: drawCountry(world),
    direction: random.chance(0.65) ? "IN" : "OUT",
    persons: random.whole(6, 35),
    endsOn: isoDay(day + random.whole(5, 40)),
  };
  report(world, { type: "TrainersTrained", stream: `exchange-${exchangeId}`, on: day, data });
};

const confer = (world: World, day: Day): void => {
  const { random } = world;
  const country = drawCountry(world);
  const meetingId = named(world, "cooperation", day);
  const level = random.pick([
    ["AGENCY_HEAD", 3],
    ["AMBASSADOR", 3],
    ["DIRECTOR", 3],
    ["MINISTER", 1],
  ]);
  const data = { meetingId, countries: [country], level };
  report(world, { type: "CooperationMeetingHeld", stream: `cooperation-${meetingId}`, on: day, data });
  if (!random.chance(0.3)) return;
  const missionId = named(world, "mission", day);
  const sent = { missionId, country, category: "MANAGER", persons: random.whole(3, 14) };
  report(world, { type: "ExpertsTrainedAbroad", stream: `mission-${missionId}`, on: day, data: sent });
};

type Competition = { readonly id: string; readonly stream: string; readonly skills: readonly string[] };

/** About one in eight wins a medal; 700 points are a medallion for excellence, as at the world's competitions. */
const MEDALS = [
  [740, "GOLD"],
  [725, "SILVER"],
  [714, "BRONZE"],
  [700, "EXCELLENCE"],
] as const;

const medalOf = (points: number): string => MEDALS.find(([least]) => points >= least)?.[1] ?? "NONE";

const compete = (world: World, { id, stream, skills }: Competition, day: Day): void => {
  const { random, people } = world;
  for (const skill of skills) {
    const person = people.find(random, (p) => people.ageIn(p, 2022) <= 24);
    if (person === undefined) continue;
    const who = { competitionId: id, skill, competitorRef: people.ref(person) };
    report(world, { type: "CompetitorRegistered", stream, on: day - 60, data: who });
    const points = Math.round(Math.min(795, 680 + 30 * random.normal()));
    const data = { ...who, medal: medalOf(points), points };
    report(world, { type: "CompetitionResultRecorded", stream, on: day, data });
  }
};

/** One competition per year, announced in spring and held in the eighth month; in some years it is moved by weeks. */
const announce = (world: World, { year, first }: JalaliMonth): void => {
  const { random, agenda } = world;
  const id = `simulated-skills-${year}`;
  const stream = `competition-${id}`;
  const skills = STANDARDS.filter(() => random.chance(0.22)).map((standard) => standard.id);
  const day = first + 220;
  const data = {
    competitionId: id,
    name: { fa: "مسابقهٔ مهارت نمونه", en: "Sample skills competition" },
    host: drawCountry(world),
    startsOn: isoDay(day - 3),
    endsOn: isoDay(day),
  };
  report(world, { type: "CompetitionAnnounced", stream, on: first + 20, data });
  const moved = random.chance(0.4) ? 21 : 0;
  if (moved > 0)
    agenda.at(first + 120, (on) => {
      const dates = { competitionId: id, startsOn: isoDay(day + moved - 3), endsOn: isoDay(day + moved) };
      report(world, { type: "CompetitionRescheduled", stream, on, data: dates });
    });
  agenda.at(day + moved, (on) => compete(world, { id, stream, skills }, on));
};

/** Memoranda, exchanges of trainers, meetings and a yearly competition. */
export const skillDiplomacy = (whole: World): Process => {
  const world = withOwnRandom(whole, 0xd1b);
  const { random, months, first } = world;
  const years = new Map(months.filter(({ month }) => month === 1).map((month) => [month.first, month]));
  const memoranda = pace(MEMORANDA_A_YEAR);
  const exchanges = pace(EXCHANGES_A_YEAR);
  const meetings = pace(MEETINGS_A_YEAR);
  return (day) => {
    const year = years.get(day);
    if (day === first) for (let n = BEFORE_OPENING; n > 0; n--) sign(world, first - random.whole(30, 700));
    if (year !== undefined) announce(world, year);
    const on = workday(day);
    for (let n = memoranda(); n > 0; n--) sign(world, on);
    for (let n = exchanges(); n > 0; n--) exchange(world, on);
    for (let n = meetings(); n > 0; n--) confer(world, on);
  };
};
