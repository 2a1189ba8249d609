import { setTimeout as sleep } from "node:timers/promises";
import { isLost } from "./failure.ts";

export type Patience = {
  /** How long to wait for a lost cluster, ms. */
  readonly ms: number;
  readonly signal?: AbortSignal;
  /** Heard when the cluster is found lost. */
  readonly onLost?: (error: unknown) => void;
  /** Heard when it is there again. */
  readonly onFound?: () => void;
  /** Heard once where it takes longer than some seconds, whether the cluster is lost or says nothing. */
  readonly onSlow?: () => void;
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
const SLOW_MS = 5_000;

const slowly = async <T>(onSlow: (() => void) | undefined, act: () => Promise<T>): Promise<T> => {
  const timer = onSlow === undefined ? undefined : setTimeout(onSlow, SLOW_MS);
  try {
    return await act();
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Does something, again and again with growing pauses while the cluster is lost; twice at least, because one slow
 * answer may take longer than all of the patience. Throws what waiting cannot mend.
 */
export const patiently = <T>(patience: Patience, act: () => Promise<T>): Promise<T> =>
  slowly(patience.onSlow, () => repeatedly(patience, act));

const repeatedly = async <T>(patience: Patience, act: () => Promise<T>): Promise<T> => {
  const until = performance.now() + patience.ms;
  let wait = FIRST_WAIT_MS;
  let isWaiting = false;
  for (;;) {
    try {
      const result = await act();
      if (isWaiting) patience.onFound?.();
      return result;
    } catch (error) {
      const isOver = performance.now() + wait > until && (isWaiting || patience.ms === 0);
      if (!isLost(error) || patience.signal?.aborted || isOver) throw error;
      if (!isWaiting) patience.onLost?.(error);
      isWaiting = true;
    }
    const options = patience.signal === undefined ? {} : { signal: patience.signal };
    await sleep(wait * (0.5 + Math.random() / 2), undefined, options).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
};
