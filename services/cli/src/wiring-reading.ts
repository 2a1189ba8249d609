import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { VerifiableLog } from "@karnameh/event-log/port";
import { DatabaseError } from "@karnameh/projections/engine/database";
import { QueryError } from "@karnameh/projections/planner/observation-query";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Projector, ProjectorStatus } from "@karnameh/projector/projector";
import { ProjectorError } from "@karnameh/projector/projector-error";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import { type CliContext, printError } from "./cli-context.ts";
import type { DataFolder } from "./data-folder.ts";
import { ExitCode } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { type ProjectorWiring, wireProjector } from "./wiring.ts";

/** The read model as it can be asked now, whichever projector feeds it. */
export type Reading = {
  /** Throws QueryError REBUILDING while nothing can be asked yet. */
  readonly planner: () => Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly isReady: () => boolean;
  /** Does work on a connection to the read model, or gives undefined while none follows the log live. */
  readonly readLive: Projector["readLive"];
  /** Resolves once something can be asked. */
  readonly start: () => Promise<void>;
  /** Resolves after `stop`; rejects with what ended the following. */
  readonly follow: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const BUILDING = new QueryError(
  "REBUILDING",
  "The read model is being built for the first time.",
  "Ask again in a moment; /health/ready tells when it answers.",
);

/** A read model is only ever made from the log, so one that cannot be read is given up, not mourned. */
const isBroken = (error: unknown): boolean =>
  error instanceof DatabaseError && failureOf(error).exitCode !== ExitCode.unable;

/** Without its pointer a read model is swept away and the next is built from the log. */
const giveUp = (folder: DataFolder): Promise<void> =>
  rm(join(folder.readModels, "current.json"), { force: true });

/** As many events are counted where positions do not count them. */
const MOST_COUNTED = 1_000;

const lagOf = async (log: VerifiableLog, status: ProjectorStatus): Promise<number> => {
  const { position, head, state } = status;
  if (log.countsPositions) return Number(head - position);
  if (head <= position || state === "WAITING") return 0;
  return (await log.read(position, MOST_COUNTED)).count;
};

const liveOf = async (projector: Projector, log: VerifiableLog): Promise<ReaderStatus> => {
  const status = await projector.status();
  const { state, position, head, ageSeconds } = status;
  const lagEvents = await lagOf(log, status);
  return {
    state,
    head: String(head),
    position: String(position),
    lagEvents,
    ageSeconds: lagEvents > 0 || state === "WAITING" ? ageSeconds : null,
  };
};

/** Opens the reading side. A read model that cannot be read is rebuilt, once, saying so. */
export const openReading = (cli: CliContext, wiring: ProjectorWiring): Reading => {
  let projector = wireProjector(wiring);
  let renewed = false;
  let stopped = false;
  const again = async (error: unknown): Promise<void> => {
    if (stopped || renewed || !isBroken(error) || !existsSync(join(wiring.folder.readModels, "current.json")))
      throw error;
    renewed = true;
    wiring.logger.info("the read model could not be read", { error });
    printError(
      cli,
      "This version cannot read the read model: it is broken, or another version made it. It is made anew from the log; no event is lost.",
    );
    await projector.stop();
    await giveUp(wiring.folder);
    projector = wireProjector(wiring);
    await projector.start();
  };
  const isReady = (): boolean => {
    try {
      return projector.planner() !== undefined;
    } catch {
      return false;
    }
  };
  return {
    planner: () => {
      try {
        return projector.planner();
      } catch (error) {
        throw error instanceof ProjectorError ? BUILDING : error;
      }
    },
    live: () => liveOf(projector, wiring.log),
    readLive: (work) => projector.readLive(work),
    isReady,
    start: () => projector.start().catch(again),
    follow: () => projector.ended.catch((error: unknown) => again(error).then(() => projector.ended)),
    stop: () => {
      stopped = true;
      return projector.stop();
    },
  };
};
