import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runRecorded } from "@karnameh/cli/recording-cli";
import { addressOf, type Child, startChild } from "@karnameh/cli/serving-child";
import type { EventLog } from "@karnameh/event-log/port";
import { tehranDay } from "@karnameh/schema/calendar";
import { writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { simulate } from "@karnameh/simulator/simulate";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ServedEngine, ServedLog } from "./served-engine.ts";

const FORTNIGHT_MS = 14 * 86_400_000;
/** Events of one append. */
const BLOCK = 200;
const TOKEN = "a-token-for-the-readers";

const QUESTION = `query ($asOf: Day) {
  trainees: observations(indicator: "trainees_person_courses", by: ["provider"], asOf: $asOf) { ...all }
  placed: observations(indicator: "placement_rate_6m", by: ["sex"], asOf: $asOf) { ...all }
  employed: observations(indicator: "employed", frequency: MONTH, asOf: $asOf) { ...all }
  hires: observations(indicator: "hires", by: ["channel"], frequency: QUARTER, asOf: $asOf) { ...all }
  insured: observations(indicator: "insurance_coverage_rate", asOf: $asOf) { ...all }
  certificates: observations(indicator: "certificates_issued", by: ["province"], asOf: $asOf) { ...all }
}
fragment all on ObservationSet {
  observations { period { code } coordinates { code } value numerator denominator status reason }
}`;

/** What the question is about; the rest is most of the events of a small country, as many whatever its size. */
const ASKED = ["worker", "course", "enrolment", "spell", "coverage", "list", "assessment", "certificate"];

const isAsked = ({ stream }: NewEvent): boolean => ASKED.includes(stream.slice(0, stream.indexOf("-")));

/** A simulated year of which something becomes known every second week, in the order of recording. */
const history = (): NewEvent[] => {
  const scale = { seed: 18, people: 40, years: 1, startYear: 1400 };
  const events = [...simulate(scale)].filter(isAsked);
  return events.map((event) => {
    const weeks = Math.ceil(Date.parse(event.recordedAt ?? "") / FORTNIGHT_MS);
    return { ...event, recordedAt: new Date(weeks * FORTNIGHT_MS).toISOString() };
  });
};

type Reader = { readonly child: Child; readonly url: string };
type Ready = { readonly state: string; readonly position: string; readonly head: string };

const readyOf = async (url: string): Promise<Ready> =>
  (await (await fetch(new URL("health/ready", url))).json()) as Ready;

const untilBooked = async ({ url, child }: Reader, isEnough: (so: Ready) => boolean): Promise<Ready> => {
  for (;;) {
    if (child.process.exitCode !== null) throw new Error(`the reader ended: ${child.output()}`);
    const so = await readyOf(url);
    if (isEnough(so)) return so;
    await sleep(20);
  }
};

const isLive = ({ state, position, head }: Ready): boolean => state === "LIVE" && position === head;

const answerOf = async ({ url }: Reader, asOf: string): Promise<string> => {
  const response = await fetch(new URL("graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: QUESTION, variables: { asOf } }),
  });
  const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  return JSON.stringify(data);
};

