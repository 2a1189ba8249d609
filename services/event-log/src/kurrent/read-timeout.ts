import { MAX_READ_WAIT_MS } from "../limits.ts";
import { withTimeout } from "./timeout.ts";

/** Waits for each event for a limited time only, and releases the source when the consumer stops. */
export async function* withReadTimeout<T>(events: AsyncIterableIterator<T>): AsyncGenerator<T> {
  try {
    for (;;) {
      const { done, value } = await withTimeout(MAX_READ_WAIT_MS, "a read", events.next());
      if (done) return;
      yield value;
    }
  } finally {
    await events.return?.();
  }
}
