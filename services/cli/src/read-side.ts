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

/** The read side of a process: the read model that answers now, and the projector that feeds it. */
export type ReadSide = {
  /** Throws QueryError REBUILDING while no query can be answered yet. */
  readonly planner: () => Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly isReady: () => boolean;
  /** Runs work on a connection to the read model; resolves to undefined while none follows the log live. */
  readonly readLive: Projector["readLive"];
  /** Calls the listener whenever the read model holds all events of the log, also after it was rebuilt. */
  readonly onCaughtUp: Projector["onCaughtUp"];
  /** Resolves once queries can be answered. */
  readonly start: () => Promise<void>;
  /** Resolves after `stop`; rejects with the error if the reader fails. */
  readonly follow: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const BUILDING = new QueryError(
  "REBUILDING",
  "The read model is being built for the first time.",
  "Try again in a moment; /health/ready reports when it is ready.",
);

/** A read model that cannot be read is deleted, because it can always be rebuilt from the log. */
const isBroken = (error: unknown): boolean =>
  error instanceof DatabaseError && failureOf(error).exitCode !== ExitCode.unable;

/** Without this pointer the read model is deleted at the next start, and a new one is built. */
const discardModel = (folder: DataFolder): Promise<void> =>
  rm(join(folder.readModels, "current.json"), { force: true });

/** If positions do not count events, the lag is counted up to this number. */
const MAX_COUNTED_EVENTS = 1_000;

const countLag = async (log: VerifiableLog, status: ProjectorStatus): Promise<number> => {
  const { position, head, state } = status;
  if (log.countsPositions) return Number(head - position);
  if (head <= position || state === "WAITING") return 0;
  return (await log.read(position, MAX_COUNTED_EVENTS)).count;
};

const readStatus = async (projector: Projector, log: VerifiableLog): Promise<ReaderStatus> => {
  const status = await projector.status();
  const { state, position, head, ageSeconds } = status;
  const lagEvents = await countLag(log, status);
  return {
    state,
    head: String(head),
    position: String(position),
    lagEvents,
    ageSeconds: lagEvents > 0 || state === "WAITING" ? ageSeconds : null,
  };
};

/** Opens the read side. A read model that cannot be read is rebuilt once, with a message. */
export const openReadSide = (cli: CliContext, wiring: ProjectorWiring): ReadSide => {
  const listeners: (() => void)[] = [];
  const createProjector = (): Projector => {
    const created = wireProjector(wiring);
    created.onCaughtUp(() => {
      for (const notify of listeners) notify();
    });
    return created;
  };
  let projector = createProjector();
  let rebuilt = false;
  let stopped = false;
  const rebuildOnce = async (error: unknown): Promise<void> => {
    if (stopped || rebuilt || !isBroken(error) || !existsSync(join(wiring.folder.readModels, "current.json")))
      throw error;
    rebuilt = true;
    wiring.logger.info("The read model could not be read.", { error });
    printError(
      cli,
      "The read model cannot be read: it is damaged, or another version wrote it. It is being rebuilt from the log; no event is lost.",
    );
    await projector.stop();
    await discardModel(wiring.folder);
    projector = createProjector();
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
    live: () => readStatus(projector, wiring.log),
    readLive: (work) => projector.readLive(work),
    onCaughtUp: (listener) => void listeners.push(listener),
    isReady,
    start: () => projector.start().catch(rebuildOnce),
    follow: () => projector.ended.catch((error: unknown) => rebuildOnce(error).then(() => projector.ended)),
    stop: () => {
      stopped = true;
      return projector.stop();
    },
  };
};
