import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seededNumbers } from "@karnameh/ingest/seeded-numbers";
import { killsOf } from "@karnameh/schema/testing/effort";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRecorded } from "../recording-cli.ts";
import { addressOf, startChild, untilReady } from "../serving-child.ts";

/** How often a loading server is killed. */
const KILLS = killsOf(3);
const random = seededNumbers(14_020_512);
const PEOPLE = { KARNAMEH_DEMO_PEOPLE: "150" };
const QUESTION = `{
  system { events lag unprocessableEvents { count } }
  hires: observations(indicator: "hires", by: ["channel"]) { observations { coordinates { code } value } }
  placed: observations(indicator: "placement_rate_6m", asOf: "2023-06-30") { observations { value status } }
  insured: observations(indicator: "covered_persons", by: ["sex"]) { observations { coordinates { code } value } }
  inconsistencies { totalCount }
}`;

const folder = mkdtempSync(join(tmpdir(), "karnameh-kill-"));
const serve = (data: string) => startChild(["serve", "--demo", "--port", "0", "--data", data], PEOPLE);
const answerOf = async (data: string): Promise<string> =>
  (await runRecorded(["query", QUESTION, "--data", data])).out;

/** Serves until ready, then stops as Ctrl-C would. */
const serveOnce = async (data: string): Promise<number | null> => {
  const child = serve(data);
  await untilReady(await addressOf(data, child));
  child.process.kill("SIGTERM");
  return child.exited;
};

const killAfter = async (data: string, milliseconds: number): Promise<void> => {
  const child = serve(data);
  await Promise.race([sleep(milliseconds), child.exited]);
  expect(child.process.exitCode, `alive before it was killed: ${child.output()}`).toBeNull();
  child.process.kill("SIGKILL");
  await child.exited;
  expect(child.process.signalCode).toBe("SIGKILL");
};

const whole = join(folder, "whole");
let expected = "";

beforeAll(async () => {
  expect(await serveOnce(whole)).toBe(0);
  expected = await answerOf(whole);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a server that is killed", () => {
  it("has an answer to compare with", () => {
    const { data } = JSON.parse(expected);
    expect(data.system).toMatchObject({ lag: 0, unprocessableEvents: [] });
    expect(data.system.events).toBeGreaterThan(8_000);
    expect(data.hires.observations.length).toBeGreaterThan(3);
  });

  it("while it loads, builds or follows, ends like one that was not", {
    timeout: 240_000 + KILLS * 5_000,
  }, async () => {
    const data = join(folder, "killed");
    for (let round = 0; round < KILLS; round += 1) await killAfter(data, 500 + random() * 1_200);
    expect(await serveOnce(data)).toBe(0);
    expect(existsSync(join(data, "demonstration.json"))).toBe(false);
    expect(await answerOf(data)).toBe(expected);
  });

  it("after it was ready answers the same again", { timeout: 240_000 }, async () => {
    const data = join(folder, "ready");
    cpSync(whole, data, { recursive: true });
    await killAfter(data, 300 + random() * 900);
    expect(await answerOf(data)).toBe(expected);
  });
});
