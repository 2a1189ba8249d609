import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "./failure.ts";

export type RetryPolicy = {
  /** How long to try again while the cluster is unavailable, ms. */
  readonly ms: number;
  readonly signal?: AbortSignal;
  /** Called when the cluster becomes unavailable. */
  readonly onDisconnected?: (error: unknown) => void;
  /** Called when it is available again. */
  readonly onReconnected?: () => void;
  /** Called once if it takes longer than some seconds, whether the cluster fails or does not respond. */
  readonly onSlow?: () => void;
};

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 10_000;
const SLOW_MS = 5_000;

const withSlowNotice = async <T>(onSlow: (() => void) | undefined, act: () => Promise<T>): Promise<T> => {
  const timer = onSlow === undefined ? undefined : setTimeout(onSlow, SLOW_MS);
  try {
    return await act();
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Runs an operation again, with growing pauses, while the cluster is unavailable. It runs at least twice, because one
 * slow response may take longer than the whole policy allows. Throws at once what waiting cannot solve.
 */
export const withRetry = <T>(policy: RetryPolicy, act: () => Promise<T>): Promise<T> =>
  withSlowNotice(policy.onSlow, () => retry(policy, act));

const retry = async <T>(policy: RetryPolicy, act: () => Promise<T>): Promise<T> => {
  const until = performance.now() + policy.ms;
  let wait = FIRST_WAIT_MS;
  let isWaiting = false;
  for (;;) {
    try {
      const result = await act();
      if (isWaiting) policy.onReconnected?.();
      return result;
    } catch (error) {
      const isOver = performance.now() + wait > until && (isWaiting || policy.ms === 0);
      if (!isUnavailable(error) || policy.signal?.aborted || isOver) throw error;
      if (!isWaiting) policy.onDisconnected?.(error);
      isWaiting = true;
    }
    const options = policy.signal === undefined ? {} : { signal: policy.signal };
    await sleep(wait * (0.5 + Math.random() / 2), undefined, options).catch(() => undefined);
    wait = Math.min(wait * 2, MAX_WAIT_MS);
  }
};
