import { setTimeout as sleep } from "node:timers/promises";
import { END, excludeSystemEvents, type KurrentDBClient } from "@kurrent/kurrentdb-client";
import type { Position } from "../port.ts";
import type { Connection } from "./connection.ts";

/** A subscription that nothing is heard of is looked after so often. */
const LOOK_MS = 30_000;
const AFTER_ERROR_MS = 100;

/**
 * Resolves when the log may have grown after a position, or on abort. The subscription only wakes: its first
 * event ends it, and the events are read page by page. So a consumer that is stuck holds nothing, there is no
 * resubscription to need, and an end that is no error (as when the client is disposed of) wakes like an event.
 * It is given no `checkpointReached`, which would wedge it by throwing, and is destroyed after an error.
 */
export const arrival = async (
  connection: Connection,
  after: Position,
  signal: AbortSignal,
): Promise<void> => {
  const { client } = connection;
  const subscription = client.subscribeToAll({
    fromPosition: after === 0n ? "start" : { commit: after, prepare: after },
    filter: excludeSystemEvents(),
  });
  const woken = Promise.withResolvers<boolean>();
  const wake = (): void => woken.resolve(false);
  const timer = setTimeout(wake, LOOK_MS);
  signal.addEventListener("abort", wake);
  for (const event of ["data", "end", "close"]) subscription.once(event, wake);
  subscription.on("error", () => woken.resolve(true));
  if (signal.aborted) wake();
  const hasFailed = await woken.promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", wake);
  if (!hasFailed) await subscription.unsubscribe().catch(() => undefined);
  subscription.destroy();
  if (hasFailed) await sleep(AFTER_ERROR_MS, undefined, { signal }).catch(() => undefined);
};

/**
 * Resolves when the cluster lets us read. By a subscription, because the half of the client that reads pages does
 * not say why it cannot.
 */
export const greet = async (client: KurrentDBClient): Promise<void> => {
  const subscription = client.subscribeToAll({ fromPosition: END });
  const greeted = Promise.withResolvers<void>();
  subscription.once("confirmation", () => greeted.resolve());
  subscription.on("error", (error) => greeted.reject(error));
  subscription.once("end", () => greeted.reject(new Error("the cluster ended the greeting")));
  subscription.resume();
  try {
    await greeted.promise;
    await subscription.unsubscribe().catch(() => undefined);
  } finally {
    subscription.destroy();
  }
};
