import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { openKurrentLog } from "@karnameh/event-log/kurrent/log";
import { killsOf } from "@karnameh/schema/testing/effort";
import { afterAll, beforeAll } from "vitest";
import type { DoubleOptions } from "../kurrentdb-double/server.ts";
import type { Engine, NewEngine, Promises } from "./engine.ts";

export const KURRENT: Promises = {
  recordsOnce: false,
  countsPositions: false,
  takesClock: false,
  keepsOrder: false,
  atomicEvents: 400,
  kills: killsOf(1),
  raced: 40,
  flooded: true,
  largestEvent: 1_000_000,
};

/** An engine with a log of its own among those that a server already holds. */
const engineAt = (address: string, more: Partial<Engine> = {}): Engine => {
  const name = `t${randomUUID().replaceAll("-", "")}`;
  return {
    open: (opening = {}) => openKurrentLog({ address, name, ...opening }),
    opener: new URL("kurrent.ts", import.meta.url).href,
    target: `${address} ${name}`,
    dispose: () => Promise.resolve(),
    ...more,
  };
};

/** Engines over a real server. */
export const logsOn =
  (address: string): NewEngine =>
  () =>
    Promise.resolve(engineAt(address));

const encodedLogin = (login: string): string => {
  const [name = "", ...rest] = login.split(":");
  return `${name}:${encodeURIComponent(rest.join(":"))}`;
};

/** Engines over one double, which runs in a thread of its own until the tests of the file or block are over. */
export const logsOnDouble = (options: Omit<DoubleOptions, "clock">, query: string): NewEngine => {
  let worker: Worker;
  let address = "";
  beforeAll(async () => {
    worker = new Worker(new URL("../kurrentdb-double/double.child.ts", import.meta.url), {
      workerData: options,
    });
    const [port] = await once(worker, "message");
    const login = options.login === undefined ? "" : `${encodedLogin(options.login)}@`;
    // The part of the client that reads waits half a second before it connects, unless discoveryInterval is shorter.
    address = `kurrentdb://${login}localhost:${port}?${query}&discoveryInterval=5`;
  });
  afterAll(() => worker.terminate());
  const disconnect = async (): Promise<void> => {
    worker.postMessage("drop");
    await once(worker, "message");
  };
  return () => Promise.resolve(engineAt(address, { disconnect }));
};
