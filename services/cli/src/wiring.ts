import type { VerifiableLog } from "@karnameh/event-log/port";
import { cubes } from "@karnameh/projections/cubes";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { indicators } from "@karnameh/projections/indicators";
import type { BuildProgress } from "@karnameh/projector/build";
import { createProjector, type Projector } from "@karnameh/projector/projector";
import type { Logger } from "@karnameh/runtime/logger";
import { tehranDay } from "@karnameh/schema/calendar";
import type { CliContext } from "./cli-context.ts";
import type { DataFolder } from "./data-folder.ts";
import { startProgress } from "./progress.ts";

export const catalogue = catalogueOf(cubes);

const PHASES = { LOADING: "Reading events", BOOKING: "Booking cubes" } as const;

/** Shows a build of the read model: first the events that are read, then the cubes that are booked. */
export const buildProgress = (cli: CliContext, isQuiet = false) => {
  let phase: BuildProgress["phase"] | undefined;
  let shown = startProgress(cli, "", true);
  return {
    update: (so: BuildProgress): void => {
      if (so.phase !== phase) {
        shown.end();
        shown = startProgress(cli, PHASES[so.phase], isQuiet);
        phase = so.phase;
      }
      shown.update(so.done, so.total);
    },
    end: (): void => shown.end(),
  };
};

export type ProjectorWiring = {
  readonly log: VerifiableLog;
  readonly folder: DataFolder;
  readonly logger: Logger;
  readonly onProgress: (so: BuildProgress) => void;
  readonly onCaughtUp?: () => void;
  /** Events of one live batch at most, where it is not the projector's own choice. */
  readonly batchSize?: number;
};

/** The projector of this product over a log and a data folder. */
export const wireProjector = ({ folder, batchSize, ...wiring }: ProjectorWiring): Projector =>
  createProjector({
    ...wiring,
    folder: folder.readModels,
    catalogue,
    indicators,
    clock: Date.now,
    today: () => tehranDay(Date.now()),
    ...(batchSize === undefined ? {} : { batchSize }),
  });
