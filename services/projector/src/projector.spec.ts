import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { trainingHours } from "@karnameh/projections/domains/training/hours";
import { training } from "@karnameh/projections/domains/training/training";
import { CheckpointMoved, commitBatch } from "@karnameh/projections/engine/commit";
import type { Cube } from "@karnameh/projections/engine/cube";
import { openDatabase } from "@karnameh/projections/engine/database";
import { catalogueHash, catalogueOf } from "@karnameh/projections/engine/model";
import { writerOn } from "@karnameh/projections/engine/writer";
import { indicators } from "@karnameh/projections/indicators";
import { record } from "@karnameh/projections/testing/record";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildModel } from "./build.ts";
import { openModelFolder } from "./model-folder.ts";
import { createProjector, type Projector, type ProjectorOptions } from "./projector.ts";

let home: string;
let log: EventLog;
let open: Projector[];
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "projector-"));
  log = await openSqliteLog({ file: join(home, "log.sqlite"), groupCommitMs: 0 });
  open = [];
});
afterEach(async () => {
  for (const projector of open) await projector.stop();
  await log.close();
  rmSync(home, { recursive: true, force: true });
});

const CUBES = [training, trainingHours];
const wanted = indicators.filter(({ code }) =>
  ["training_person_hours", "trainees_person_courses"].includes(code),
);

const projectorOf = (over: Partial<ProjectorOptions> = {}): Projector => {
  const projector = createProjector({
    log,
    folder: join(home, "models"),
    catalogue: catalogueOf(CUBES),
    indicators: wanted,
    clock: () => 1_000_000,
    today: () => "2021-06-01",
    logger: { info: () => undefined, error: () => undefined },
    ...over,
  });
  open.push(projector);
  return projector;
};

let number = 0;
const attend = async (hours: number, on = "2021-05-01") => {
  const event = record(
    "AttendanceRecorded",
    on,
    { enrolmentId: "e1", hours },
    { id: `attended ${number++}` },
  );
  return (await log.append([event], { historical: true })).head;
};

const answerOf = async (projector: Projector, indicator = "training_person_hours") => {
  const { observations } = await projector.planner().observations({ indicator });
  return observations.map(({ value, reason }) => value ?? reason);
};

const codeOf = async (failing: Promise<unknown>) =>
  failing.then(
    () => "nothing failed",
    (error) => error.code,
  );

