import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { linesIn } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { killsOf } from "@karnameh/schema/testing/effort";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventLine } from "./sample-events.ts";
import { seededNumbers } from "./seeded-numbers.ts";

const EVENTS = 20_000;
const SEED = 14_020_512;
/** How often a run is killed. */
const KILLS = killsOf(2);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "karnameh-kill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (...names: readonly string[]): string => join(folder, ...names);

const CHILD = join(import.meta.dirname, "import-events.child.ts");

const start = (run: string): ChildProcess =>
  spawn(
    process.execPath,
    [CHILD, path("events.ndjson"), path(`${run}.db`), path(`${run}.ndjson`), path(run)],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let errors = "";
    child.stderr?.on("data", (bytes) => {
      errors += String(bytes);
    });
    child.stdout?.resume();
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(errors))));
  });

/** Kills a run after its first sign of progress and a while; true if the signal is what ended it. */
const kill = async (run: string, wait: number): Promise<boolean> => {
  const child = start(run);
  const gone = new Promise<boolean>((resolve) =>
    child.on("close", (_, signal) => resolve(signal === "SIGKILL")),
  );
  child.stderr?.resume();
  await Promise.race([new Promise((resolve) => child.stdout?.once("data", resolve)), gone]);
  child.stdout?.resume();
  await Promise.race([sleep(wait), gone]);
  child.kill("SIGKILL");
  return gone;
};

const idsIn = async (run: string): Promise<string[]> => {
  const log = await openSqliteLog({ file: path(`${run}.db`) });
  const { texts } = await log.read(0n, EVENTS * 2);
  await log.close();
  const lines = [...texts.values()].flatMap(linesIn);
  const events: { position: number; id: string }[] = lines.map((line) => JSON.parse(line));
  return events.sort((a, b) => a.position - b.position).map(({ id }) => id);
};

const refusalsOf = (run: string): string => readFileSync(path(`${run}.ndjson`), "utf8");

describe("importEvents, killed", () => {
  it("ends, run again, where a run that was never killed ends", {
    timeout: 240_000 + KILLS * 12_000,
  }, async () => {
    const lines = Array.from({ length: EVENTS }, (_, n) => (n % 1000 === 7 ? "{oops" : eventLine(n)));
    writeFileSync(path("events.ndjson"), `${lines.join("\n")}\n`);
    await ended(start("whole"));
    const random = seededNumbers(SEED);
    for (let nth = 1; nth <= KILLS; nth += 1)
      expect(await kill("killed", random() * 60), `run ${nth} of ${KILLS} lived until it was killed`).toBe(
        true,
      );
    await ended(start("killed"));
    expect(await idsIn("killed")).toEqual(await idsIn("whole"));
    expect(refusalsOf("killed")).toBe(refusalsOf("whole"));
  });
});