/** Everything that the readers of one log promise each other, over the commands as their users start them. */
export const readersContract = (engine: ServedEngine): void => {
  const home = mkdtempSync(join(tmpdir(), "karnameh-readers-"));
  const started: Child[] = [];
  const events = history();
  const third = Math.ceil(events.length / 3);
  let log: ServedLog;
  let writing: EventLog;

  const serve = (...args: string[]): Child => {
    const child = startChild(["serve", "--port", "0", ...log.args, ...args], { KARNAMEH_TOKEN: TOKEN });
    started.push(child);
    return child;
  };
  const startReader = async (name: string, batch: number): Promise<Reader> => {
    const model = join(home, name);
    const child = serve("--roles", "reader", "--model", model, "--batch", String(batch));
    const url = await addressOf(model, child);
    return { child, url };
  };
  // In this process: what is promised is of readers, not of the command that imports.
  const record = async (part: readonly NewEvent[]): Promise<void> => {
    for (let from = 0; from < part.length; from += BLOCK)
      await writing.append(part.slice(from, from + BLOCK), { historical: true });
  };
  const kill = async ({ child }: Reader): Promise<void> => {
    child.process.kill("SIGKILL");
    await child.exited;
    expect(child.process.signalCode).toBe("SIGKILL");
  };

  beforeAll(async () => {
    log = await engine(home);
    writing = await log.open();
  });
  afterAll(async () => {
    for (const child of started) child.process.kill("SIGKILL");
    await Promise.all(started.map(({ exited }) => exited));
    await writing.close();
    await log.dispose();
    rmSync(home, { recursive: true, force: true });
  });

  let one: Reader;
  let other: Reader;

  it("begin at different times, book in batches of different size, are killed and rebuilt, and all come to the end", {
    timeout: 240_000,
  }, async () => {
    one = await startReader("one", 200);
    await untilBooked(one, isLive);
    const recording = record(events.slice(0, third));
    await untilBooked(one, ({ position }) => BigInt(position) > 0n);
    await kill(one);
    await recording;
    one = await startReader("one", 200);
    await record(events.slice(third, 2 * third));
    other = await startReader("other", 400);
    await untilBooked(other, isLive);
    await record(events.slice(2 * third));
    await untilBooked(other, isLive);
    await kill(other);
    const rebuilt = await runRecorded(["rebuild", "--json", "--model", join(home, "other"), ...log.args]);
    expect(rebuilt).toMatchObject({ exitCode: 0 });
    other = await startReader("other", 400);
    const [end, sameEnd] = [await untilBooked(one, isLive), await untilBooked(other, isLive)];
    expect(sameEnd.head).toBe(end.head);
  });

  it("give equal answers as of every day on which something became known", { timeout: 240_000 }, async () => {
    const days = [...new Set(events.map(({ recordedAt }) => tehranDay(recordedAt ?? "")))];
    const answers = new Set<string>();
    for (const day of days) {
      const [first, second] = await Promise.all([answerOf(one, day), answerOf(other, day)]);
      expect(JSON.parse(second), day).toEqual(JSON.parse(first));
      answers.add(first);
    }
    const last = Object.values<{ observations: unknown[] }>(JSON.parse([...answers].at(-1) ?? "{}"));
    expect(last.map(({ observations }) => observations.length > 0)).toEqual(Array(6).fill(true));
    expect(days.length).toBeGreaterThan(20);
    // Each fortnight says something new: equal answers are not two empty ones.
    expect(answers.size).toBe(days.length);
  });

  it("both see what the ingest endpoint recorded, by the position in its response", {
    timeout: 240_000,
  }, async () => {
    const ingest = serve("--roles", "ingest");
    while (!ingest.output().includes("Press Ctrl-C to stop.")) {
      if (ingest.process.exitCode !== null) throw new Error(ingest.output());
      await sleep(20);
    }
    const url = /http:\S+v1\/events/.exec(ingest.output())?.[0] ?? "";
    expect((await fetch(new URL("/graphql", url), { method: "POST" })).status).toBe(404);
    expect((await fetch(new URL("/v1/events", one.url), { method: "POST", body: "" })).status).toBe(404);
    const late = events
      .filter(({ type }) => type === "EmploymentStarted")
      .map(({ id, recordedAt: _, ...event }) => ({ ...event, id: id.replace(/^......../, "ffffffff") }))
      .slice(0, 1);
    const send = async () => {
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/cloudevents-batch+json" },
        body: JSON.stringify(late.map(writeCloudEvent)),
      });
      return { status: response.status, taken: (await response.json()) as Record<string, unknown> };
    };
    const { status, taken } = await send();
    expect([status, taken]).toMatchObject([200, { recorded: 1, duplicates: 0, refused: [] }]);
    const target = BigInt(String(taken["position"]));
    for (const reader of [one, other]) await untilBooked(reader, (so) => BigInt(so.position) >= target);
    expect((await send()).taken).toEqual({ ...taken, recorded: 0, duplicates: 1 });
  });
};