const until = async (holds: () => boolean | Promise<boolean>) => {
  const end = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error("the condition never held");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** The log, whose ranges wait until they are released; following is not held. */
const heldLog = () => {
  const gate = Promise.withResolvers<void>();
  gate.promise.catch(() => undefined);
  const held: EventLog = {
    countsPositions: true,
    recordsOnce: true,
    append: (...args) => log.append(...args),
    read: (...args) => log.read(...args),
    async *readRange(...args) {
      await gate.promise;
      yield* log.readRange(...args);
    },
    follow: (...args) => log.follow(...args),
    head: () => log.head(),
    identity: () => log.identity(),
    close: () => log.close(),
  };
  return { log: held, release: gate.resolve, fail: gate.reject };
};

const readModels = () => readdirSync(join(home, "models")).filter((name) => name.endsWith(".duckdb"));
const pointer = () => JSON.parse(readFileSync(join(home, "models", "current.json"), "utf8")).file;

it("builds from nothing, then follows live", async () => {
  await attend(4);
  const projector = projectorOf();
  await projector.start();
  expect(await answerOf(projector)).toEqual([4]);
  await projector.waitFor(await attend(2.5), 30_000);
  expect(await answerOf(projector)).toEqual([6.5]);
  await until(async () => (await projector.status()).state === "LIVE");
  expect(await projector.status()).toEqual({ state: "LIVE", position: 2n, head: 2n, ageSeconds: 0 });
});

it("serves an empty log, and goes on where it stopped when it is started again", async () => {
  const first = projectorOf();
  await first.start();
  expect(await answerOf(first)).toEqual(["NO_EVENTS"]);
  await first.stop();
  const head = await attend(3);
  const second = projectorOf();
  await second.start();
  await second.waitFor(head, 30_000);
  expect(await answerOf(second)).toEqual([3]);
  expect(readModels()).toEqual([pointer()]);
});

it("answers from cubes that lagged when a reader was killed, and from new events, with all that is known", async () => {
  const first = projectorOf();
  await first.start();
  await first.stop();
  const head = await attend(3);
  const { texts } = await log.read(0n, 10);
  const database = await openDatabase(join(home, "models", pointer()));
  const writer = writerOn(await database.connect());
  await commitBatch(writer, catalogueOf(CUBES), { after: 0n, last: head, texts, postOn: new Set() });
  database.close();
  const second = projectorOf();
  await second.start();
  expect(await answerOf(second)).toEqual([3]);
  const newHead = await attend(2);
  await until(async () => (await second.status()).position >= newHead);
  expect(await answerOf(second)).toEqual([5]);
  const { observations, vintage } = await second
    .planner()
    .observations({ indicator: "training_person_hours" });
  expect([observations[0]?.value, vintage.position]).toEqual([5, String(newHead)]);
});

it("ends waiting after its timeout, and at the latest when it stops", async () => {
  const projector = projectorOf();
  await projector.start();
  expect(await codeOf(projector.waitFor(1n, 30))).toBe("WAIT_TIMEOUT");
  const waiting = codeOf(projector.waitFor(1n, 60_000));
  await projector.stop();
  expect(await waiting).toBe("WAIT_TIMEOUT");
  expect((await projector.status()).state).toBe("STOPPED");
  expect(() => projector.planner()).toThrow("built");
});

it("rejects a read model of another log", async () => {
  const first = projectorOf();
  await first.start();
  await first.stop();
  const other = await openSqliteLog({ file: join(home, "other.sqlite") });
  expect(await codeOf(projectorOf({ log: other }).start())).toBe("OTHER_LOG");
  await other.close();
});

it("rejects a read model that holds more than the log", async () => {
  await attend(1);
  await log.close();
  copyFileSync(join(home, "log.sqlite"), join(home, "older.sqlite"));
  log = await openSqliteLog({ file: join(home, "log.sqlite"), groupCommitMs: 0 });
  await attend(1);
  const first = projectorOf();
  await first.start();
  await first.stop();
  const older = await openSqliteLog({ file: join(home, "older.sqlite") });
  expect(await codeOf(projectorOf({ log: older }).start())).toBe("BEYOND_HEAD");
  await older.close();
});

it("rejects a second process on the same folder", async () => {
  const child = fileURLToPath(new URL("./holding.child.ts", import.meta.url));
  const holding = spawn(process.execPath, [
    "--no-warnings",
    child,
    join(home, "log.sqlite"),
    join(home, "models"),
  ]);
  const ended = once(holding, "close");
  try {
    await once(holding.stdout, "data");
    expect(await codeOf(projectorOf({ catalogue: catalogueOf([trainingHours]) }).start())).toBe(
      "ALREADY_RUNNING",
    );
  } finally {
    holding.kill("SIGKILL");
    await ended;
  }
});

it("stops when another process moved the checkpoint, and posts nothing of the batch", async () => {
  const projector = projectorOf();
  await projector.start();
  await projector.stop();
  const database = await openDatabase(join(home, "models", pointer()));
  const connection = writerOn(await database.connect());
  const texts = (await log.read(0n, 1)).texts;
  await commitBatch(connection, catalogueOf(CUBES), { after: 0n, last: 5n, texts });
  const late = commitBatch(connection, catalogueOf(CUBES), { after: 0n, last: 9n, texts });
  await expect(late).rejects.toBeInstanceOf(CheckpointMoved);
  expect(await connection.all("select position from model.checkpoint")).toEqual([{ position: 5 }]);
  connection.close();
  database.close();
});

const changedHours: Cube = {
  ...trainingHours,
  sql: trainingHours.sql.replace("a.hours\n", "a.hours * 2 as hours\n"),
};
const changed = () => {
  expect(changedHours.sql).not.toBe(trainingHours.sql);
  return {
    catalogue: catalogueOf([training, changedHours]),
    indicators: wanted.map((indicator) =>
      indicator.code === "training_person_hours"
        ? { ...indicator, formula: { kind: "sum" as const, of: { cube: changedHours, measure: "hours" } } }
        : indicator,
    ),
  };
};

const built = async () => {
  await attend(4);
  const first = projectorOf();
  await first.start();
  await first.stop();
  return pointer();
};

it("answers from the old read model while it builds that of a changed rule, and reports what is being recomputed", async () => {
  const old = await built();
  const held = heldLog();
  const projector = projectorOf({ ...changed(), log: held.log });
  await projector.start();
  await until(async () => (await projector.status()).state === "REBUILDING");
  expect(await answerOf(projector, "trainees_person_courses")).toEqual(["NO_EVENTS"]);
  expect(await codeOf(answerOf(projector))).toBe("REBUILDING");
  held.release();
  await until(async () => (await projector.status()).state === "LIVE");
  expect(await answerOf(projector)).toEqual([8]);
  expect(pointer()).toContain(catalogueHash(changed().catalogue));
  expect(readModels()).toEqual([pointer()]);
  expect(pointer()).not.toBe(old);
});

it("keeps serving the old read model when the new one cannot be built, and leaves nothing of it", async () => {
  const old = await built();
  const held = heldLog();
  const projector = projectorOf({ ...changed(), log: held.log });
  await projector.start();
  held.fail(new Error("the disk broke"));
  await expect(projector.ended).rejects.toThrow("the disk broke");
  expect((await projector.status()).state).toBe("FAILED");
  expect(await answerOf(projector, "trainees_person_courses")).toEqual(["NO_EVENTS"]);
  expect(readModels()).toEqual([old]);
  expect(pointer()).toBe(old);
});

it("leaves nothing of a first build that failed, and fails to start", async () => {
  await attend(4);
  const held = heldLog();
  held.fail(new Error("the disk broke"));
  await expect(projectorOf({ log: held.log }).start()).rejects.toThrow("the disk broke");
  expect(readdirSync(join(home, "models"))).toEqual([]);
});

it("can be stopped in the middle of a rebuild", async () => {
  const old = await built();
  const held = heldLog();
  const projector = projectorOf({ ...changed(), log: held.log });
  await projector.start();
  await until(async () => (await projector.status()).state === "REBUILDING");
  const stopped = projector.stop();
  held.release();
  await stopped;
  expect(readModels()).toEqual([old]);
  expect(pointer()).toBe(old);
});

it("sweeps away what an interrupted build left, and starts from scratch where the pointer is broken", async () => {
  const old = await built();
  for (const name of ["read-half-1.duckdb", "read-half-1.duckdb.wal", "current.json.next"]) {
    writeFileSync(join(home, "models", name), "half");
  }
  const projector = projectorOf();
  await projector.start();
  expect(
    readdirSync(join(home, "models"))
      .filter((name) => !name.endsWith(".wal"))
      .sort(),
  ).toEqual(["current.json", old].sort());
  await projector.stop();
  writeFileSync(join(home, "models", "current.json"), "{ torn");
  const again = projectorOf();
  await again.start();
  expect(await answerOf(again)).toEqual([4]);
});

it("switches to a read model that another process built, and follows that", async () => {
  const old = await built();
  const projector = projectorOf();
  await projector.start();
  const folder = await openModelFolder(join(home, "models"));
  const options = { onProgress: () => undefined, signal: new AbortController().signal };
  const file = await buildModel(log, folder, catalogueOf(CUBES), options);
  await folder.promote(file);
  await until(() => pointer() !== old && projector.planner() !== undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await projector.waitFor(await attend(2), 30_000);
  expect(await answerOf(projector)).toEqual([6]);
  await projector.stop();
  const database = await openDatabase(file);
  const connection = await database.connect();
  expect(await connection.all("select position from model.checkpoint")).toEqual([{ position: 2 }]);
  connection.close();
  database.close();
});
