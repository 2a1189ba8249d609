import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type KurrentLogOptions, openKurrentLog } from "@karnameh/event-log/kurrent/log";
import { MAX_EVENT_BYTES } from "@karnameh/event-log/limits";
import { afterEach, describe, expect, it } from "vitest";
import { type DoubleOptions, KurrentDouble } from "../kurrentdb-double/server.ts";
import { codeOf, event, events, eventsOf, readAll } from "./events.ts";

let double: KurrentDouble;
const closing: (() => Promise<unknown>)[] = [];

const startDouble = async (options: DoubleOptions = {}): Promise<void> => {
  double = await new KurrentDouble(options).start();
  closing.push(() => double.stop());
};

const addressOf = ({ port }: { readonly port: number }, query = "tls=false"): string =>
  `kurrentdb://localhost:${port}?${query}&discoveryInterval=5`;

const openLog = async (options: Partial<KurrentLogOptions> = {}) => {
  const log = await openKurrentLog({ address: addressOf(double.network), ...options });
  closing.push(() => log.close());
  return log;
};

const numbersIn = async (log: Awaited<ReturnType<typeof openLog>>): Promise<unknown[]> =>
  (await readAll(log)).map(({ data }) => data["n"]).sort((one, other) => Number(one) - Number(other));

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe("an append whose response is lost", () => {
  it.each([
    ["of one stream", 4],
    ["of several streams", 12],
  ])("is sent again %s, recorded once and reported as recorded", async (_, count) => {
    await startDouble();
    const log = await openLog({ appendTimeoutMs: 300 });
    double.interfere = (moment, nth) => (moment === "appended" && nth === 2 ? "lose" : undefined);
    expect(await log.append(events(0, count))).toMatchObject({ recorded: count, duplicates: 0 });
    expect(await readAll(log)).toHaveLength(count);
  });

  it("is recorded once where the connection breaks after it was", async () => {
    await startDouble();
    const log = await openLog({ appendTimeoutMs: 2_000 });
    double.interfere = (moment, nth) => (moment === "appended" && nth === 2 ? "drop" : undefined);
    expect(await log.append(events(0, 12))).toMatchObject({ recorded: 12, duplicates: 0 });
    expect(await readAll(log)).toHaveLength(12);
  });

  it("keeps what its writer expected: the stream moved on by the append itself still meets it", async () => {
    await startDouble();
    const log = await openLog({ appendTimeoutMs: 300 });
    double.interfere = (moment, nth) => (moment === "appended" && nth === 2 ? "lose" : undefined);
    const expected = new Map([["enrolment-0", "none" as const]]);
    expect(await log.append(events(0, 4), { expected })).toMatchObject({ recorded: 4 });
    expect(await codeOf(log.append([event(3, { id: event(99).id })], { expected }))).toBe("WRONG_REVISION");
  });
});

describe("history that is sent again", () => {
  const historicalEvent = (n: number) =>
    event(n, { stream: "enrolment-1", recordedAt: new Date(Date.UTC(2021, 2, 21, 8, 0, n)).toISOString() });
  const all = Array.from({ length: 2_500 }, (_, n) => historicalEvent(n));

  it("is known again however far back in its stream, and other content of it is a conflict", async () => {
    await startDouble();
    const historical = { historical: true };
    await (await openLog()).append(all, historical);
    const log = await openLog();
    expect(await log.append(all, historical)).toMatchObject({ recorded: 0, duplicates: 2_500 });
    expect(await codeOf(log.append([{ ...historicalEvent(3), data: { n: 4 } }], historical))).toBe(
      "CONFLICT",
    );
    const reordered = { ...historicalEvent(3), data: { note: historicalEvent(3).data["note"], n: 3 } };
    expect(await log.append([reordered], historical)).toMatchObject({ duplicates: 1 });
    expect(
      await codeOf(
        log.append([historicalEvent(3), { ...historicalEvent(4), id: event(9_999).id }], historical),
      ),
    ).toBe("TIME_RUNS_BACKWARDS");
    expect(await log.append([historicalEvent(2_500)], historical)).toMatchObject({ recorded: 1 });
  });
});

