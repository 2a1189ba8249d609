import { toPersianDigits } from "@karnameh/schema/calendar";
import { type Day, isoDay, workday } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { areaCode } from "./population.ts";
import { isSimulated, MCLS, newId, type Process, type World, withOwnRandom } from "./world.ts";

/** Share of the establishments, the largest ones, that have a workers' organisation. */
const ORGANISED = { share: 0.07, least: 15 } as const;

/** Mean share of their workers who are members: about one employee in eight of the country. */
const MEMBERS_SHARE = 0.55;
const BARGAINING_SHARE = 0.55;
const RENEWED_SHARE = 0.92;
const DISSOLVED_SHARE = 0.04;

type Partner = {
  readonly id: string;
  readonly establishment: Establishment;
  readonly zeal: number;
  isActive: boolean;
};

type PartnerEvent = {
  readonly type: string;
  readonly stream: string;
  readonly on: Day;
  readonly data: object;
};

const report = ({ recorder }: World, { type, stream, on, data }: PartnerEvent): void =>
  recorder.report({ type, source: MCLS, stream, on, data: { ...data } });

const register = (world: World, establishment: Establishment, on: Day): Partner => {
  const { random } = world;
  const number = establishment.index + 1;
  const id = `simulated-council-${number}`;
  const kind = random.pick([
    ["COUNCIL", 45],
    ["REPRESENTATIVE", 40],
    ["TRADE_UNION", 15],
  ]);
  const data = {
    organisationId: id,
    name: {
      fa: `تشکل کارگری نمونه ${toPersianDigits(number)}`,
      en: `Sample Workers' Organisation ${number}`,
    },
    party: "WORKER",
    kind,
    level: "ENTERPRISE",
    isic4: [establishment.isic4],
    area: areaCode(establishment.province),
  };
  report(world, { type: "SocialPartnerRegistered", stream: `partner-${id}`, on, data });
  return { id, establishment, zeal: MEMBERS_SHARE * (0.6 + 0.8 * random.unit()), isActive: true };
};

/** A social partner's report on its members. Some are no longer employees. */
const reportMembers = (world: World, { id, establishment, zeal }: Partner, on: Day): void => {
  const employeeMembers = Math.round(establishment.headcount * zeal);
  const members = Math.round(employeeMembers * (1 + 0.1 * world.random.unit()));
  const data = { organisationId: id, members, employeeMembers };
  report(world, { type: "MembershipReported", stream: `partner-${id}`, on, data });
};

const YEAR = 365;

/** An agreement for one year; eleven in twelve are renewed, the others expire. */
const keepUp = (world: World, agreementId: string, partner: Partner, ends: Day): void => {
  const { random, agenda } = world;
  const stream = `collective-${agreementId}`;
  if (!isSimulated(world, ends)) return;
  agenda.at(ends + (isSimulated(world, ends + 1) ? 1 : 0), (on) => {
    if (!partner.isActive || !random.chance(RENEWED_SHARE)) {
      report(world, { type: "CollectiveAgreementLapsed", stream, on: ends, data: { agreementId } });
      return;
    }
    const data = { agreementId, employees: partner.establishment.headcount, endsOn: isoDay(on + YEAR) };
    report(world, { type: "CollectiveAgreementRenewed", stream, on, data });
    keepUp(world, agreementId, partner, on + YEAR);
  });
};

const TOPICS = ["WAGE", "HOURS", "SAFETY", "WELFARE", "TRAINING", "JOB_SECURITY"] as const;

const bargain = (world: World, partner: Partner, on: Day): void => {
  const { random } = world;
  const { establishment, id } = partner;
  const agreementId = newId(world, on);
  const data = {
    agreementId,
    level: "ENTERPRISE",
    parties: [id, establishment.organisationId],
    employees: establishment.headcount,
    isic4: establishment.isic4,
    area: areaCode(establishment.province),
    topics: TOPICS.filter((topic) => topic === "WAGE" || random.chance(0.35)),
    endsOn: isoDay(on + YEAR),
  };
  report(world, { type: "CollectiveAgreementSigned", stream: `collective-${agreementId}`, on, data });
  keepUp(world, agreementId, partner, on + YEAR);
};

/** Councils are registered once the register has its people; membership is reported in the third month of each year. */
const REGISTERED = 25;
const REPORTED_MONTH = 3;

/** Organisations of workers, their members, and the agreements that they sign with employers. */
export const socialPartners = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x50c);
  const { random, economy, agenda } = world;
  const organised = Math.max(ORGANISED.least, Math.round(economy.establishments.length * ORGANISED.share));
  const months = new Map(world.months.map((month) => [month.first, month]));
  let partners: readonly Partner[] = [];
  const found = (day: Day): void => {
    partners = economy.largest
      .slice(0, organised)
      .map((establishment) => register(world, establishment, day - random.whole(5, 20)));
    for (const partner of partners) {
      reportMembers(world, partner, day);
      const on = workday(day + random.whole(5, 200));
      if (random.chance(BARGAINING_SHARE)) agenda.at(on, (then) => bargain(world, partner, then));
    }
  };
  const yearly = (partner: Partner, day: Day): void => {
    if (!partner.isActive) return;
    partner.isActive = !random.chance(DISSOLVED_SHARE);
    if (partner.isActive) reportMembers(world, partner, day);
    else {
      const data = { organisationId: partner.id };
      report(world, { type: "SocialPartnerDissolved", stream: `partner-${partner.id}`, on: day, data });
    }
  };
  return (day) => {
    if (day === world.first + REGISTERED) found(day);
    if (months.get(day)?.month !== REPORTED_MONTH) return;
    for (const partner of partners)
      agenda.at(workday(day + random.whole(0, 28)), (on) => yearly(partner, on));
  };
};
