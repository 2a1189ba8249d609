import { MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from "@karnameh/event-log/limits";
import { tehranDay } from "@karnameh/schema/calendar";
import { expect, it } from "vitest";
import { child } from "./child.ts";
import type { Engine, Promises } from "./engine.ts";
import { codeOf, event, events, readAll } from "./events.ts";

const NOON = Date.UTC(2021, 2, 21, 8, 30);

/** Promises 3 and 4, case by case. */
export const onceContract = (engine: () => Engine, { recordsOnce }: Promises): void => {
  it("gives a retry after a lost response the first result, whatever revision it expects", async () => {
    const log = await engine().open();
    const options = { expected: new Map([["enrolment-0", "none" as const]]) };
    const first = await log.append(events(0, 4), options);
    const second = await log.append(events(0, 4), options);
    expect(second).toEqual({ ...first, recorded: 0, duplicates: 4 });
    expect(await readAll(log)).toHaveLength(4);
    await log.close();
  });

  it("rejects the same id with other content, states its index and records nothing of the append", async () => {
    const log = await engine().open();
    await log.append([event(1)]);
    const conflicting = log.append([event(2), event(1, { data: { n: 99 } })]);
    await expect(conflicting).rejects.toMatchObject({ code: "CONFLICT", index: 1 });
    expect((await readAll(log)).map(({ data }) => data["n"])).toEqual([1]);
    await log.close();
  });

  it("recognises an event in another stream, or leaves that to its reader", async () => {
    const log = await engine().open();
    await log.append([event(1)]);
    const elsewhere = log.append([event(1, { stream: "enrolment-99" })]);
    if (recordsOnce) expect(await codeOf(elsewhere)).toBe("CONFLICT");
    else expect(await elsewhere).toMatchObject({ recorded: 1 });
    expect("recordsOnce" in log && log.recordsOnce).toBe(recordsOnce);
    await log.close();
  });

  it("distinguishes events of two sources by source and id", async () => {
    const log = await engine().open();
    const other = event(1, { source: "urn:karnameh:agency:sso" });
    expect(await log.append([event(1), other])).toMatchObject({ recorded: 2, duplicates: 0 });
    await log.close();
  });

  it("records the other appends of a group when one is rejected", async () => {
    const log = await engine().open();
    await log.append([event(1)]);
    const outcomes = await Promise.allSettled([
      log.append(events(4, 20)),
      log.append([event(30), event(1, { data: {} })]),
      log.append([event(31)]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await readAll(log)).toHaveLength(22);
    await log.close();
  });
};

/** Promise 4, across processes. */
export const raceContract = (engine: () => Engine, { raced: count }: Promises): void => {
  it("gives a stream that two processes race for dense revisions, each to one writer", async () => {
    const writers = [0, 1].map((writer) => child("race.child.ts", engine(), writer * count, count));
    await Promise.all(writers.map((writer) => writer.printed(1)));
    const log = await engine().open();
    await log.append([event(1_000)]);
    await Promise.all(writers.map((writer) => writer.ended()));
    const won = writers.flatMap(({ lines }) => lines.slice(1).map(Number));
    won.sort((one, other) => one - other);
    expect(won).toEqual(Array.from({ length: 2 * count }, (_, revision) => revision));
    await log.close();
  });
};

/** What the log itself sets on an event. */
export const timeContract = (engine: () => Engine, { takesClock, countsPositions }: Promises): void => {
  it("returns the events as appended, with position, instant and the day in Tehran", async () => {
    const log = await engine().open({ clock: () => Date.UTC(2021, 2, 20, 20, 30) });
    const given = event(1, { corrects: event(0).id, synthetic: true, causationId: event(0).id });
    await log.append([given]);
    const [found, ...others] = await readAll(log);
    expect(others).toEqual([]);
    const { position, recordedAt, knownOn, ...rest } = found ?? {};
    expect(rest).toEqual(given);
    expect(knownOn).toBe(tehranDay(recordedAt ?? ""));
    if (takesClock) expect([recordedAt, knownOn]).toEqual(["2021-03-20T20:30:00.000Z", "2021-03-21"]);
    if (countsPositions) expect(position).toBe(1);
    await log.close();
  });

  it.runIf(takesClock)("never lets recordedAt fall, even when the clock does", async () => {
    let now = NOON;
    const log = await engine().open({ clock: () => now });
    for (const [n, instant] of [NOON, NOON - 60_000, NOON + 1].entries()) {
      now = instant;
      await log.append([event(n)]);
    }
    const instants = (await readAll(log)).map(({ recordedAt }) => Date.parse(recordedAt) - NOON);
    expect(instants).toEqual([0, 0, 1]);
    await log.close();
  });

  it("takes recordedAt from a historical import, only there and only forward", async () => {
    const log = await engine().open({ clock: () => NOON });
    const at = (n: number, recordedAt: string) => event(n, { recordedAt });
    const [early, late] = ["2020-01-01T00:00:00.000Z", "2020-06-01T00:00:00.000Z"];
    expect(await codeOf(log.append([at(1, early)]))).toBe("HISTORICAL_NOT_ALLOWED");
    await log.append([at(1, early), at(2, late)], { historical: true });
    const backwards = log.append([event(3, { recordedAt: late }), at(4, early)], { historical: true });
    await expect(backwards).rejects.toMatchObject({ code: "TIME_RUNS_BACKWARDS", index: 1 });
    const again = await log.append([at(1, early), at(2, late)], { historical: true });
    expect(again).toMatchObject({ recorded: 0, duplicates: 2 });
    expect((await readAll(log)).map(({ recordedAt }) => recordedAt)).toEqual([early, late]);
    await log.close();
  });
};

/** Promise 9. */
export const limitsContract = (engine: () => Engine, { largestEvent }: Promises): void => {
  it("records an event of the largest size and rejects one byte more", async () => {
    const log = await engine().open();
    const empty = JSON.stringify(event(1, { data: { text: "" } })).length;
    const sized = (n: number, bytes: number) => event(n, { data: { text: "x".repeat(bytes - empty) } });
    await log.append([sized(1, largestEvent)]);
    const refused = log.append([event(2), sized(4, MAX_EVENT_BYTES + 1)]);
    await expect(refused).rejects.toMatchObject({ code: "TOO_LARGE", index: 1 });
    expect(await readAll(log)).toHaveLength(1);
    await log.close();
  });

  it("rejects an append of too many events and stays usable", async () => {
    const log = await engine().open();
    const one = event(1);
    expect(await codeOf(log.append(Array(MAX_BATCH_EVENTS + 1).fill(one)))).toBe("TOO_LARGE");
    expect(await log.append([one])).toMatchObject({ recorded: 1 });
    await log.close();
  });

  it("rejects what is not an event: no UUID, no instant, far future, no JSON, half a character", async () => {
    const log = await engine().open();
    const bad = [
      event(1, { id: "42" }),
      event(1, { recordedAt: "2021-02-30T00:00:00.000Z" }),
      event(1, { recordedAt: "9021-03-21T00:00:00.000Z" }),
      event(1, { data: { wage: 1n } }),
      event(1, { stream: "enrolment-\ud800" }),
    ];
    for (const one of bad)
      expect(await codeOf(log.append([one], { historical: true }))).toBe("INVALID_EVENT");
    expect(await log.head()).toBe(0n);
    await log.close();
  });

  it("takes an append of nothing", async () => {
    const log = await engine().open();
    expect(await log.append([])).toEqual({ head: 0n, positions: [], recorded: 0, duplicates: 0 });
    await log.close();
  });
};
