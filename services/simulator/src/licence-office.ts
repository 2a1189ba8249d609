import { LICENCE_RULE } from "@karnameh/schema/working-calendar/deadlines";
import type { Day } from "./calendar.ts";
import type { WorkingDays } from "./working-days.ts";
import { TVTO, type World } from "./world.ts";

/** The rule of three working days, counted from the day after the application was sent, or sent again. */
export const RULE = "simulated-three-days";
export const MAX_WORKING_DAYS = LICENCE_RULE.maxWorkingDays;

/** A licence of a private school. */
export type Licence = { readonly id: string; readonly province: number; isLive: boolean };
export type Kind = "NEW" | "ADD_FIELD" | "RELOCATE" | "TRANSFER";
/** What is decided: the licence of a new one is not live yet. */
export type Application = {
  readonly id: string;
  readonly kind: Kind;
  readonly person: number;
  readonly licence: Licence;
};

/** The licensing office: what it shares beyond the world. `licences` are those in force, with few that ended. */
export type Office = {
  readonly world: World;
  readonly workingDays: WorkingDays;
  readonly licences: Licence[];
};

type Told = { readonly type: string; readonly on: Day; readonly more?: object };

/** All is done in the portal, so the register hears of it on the day. */
export const tell = ({ world }: Office, { id }: Application, { type, on, more }: Told): void => {
  const data = { applicationId: id, ...more };
  world.recorder.reportOn({ type, source: TVTO, stream: `application-${id}`, on, data }, on);
};

/** The same of what happens to a licence. */
export const tellOf = ({ world }: Office, { id }: Licence, { type, on, more }: Told): void => {
  const data = { licenceId: id, ...more };
  world.recorder.reportOn({ type, source: TVTO, stream: `licence-${id}`, on, data }, on);
};
