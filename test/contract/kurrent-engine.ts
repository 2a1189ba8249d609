import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { openKurrentLog } from "@karnameh/event-log/kurrent/log";
import type { DoubleOptions } from "../kurrentdb-double/server.ts";
import type { Engine, NewEngine, Promises } from "./engine.ts";

export const KURRENT: Promises = {
  recordsOnce: false,
  countsPositions: false,
  takesClock: false,
  keepsOrder: false,
  atomicEvents: 400,
  kills: 3,
  raced: 40,
  flooded: true,
  largestEvent: 1_000_000,
};

/** An engine over what answers at an address. */
const engineAt = (address: string, name: string, dispose: () => Promise<void>): Engine => ({
  open: (opening = {}) => openKurrentLog({ address, name, ...opening }),
  opener: new URL("kurrent.ts", import.meta.url).href,
  target: `${address} ${name}`,
  dispose,
});

/** Engines over one server, each a log of its own among those that it already holds. */
export const logsOn =
  (address: string): NewEngine =>
  () =>
    Promise.resolve(engineAt(address, `t${randomUUID().replaceAll("-", "")}`, () => Promise.resolve()));

const encodedLogin = (login: string): string => {
  const [name = "", ...rest] = login.split(":");
  return `${name}:${encodeURIComponent(rest.join(":"))}`;
};

/** Engines over doubles, all in one thread. */
export const doubles = (options: Omit<DoubleOptions, "clock">, query: string): NewEngine => {
  const worker = new Worker(new URL("../kurrentdb-double/double.child.ts", import.meta.url));
  worker.unref();
  return async () => {
    worker.postMessage(options);
    const [port] = await once(worker, "message");
    const login = options.login === undefined ? "" : `${encodedLogin(options.login)}@`;
    // The half of the client that reads waits half a second before it connects, unless it is told otherwise.
    const address = `kurrentdb://${login}localhost:${port}?${query}&discoveryInterval=5`;
    return engineAt(address, "", async () => worker.postMessage(port));
  };
};
