import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventLog } from "@karnameh/event-log/port";
import { demonstration } from "@karnameh/simulator/demonstration";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DataFolder, dataFolder } from "../data-folder.ts";
import { openLog } from "../open-log.ts";
import { recordingContext } from "../recording-cli.ts";
import { loadDemonstration } from "./load-demonstration.ts";

const PEOPLE = 500;

let folder: DataFolder;
let log: EventLog;

beforeEach(async () => {
  folder = dataFolder(recordingContext().cli, {
    data: mkdtempSync(join(tmpdir(), "karnameh-demonstration-")),
  });
  log = await openLog(recordingContext().cli, folder);
});
afterEach(async () => {
  await log.close();
  rmSync(folder.path, { recursive: true, force: true });
});

const load = (signal?: AbortSignal) =>
  loadDemonstration(recordingContext(signal === undefined ? {} : { signal }).cli, log, folder, PEOPLE);

describe("the demonstration", () => {
  it("is loaded once into an empty log, and leaves no note", async () => {
    expect(await load()).toBe(true);
    const head = await log.head();
    expect(head).toBeGreaterThan(10_000n);
    expect(await load()).toBe(true);
    expect(await log.head()).toBe(head);
    expect(existsSync(folder.demonstration)).toBe(false);
  });

  it("goes on where it was stopped, with the people it was begun with", async () => {
    expect(await load(AbortSignal.abort())).toBe(false);
    expect(existsSync(folder.demonstration)).toBe(true);
    const first = demonstration({ seed: 1402, people: PEOPLE }).take(4_000).toArray();
    await log.append(first, { historical: true });
    const { cli } = recordingContext();
    expect(await loadDemonstration(cli, log, folder, 1)).toBe(true);
    expect(await log.head()).toBe(BigInt(demonstration({ seed: 1402, people: PEOPLE }).toArray().length));
  });

  it("leaves a log alone that has events of its own", async () => {
    await log.append(demonstration({ seed: 1, people: 1 }).take(3).toArray(), { historical: true });
    expect(await load()).toBe(true);
    expect(await log.head()).toBe(3n);
  });

  it("says why it cannot be completed after newer events", async () => {
    await load(AbortSignal.abort());
    const [event] = demonstration({ seed: 1, people: 1 }).take(1).toArray();
    const { recordedAt: _, ...now } = event ?? expect.fail("no event");
    await log.append([{ ...now, id: "01907e5c-7000-7000-8000-000000000001" }]);
    await expect(load()).rejects.toThrow("newer events have been recorded since");
  });
});
