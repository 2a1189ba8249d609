import { setTimeout as sleep } from "node:timers/promises";
import { END, excludeSystemEvents, type KurrentDBClient } from "@kurrent/kurrentdb-client";
import type { Position } from "../port.ts";
import type { KurrentConnection } from "./connection.ts";

/** A silent subscription is replaced after this time. */
const RENEW_MS = 30_000;
const WAIT_AFTER_ERROR_MS = 100;

/**
 * Resolves when the log may have new events after a position, or on abort. The subscription only notifies: its first
 * event ends it, and the events are read page by page. So a slow consumer blocks nothing, no resubscription is
 * needed, and an end without an error (as when the client is disposed of) notifies like an event. It gets no
 * `checkpointReached`, which would block it by throwing, and is destroyed after an error.
 */
export const waitForEvents = async (
  connection: KurrentConnection,
  after: Position,
  signal: AbortSignal,
): Promise<void> => {
  const { client } = connection;
  const subscription = client.subscribeToAll({
    fromPosition: after === 0n ? "start" : { commit: after, prepare: after },
    filter: excludeSystemEvents(),
  });
  const notified = Promise.withResolvers<"EVENT" | "ERROR">();
  const notify = (): void => notified.resolve("EVENT");
  const timer = setTimeout(notify, RENEW_MS);
  signal.addEventListener("abort", notify);
  for (const event of ["data", "end", "close"]) subscription.once(event, notify);
  subscription.on("error", () => notified.resolve("ERROR"));
  if (signal.aborted) notify();
  const hasFailed = (await notified.promise) === "ERROR";
  clearTimeout(timer);
  signal.removeEventListener("abort", notify);
  if (!hasFailed) await subscription.unsubscribe().catch(() => undefined);
  subscription.destroy();
  if (hasFailed) await sleep(WAIT_AFTER_ERROR_MS, undefined, { signal }).catch(() => undefined);
};

/**
 * Resolves when the cluster grants read access. It uses a subscription, because the part of the client that reads
 * pages does not report why it cannot.
 */
export const checkReadAccess = async (client: KurrentDBClient): Promise<void> => {
  const subscription = client.subscribeToAll({ fromPosition: END });
  const confirmed = Promise.withResolvers<void>();
  subscription.once("confirmation", () => confirmed.resolve());
  subscription.on("error", (error) => confirmed.reject(error));
  subscription.once("end", () => confirmed.reject(new Error("the cluster ended the check of read access")));
  subscription.resume();
  try {
    await confirmed.promise;
    await subscription.unsubscribe().catch(() => undefined);
  } finally {
    subscription.destroy();
  }
};
