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
/** An application; the licence of a new one is not in force yet. */
export type Application = {
  readonly id: string;
  readonly kind: Kind;
  readonly person: number;
  readonly licence: Licence;
};

/** The state of the licensing office. `licences` are those in force and a few that ended. */
export type Office = {
  readonly world: World;
  readonly workingDays: WorkingDays;
  readonly licences: Licence[];
};

type OfficeEvent = { readonly type: string; readonly on: Day; readonly more?: object };

/** Records an event of an application. Everything happens in the portal, so it is recorded on the same day. */
export const recordApplication = (
  { world }: Office,
  { id }: Application,
  { type, on, more }: OfficeEvent,
): void => {
  const data = { applicationId: id, ...more };
  world.recorder.reportOn({ type, source: TVTO, stream: `application-${id}`, on, data }, on);
};

/** Records an event of a licence. */
export const recordLicence = ({ world }: Office, { id }: Licence, { type, on, more }: OfficeEvent): void => {
  const data = { licenceId: id, ...more };
  world.recorder.reportOn({ type, source: TVTO, stream: `licence-${id}`, on, data }, on);
};
