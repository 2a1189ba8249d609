import { type Day, isoDay, workday } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { hire } from "./employment.ts";
import { scoreWorker } from "./satisfaction.ts";
import { OCCUPATION } from "./shares.ts";
import { drawStandard } from "./standards.ts";
import { employer, type Graduate, newId, type Process, pace, TVTO, type World } from "./world.ts";

/** Share of the completers without a job who find one within five months on their own. */
const FINDS_WORK_SHARE = 0.34;

/** A completer looks for work; those with a job keep it. */
export const seekWork = (world: World, person: number, isco: string, day: Day): void => {
  const { random, people, agenda, economy } = world;
  if (!random.chance(FINDS_WORK_SHARE)) return;
  agenda.at(workday(day + random.whole(8, 150)), (on) => {
    if (people.isEmployed(person)) return;
    const establishment = economy.draw(random, people.province[person] ?? 0);
    const channel = random.chance(0.2) ? "AGENCY" : "DIRECT";
    hire(world, {
      person,
      establishment,
      day: on,
      isco: random.chance(0.65) ? isco : random.pick(OCCUPATION),
      channel,
    });
  });
};

type Request = {
  readonly id: string;
  readonly establishment: Establishment;
  readonly posts: number;
  readonly isco: string;
};

/** A large organisation signs an agreement with the training organization for one year. Returns the agreement. */
const sign = (world: World, organisationId: string, day: Day): string => {
  const { random, recorder } = world;
  const agreementId = newId(world, day);
  const data = {
    agreementId,
    organisationId,
    ...(random.chance(0.6) && { posts: random.whole(2, 12) * 5 }),
    isExclusiveForReplacement: random.chance(0.3),
    endsOn: isoDay(day + 364),
  };
  recorder.report({
    type: "RecruitmentAgreementSigned",
    source: TVTO,
    stream: `agreement-${agreementId}`,
    on: day,
    data,
  });
  return agreementId;
};

const forecast = (
  world: World,
  { id, organisationId, headcount }: Establishment,
  jalaliYear: number,
  day: Day,
): void => {
  const { random, recorder } = world;
  const retiring = Math.max(1, Math.round(headcount * (0.05 + random.unit() * 0.08)));
  const data = {
    establishmentId: id,
    jalaliYear,
    headcount: retiring,
    ...(random.chance(0.7) && { workersOfThem: Math.round(retiring * (0.5 + random.unit() * 0.4)) }),
    qualifier: random.pick([
      ["APPROX", 6],
      ["EQ", 2],
      ["APPROX_BELOW", 2],
    ]),
  };
  const source = employer(organisationId);
  recorder.report({ type: "RetirementForecasted", source, stream: `establishment-${id}`, on: day, data });
};

const request = (
  world: World,
  establishment: Establishment,
  agreementId: string | undefined,
  day: Day,
): Request => {
  const { random, recorder } = world;
  const standard = drawStandard(random);
  const id = newId(world, day);
  const made = { id, establishment, posts: random.whole(1, 7), isco: standard.isco };
  const data = {
    requestId: id,
    ...(agreementId !== undefined && { agreementId }),
    establishmentId: establishment.id,
    isco08: made.isco,
    posts: made.posts,
    ...(random.chance(0.5) && { standardIds: [standard.id] }),
    dueOn: isoDay(day + random.whole(20, 90)),
  };
  const source = employer(establishment.organisationId);
  recorder.report({ type: "HiringRequested", source, stream: `request-${id}`, on: day, data });
  return made;
};

/** Takes the next certificate holder of the province without a job. */
const candidate = ({ graduates, people, random }: World, province: number): Graduate | undefined => {
  const known = graduates.get(province) ?? [];
  while (known.length > 0) {
    const [graduate] = known.splice(random.whole(0, known.length - 1), 1);
    if (graduate !== undefined && !people.isEmployed(graduate.person)) return graduate;
  }
  return undefined;
};

type Referral = { readonly id: string; readonly asked: Request; readonly graduate: Graduate };

const confirmHire = (world: World, { id: referralId, asked, graduate }: Referral, day: Day): void => {
  const { person, isco } = graduate;
  if (world.people.isEmployed(person)) return;
  const { establishment } = asked;
  const spellId = hire(world, { person, establishment, day, isco, channel: "TVTO", referralId });
  const source = employer(establishment.organisationId);
  const data = { referralId, spellId };
  world.recorder.report({ type: "HireConfirmed", source, stream: `referral-${referralId}`, on: day, data });
  scoreWorker(world, { spellId, source, isFitting: isco === asked.isco }, day);
};

/** Refers 1.5 candidates per post, as long as there are candidates; two in three are hired. */
const refer = (world: World, asked: Request, day: Day): void => {
  const { random, people, recorder, agenda } = world;
  let open = asked.posts;
  for (let n = Math.ceil(asked.posts * 1.5); n > 0; n--) {
    const graduate = candidate(world, asked.establishment.province);
    if (graduate === undefined) return;
    const referralId = newId(world, day);
    const data = {
      referralId,
      requestId: asked.id,
      personRef: people.ref(graduate.person),
      certificateIds: [graduate.certificateId],
    };
    recorder.report({
      type: "CandidateReferred",
      source: TVTO,
      stream: `referral-${referralId}`,
      on: day,
      data,
    });
    if (open === 0 || !random.chance(0.67)) {
      const rejected = { referralId, requestId: asked.id };
      const on = workday(day + random.whole(3, 25));
      const stream = `referral-${referralId}`;
      const source = employer(asked.establishment.organisationId);
      recorder.report({ type: "CandidateRejected", source, stream, on, data: rejected });
      continue;
    }
    open--;
    agenda.at(workday(day + random.whole(3, 25)), (on) =>
      confirmHire(world, { id: referralId, asked, graduate }, on),
    );
  }
};

/** Days after Nowruz on which agreements and retirement forecasts are recorded. */
const SPRING = 40;

/** Share of the requests from large establishments; their hires stay below the retirements that they forecast. */
const LARGE_SHARE = 0.08;

/** Agreements, forecasts of retirements, requests of employers, referrals and hires through the training organization. */
export const placement = (world: World): Process => {
  const { random, economy, people, agenda } = world;
  const large = economy.largest.slice(0, Math.max(12, Math.ceil(economy.establishments.length / 25)));
  const agreements = new Map<string, string>();
  const postsDue = pace(people.size * 0.03);
  let owed = 0;
  return (day) => {
    const month = world.months.find(({ first }) => first === day - SPRING);
    if (month?.month === 1) {
      for (const establishment of economy.establishments) {
        const on = workday(day + random.whole(0, 25));
        agenda.at(on, () => forecast(world, establishment, month.year, on));
      }
      const organisations = new Set(
        large.slice(0, Math.ceil(large.length / 2)).map(({ organisationId }) => organisationId),
      );
      for (const organisation of organisations)
        agreements.set(organisation, sign(world, organisation, workday(day)));
    }
    for (owed += postsDue(); owed > 0; ) {
      const establishment = random.chance(LARGE_SHARE)
        ? large[random.whole(0, large.length - 1)]
        : economy.at(random.whole(0, economy.establishments.length - 1));
      if (establishment === undefined) return;
      const asked = request(world, establishment, agreements.get(establishment.organisationId), workday(day));
      owed -= asked.posts;
      agenda.at(workday(day + random.whole(5, 30)), (on) => refer(world, asked, on));
    }
  };
};
