import type { NewEvent } from "@karnameh/schema/event";
import { type Day, dayOf, isoDay, workday } from "../calendar.ts";
import { namedId, pseudonym } from "../identity.ts";
import { areaCode } from "../population.ts";
import { Random } from "../random.ts";
import { STANDARDS } from "../standards.ts";
import { employer, MCLS, TVTO } from "../world.ts";

/** RF-31: hires through the training organization up to the first week of Shahrivar 1402. */
const HIRES = 300;
/** RF-32 and RF-33: almost 1,000 retirements expected in 1402, more than 700 of them workers. */
const RETIRING = 1000;
const RETIRING_WORKERS = 700;
/** Invented: slightly fewer retired than forecast. */
const RETIRED = 984;

const ORGANISATION = "saipa";
/** A seed that a simulation is unlikely to use: the persons of the two must differ. */
const SEED = 0x5a19a;
const TEHRAN = 23;
/** 5 Farvardin to 31 Mordad 1402. */
const FIRST_HIRE = dayOf("2023-03-25");
const LAST_HIRE = dayOf("2023-08-22");
/** To 20 Esfand 1402. */
const LAST_RETIREMENT = dayOf("2024-03-10");

/** Trades of a car factory. */
const TRADES = STANDARDS.filter(({ id }) =>
  [
    "arc-welder",
    "argon-welder",
    "cnc-machinist",
    "car-mechanic",
    "car-body-painter",
    "industrial-electrician",
  ].includes(id),
);

const establishmentId = namedId("saipa/establishment");
const agreementId = namedId("saipa/agreement");
const requestId = namedId("saipa/request");

type StoryEvent = Pick<NewEvent, "source" | "type" | "stream" | "data">;

/** Records an event in the afternoon of its day, or a number of days later. */
const event = (on: Day, { source, type, stream, data }: StoryEvent, after = 0): NewEvent => ({
  id: namedId(`${type}/${stream}`),
  source,
  type,
  version: 1,
  stream,
  effectiveOn: isoDay(on),
  synthetic: true,
  recordedAt: `${isoDay(on + after)}T11:00:00.000Z`,
  data,
});

const opening = (): readonly NewEvent[] => {
  const source = employer(ORGANISATION);
  const name = { fa: "سایپا", en: "Saipa" };
  const registered = {
    establishmentId,
    organisationId: ORGANISATION,
    name,
    isic4: "29",
    area: areaCode(TEHRAN),
    sector: "PRIVATE",
  };
  const agreed = { agreementId, organisationId: ORGANISATION, isExclusiveForReplacement: true };
  const forecast = {
    establishmentId,
    jalaliYear: 1402,
    headcount: RETIRING,
    workersOfThem: RETIRING_WORKERS,
    qualifier: "APPROX_BELOW",
  };
  const isco08 = "72";
  const asked = {
    requestId,
    agreementId,
    establishmentId,
    isco08,
    posts: HIRES,
    standardIds: TRADES.map(({ id }) => id),
  };
  const stream = `establishment-${establishmentId}`;
  return [
    event(dayOf("2022-03-26"), { source: MCLS, type: "EstablishmentRegistered", stream, data: registered }),
    event(dayOf("2023-02-20"), {
      source,
      type: "RecruitmentAgreementSigned",
      stream: `agreement-${agreementId}`,
      data: agreed,
    }),
    event(dayOf("2023-02-25"), {
      source,
      type: "HiringRequested",
      stream: `request-${requestId}`,
      data: asked,
    }),
    event(dayOf("2023-03-25"), { source, type: "RetirementForecasted", stream, data: forecast }),
  ];
};

type Person = {
  readonly number: number;
  readonly personRef: string;
  readonly standard: (typeof TRADES)[number];
  readonly hiredOn: Day;
  readonly random: Random;
};

const id = (thing: string, { number }: Person): string => namedId(`saipa/${thing}/${number}`);

