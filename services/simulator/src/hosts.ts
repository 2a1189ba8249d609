import { type Day, isoDay } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { areaCode } from "./population.ts";
import { type HostAgreement, isSimulated, newId, TVTO, type World } from "./world.ts";

const TERM_DAYS = 730;
const ENDED_SHARE = 0.05;

const unitKind = (isic4: string): "INDUSTRIAL" | "AGRICULTURE" | "GUILD" | "SERVICE" => {
  const division = Number(isic4);
  if (division <= 3) return "AGRICULTURE";
  if (division <= 43) return "INDUSTRIAL";
  return division <= 56 ? "GUILD" : "SERVICE";
};

const sign = (world: World, establishment: Establishment, day: Day): HostAgreement => {
  const { random, recorder, agenda } = world;
  const agreementId = newId(world, day);
  const stream = `hostagreement-${agreementId}`;
  const isShort = random.chance(ENDED_SHARE);
  const ends = day + (isShort ? random.whole(200, TERM_DAYS - 1) : TERM_DAYS);
  const data = {
    agreementId,
    establishmentId: establishment.id,
    unitKind: unitKind(establishment.isic4),
    area: areaCode(establishment.province),
    capacity: random.whole(2, 12),
    endsOn: isoDay(day + TERM_DAYS),
  };
  recorder.report({ type: "HostAgreementSigned", source: TVTO, stream, on: day, data });
  if (isShort && isSimulated(world, ends))
    agenda.at(ends, (on) =>
      recorder.report({ type: "HostAgreementEnded", source: TVTO, stream, on, data: { agreementId } }),
    );
  return { id: agreementId, ends };
};

type Days = { readonly from: Day; readonly to: Day };

/** The agreement under which a unit of the province trains in that period: its latest one or a new one. */
export const hostAgreement = (world: World, province: number, { from, to }: Days): string => {
  const establishment = world.economy.draw(world.random, province);
  const known = world.hosts.get(establishment.index);
  if (known !== undefined && known.ends >= to) return known.id;
  const agreement = sign(world, establishment, from);
  world.hosts.set(establishment.index, agreement);
  return agreement.id;
};