describe("a connection", () => {
  it("that is refused at first is opened again by another client", async () => {
    await startDouble();
    double.network.refuse = 3;
    const log = await openLog();
    await log.append([event(1)]);
    expect(await numbersIn(log)).toEqual([1]);
  });

  it("that does not respond is given up in time, tried again and reported as such", {
    timeout: 240_000,
  }, async () => {
    const silent = createServer(() => undefined);
    await once(silent.listen(0, "127.0.0.1"), "listening");
    closing.push(async () => silent.close());
    const address = addressOf(silent.address() as AddressInfo);
    const opening = openKurrentLog({ address, openRetryMs: 1 });
    await expect(opening).rejects.toThrow("did not respond in time");
  });

  it("that breaks at any message while following loses and repeats nothing", async () => {
    await startDouble();
    const notices: string[] = [];
    const log = await openLog({
      onDisconnected: (sentence) => void notices.push(sentence),
      onReconnected: () => void notices.push("reconnected"),
    });
    await log.append(events(0, 40));
    const breaks = new Set([1, 5, 6, 20, 41, 60, 77]);
    double.interfere = (moment, nth) =>
      (moment === "event" || moment === "live event") && breaks.delete(nth) ? "drop" : undefined;
    const seen: unknown[] = [];
    for await (const batch of log.follow(0n, new AbortController().signal, 7)) {
      for (const { data } of eventsOf(batch)) seen.push(data["n"]);
      if (seen.length === 40) await log.append(events(40, 20));
      if (seen.length >= 60) break;
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect(notices.filter((one) => one === "reconnected").length).toBe(notices.length / 2);
    expect(notices[0]).toContain("The event log kurrentdb://localhost:");
  });

  it("is retried while the cluster is unavailable, and head fails at once meanwhile", async () => {
    await startDouble();
    const disconnected = Promise.withResolvers<string>();
    const log = await openLog({ onDisconnected: disconnected.resolve });
    await log.append([event(0)]);
    const following = log.follow(0n, new AbortController().signal)[Symbol.asyncIterator]();
    expect((await following.next()).value.count).toBe(1);
    const next = following.next();
    double.network.cut();
    expect(await disconnected.promise).toContain("cannot be reached");
    expect(await codeOf(log.head())).toBe("UNAVAILABLE");
    double.network.restore();
    await log.append([event(1)]);
    expect((await next).value.count).toBe(1);
    expect(await log.head()).toBeGreaterThan(0n);
  });

  it("that is slow loses nothing", async () => {
    await startDouble();
    const log = await openLog();
    await log.append(events(0, 30));
    double.delay = 3;
    expect(await numbersIn(log)).toHaveLength(30);
  });
});

describe("a server that rejects an append", () => {
  it("is followed to the leader, and is read-only where there is none", async () => {
    await startDouble();
    const log = await openLog();
    let redirects = 2;
    double.interfere = (moment) => {
      if (moment !== "append" || redirects === 0) return undefined;
      redirects -= 1;
      return "not-leader";
    };
    expect(await log.append(events(0, 8))).toMatchObject({ recorded: 8 });
    double.interfere = (moment) => (moment === "append" ? "not-leader" : undefined);
    expect(await codeOf(log.append(events(8, 8)))).toBe("NOT_WRITABLE");
    expect(await readAll(log)).toHaveLength(8);
  });

  it("because another writer was first gets the append again", async () => {
    await startDouble();
    const log = await openLog();
    let taken = 2;
    double.interfere = (moment) => {
      if (moment !== "write" || taken === 0) return undefined;
      taken -= 1;
      return "wrong-version";
    };
    expect(await log.append(events(0, 8))).toMatchObject({ recorded: 8, duplicates: 0 });
  });

  it("of a writer without the right is NOT_WRITABLE, and can still be read", async () => {
    await startDouble();
    const log = await openLog();
    await log.append([event(1)]);
    double.interfere = (moment) => (moment === "append" ? "deny" : undefined);
    expect(await codeOf(log.append([event(2)]))).toBe("NOT_WRITABLE");
    expect(await numbersIn(log)).toEqual([1]);
  });

  it("for its size gets it in parts, and an event beyond its limit is TOO_LARGE", async () => {
    await startDouble({ maxAppendBytes: 1_048_576 });
    const log = await openLog();
    const large = events(0, 12).map((one) => ({ ...one, data: { text: "x".repeat(300_000) } }));
    expect(await log.append(large)).toMatchObject({ recorded: 12 });
    const sized = (text: string) => event(50, { data: { text } });
    const empty = JSON.stringify(sized("")).length;
    const rejected = log.append([sized("x".repeat(MAX_EVENT_BYTES - empty))]);
    await expect(rejected).rejects.toMatchObject({ code: "TOO_LARGE", index: 0 });
  });
});

describe("a server before 25.1", () => {
  it("takes a batch stream by stream, each in its order, and a repeated one completes it", async () => {
    await startDouble({ isMultiStream: false });
    const log = await openLog({ retryMs: 0 });
    double.interfere = (moment, nth) => (moment === "append" && nth === 4 ? "read-only" : undefined);
    expect(await codeOf(log.append(events(0, 20)))).toBe("UNAVAILABLE");
    expect(await numbersIn(log)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await log.append(events(0, 20))).toMatchObject({ recorded: 12, duplicates: 8 });
    expect(await numbersIn(log)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});

describe("other events on a cluster", () => {
  it("are skipped, however many: those of the server and of others", async () => {
    await startDouble();
    const log = await openLog();
    await log.append([event(1)]);
    const others = Array.from({ length: 300 }, (_, n) => ({
      id: event(5_000 + n).id,
      type: n % 2 === 0 ? "OrderPlaced" : "$metadata",
      contentType: "application/json",
      data: Buffer.from("{}"),
      metadata: Buffer.from('{"$correlationId":"1"}'),
    }));
    double.store.append([{ stream: "order-1", expected: -2n, events: others }]);
    const head = await log.head();
    expect((await log.read(0n, 10)).last).toBe(head);
    expect(await log.read(head, 10)).toEqual({ last: head, count: 0, texts: new Map() });
    const { last } = await log.read(0n, 10);
    const next = log.follow(last, new AbortController().signal, 10)[Symbol.asyncIterator]().next();
    await log.append([event(2)]);
    expect((await next).value.count).toBe(1);
    expect(await log.verify()).toEqual({ checked: 2, damaged: [] });
  });

  it("that claim to be of the log and are not are reported by position", async () => {
    await startDouble();
    const log = await openLog();
    const bad = { id: event(7).id, type: "TraineeEnrolled", contentType: "application/json" };
    const metadata = Buffer.from('{"karnameh":"1"}');
    double.store.append([
      {
        stream: "enrolment-1",
        expected: -1n,
        events: [{ ...bad, data: Buffer.from('{"id":"x"}'), metadata }],
      },
    ]);
    const { damaged } = await log.verify();
    expect(damaged).toEqual([
      { position: await log.head(), reason: "its data is of an event with another id" },
    ]);
    expect(await codeOf(log.read(0n, 10))).toBe("DAMAGED");
  });

  it("keep no subscription of a follower that was stopped", async () => {
    await startDouble();
    const log = await openLog();
    const stopping = new AbortController();
    const next = log.follow(0n, stopping.signal)[Symbol.asyncIterator]().next();
    while (double.subscriptions === 0) await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    expect((await next).done).toBe(true);
    while (double.subscriptions > 0) await new Promise((resolve) => setImmediate(resolve));
  });
});