const certified = (person: Person): readonly NewEvent[] => {
  const { personRef, standard, hiredOn, random } = person;
  const standardId = standard.id;
  const certificateId = id("certificate", person);
  const takenOn = workday(hiredOn - random.whole(45, 70));
  const tests = (["THEORY", "PRACTICAL"] as const).flatMap((mode) => {
    const assessmentId = id(mode, person);
    const taken = { assessmentId, personRef, standardId, area: areaCode(TEHRAN), mode };
    const graded = { assessmentId, score: random.whole(56, 97), isPassed: true };
    const stream = `assessment-${assessmentId}`;
    return [
      event(takenOn, { source: TVTO, type: "AssessmentTaken", stream, data: taken }),
      event(takenOn + 3, { source: TVTO, type: "AssessmentGraded", stream, data: graded }),
    ];
  });
  const assessmentIds = [id("THEORY", person), id("PRACTICAL", person)];
  const data = { certificateId, personRef, standardId, assessmentIds, level: 2 };
  const stream = `certificate-${certificateId}`;
  return [...tests, event(workday(takenOn + 18), { source: TVTO, type: "CertificateIssued", stream, data })];
};

const hired = (person: Person): readonly NewEvent[] => {
  const { personRef, standard, hiredOn } = person;
  const source = employer(ORGANISATION);
  const referralId = id("referral", person);
  const spellId = id("spell", person);
  const certificateIds = [id("certificate", person)];
  const started = {
    spellId,
    personRef,
    establishmentId,
    isco08: standard.isco,
    statusEmp: "1",
    contract: "FIXED",
    weeklyHours: 44,
    isInsured: true,
    channel: "TVTO",
    referralId,
  };
  const stream = `referral-${referralId}`;
  const referred = { referralId, requestId, personRef, certificateIds };
  return [
    event(hiredOn - 10, { source: TVTO, type: "CandidateReferred", stream, data: referred }),
    event(hiredOn, { source, type: "EmploymentStarted", stream: `spell-${spellId}`, data: started }, 1),
    event(hiredOn, { source, type: "HireConfirmed", stream, data: { referralId, spellId } }, 2),
  ];
};

/** The day of one of `count` things, spread evenly from the first hire on. */
const spread = (number: number, count: number, last: Day): Day =>
  workday(FIRST_HIRE + Math.floor(((last - FIRST_HIRE - 1) * number) / count));

const makePerson = (number: number): Person => {
  const random = new Random(SEED + number);
  const standard = TRADES[number % TRADES.length];
  if (standard === undefined) throw new RangeError("there is no trade to draw from");
  const hiredOn = spread(number, HIRES, LAST_HIRE);
  return { number, personRef: pseudonym(SEED, number), standard, hiredOn, random };
};

const life = (number: number): readonly NewEvent[] => {
  const person = makePerson(number);
  const { personRef, hiredOn, random } = person;
  const data = {
    personRef,
    birthYear: random.whole(1985, 2003),
    sex: random.chance(0.08) ? "F" : "M",
    homeArea: areaCode(TEHRAN),
    education: `ISCED11_${random.whole(3, 5)}`,
  };
  const registered = { source: MCLS, type: "WorkerRegistered", stream: `worker-${personRef}`, data };
  return [event(hiredOn - 80, registered), ...certified(person), ...hired(person)];
};

/** People who retire were hired long before the register opened, so it knows neither them nor their employment. */
const retired = (number: number): NewEvent => {
  const spellId = namedId(`saipa/retired/${number}`);
  const data = { spellId, personRef: pseudonym(SEED, HIRES + number) };
  const draft = { source: employer(ORGANISATION), type: "RetirementTaken", stream: `spell-${spellId}`, data };
  return event(spread(number, RETIRED, LAST_RETIREMENT), draft, 1);
};

const byInstant = (a: NewEvent, b: NewEvent): number =>
  Date.parse(a.recordedAt ?? "") - Date.parse(b.recordedAt ?? "");

/**
 * Saipa and the training organization in 1402: an agreement, the retirements forecast, a request, 300 hires and
 * almost 1,000 retirements. The totals of hires and of the forecast are those of the figures RF-31 to RF-33; the persons,
 * days and trades are invented, so every event is synthetic. In the order of `recordedAt`.
 */
export const saipaEvents = (): readonly NewEvent[] =>
  [
    ...opening(),
    ...Array.from({ length: HIRES }, (_, number) => life(number)).flat(),
    ...Array.from({ length: RETIRED }, (_, number) => retired(number)),
  ].sort(byInstant);
