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
import { startPhases } from "./progress.ts";

export const catalogue = catalogueOf(cubes);

const PHASES: Readonly<Record<BuildProgress["phase"], string>> = {
  LOADING: "Reading events",
  POSTING: "Posting cubes",
};

/** Shows the progress of building the read model. */
export const buildProgress = (cli: CliContext, isQuiet = false) => startPhases(cli, PHASES, isQuiet);

export type ProjectorWiring = {
  readonly log: VerifiableLog;
  readonly folder: DataFolder;
  readonly logger: Logger;
  readonly onProgress: (progress: BuildProgress) => void;
  /** Maximum events per live batch; undefined for the projector's default. */
  readonly batchSize?: number;
};

/** The projector with the cubes and indicators of this product. */
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
