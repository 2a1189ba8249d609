import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runRecorded } from "../recording-cli.ts";
import { startChild } from "../serving-child.ts";

const EVENTS = 10_000;
const KILLS = 2;
const event = (n: number): NewEvent => ({
  id: `018f3c2a-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
  source: "urn:karnameh:agency:tvto",
  type: n % 2 ? "TrainingCompleted" : "AttendanceRecorded",
  version: 1,
  stream: `enrolment-${n % 1_000}`,
  effectiveOn: "2021-03-21",
  recordedAt: new Date(Date.UTC(2021, 2, 21) + n * 1_000).toISOString(),
  data: { n },
});

const home = mkdtempSync(join(tmpdir(), "karnameh-copy-log-"));
const source = join(home, "source");
let number = 0;
let target = "";

const withLog = async <T>(folder: string, use: (log: EventLog) => Promise<T>): Promise<T> => {
  const log = await openSqliteLog({ file: join(folder, "log.sqlite") });
  try {
    return await use(log);
  } finally {
    await log.close();
  }
};
const headOf = (folder: string): Promise<number> =>
  withLog(folder, async (log) => Number(await log.head())).catch(() => 0);
const copy = (...more: string[]) => runRecorded(["copy-log", source, target, ...more]);

beforeAll(async () => {
  mkdirSync(source);
  const events = Array.from({ length: EVENTS }, (_, n) => event(n));
  await withLog(source, (log) => log.append(events, { historical: true }));
});
beforeEach(() => {
  number += 1;
  target = join(home, `target-${number}`);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("copy-log", () => {
  it("tells what it copied, and one chain of both", async () => {
    const { exitCode, out, err } = await copy("--json");
    expect([exitCode, err]).toEqual([0, ""]);
    const { chain, ...told } = JSON.parse(out);
    expect(told).toMatchObject({ copied: EVENTS, alreadyThere: 0, stopped: false });
    expect(chain.from).toMatch(/^[0-9a-f]{64}$/);
    const again = await copy();
    expect(again.exitCode).toBe(0);
    expect(again.out).toContain(`0 events copied, ${EVENTS.toLocaleString("en")} already there.`);
    expect(again.out.split(chain.to)).toHaveLength(3);
  });

  it.skipIf(!existsSync("/proc/self"))("says in one sentence that its target cannot be made", async () => {
    expect(await runRecorded(["copy-log", source, "/proc/karnameh/copy"])).toEqual({
      exitCode: 3,
      out: "",
      err: "The target folder /proc/karnameh/copy cannot be written to (nothing can be created there): choose another to copy to.\n",
    });
  });

  it("names a cluster by its scheme, and never repeats its address", async () => {
    const { exitCode, err } = await runRecorded([
      "copy-log",
      "kurrentdb://a:secret@localhost:1?tls=false",
      target,
    ]);
    expect([exitCode, err]).toEqual([3, expect.not.stringContaining("secret")]);
  });

  it("ends like one that was not killed, however often it was killed before", {
    timeout: 240_000,
  }, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = await headOf(target);
      const child = startChild(["copy-log", source, target, "--batch", "50"]);
      while (child.process.exitCode === null && (await headOf(target)) === before);
      child.process.kill("SIGKILL");
      await child.exited;
      expect(child.process.signalCode, child.output()).toBe("SIGKILL");
    }
    expect(await headOf(target)).toBeLessThan(EVENTS);
    const { exitCode, out } = await copy("--json");
    expect(exitCode).toBe(0);
    const whole = JSON.parse((await runRecorded(["copy-log", source, `${target}-at-once`, "--json"])).out);
    expect(JSON.parse(out).chain).toEqual(whole.chain);
  });

  it("stops at Ctrl-C with 130, and says how to go on", async () => {
    const child = startChild(["copy-log", source, target, "--batch", "100"]);
    while (child.process.exitCode === null && (await headOf(target)) === 0);
    child.process.kill("SIGINT");
    expect(await child.exited).toBe(130);
    expect(child.output()).toContain("Stopped before the end: run the command again to continue.");
    expect((await copy("--verify-only")).exitCode).toBe(4);
    expect((await copy()).exitCode).toBe(0);
    expect((await copy("--verify-only")).exitCode).toBe(0);
  });

  it("leaves a target that holds something else, with 3 and the first event that differs", async () => {
    mkdirSync(target);
    await withLog(target, (log) => log.append([event(0), event(2)], { historical: true }));
    const { exitCode, out } = await copy();
    expect(exitCode).toBe(3);
    expect(out).toContain(`The logs differ from event 2 on: `);
    expect(out).toContain(`TrainingCompleted ${event(1).id} (position 2)`);
    expect(out).toContain(`AttendanceRecorded ${event(2).id} (position 2)`);
    expect(await headOf(target)).toBe(2);
  });

  it.each([
    ["2 for the same log given twice", () => [source, join(source, "log.sqlite")], 2, "are the same log"],
    ["3 for a source that does not exist", () => [join(home, "nowhere"), target], 3, "There is no event log"],
  ])("exits with %s", async (_, args, code, part) => {
    const { exitCode, err } = await runRecorded(["copy-log", ...args()]);
    expect(exitCode).toBe(code);
    expect(err).toContain(part);
  });

  it("never repeats the password of an address", async () => {
    const { exitCode, err } = await runRecorded([
      "copy-log",
      source,
      "esdb://admin:changeit@localhost:1?tls=false",
    ]);
    expect(exitCode).toBe(3);
    expect(err).toContain("kurrentdb://localhost:1 cannot be reached");
    expect(err).not.toContain("changeit");
  });
});
