import { within } from "./connection.ts";

/** How long a reader waits for its next event. */
const STALL_MS = 20_000;

/** Awaits each event for a while only, and lets go of the rest when the consumer does. */
export async function* unstalled<T>(events: AsyncIterableIterator<T>): AsyncGenerator<T> {
  try {
    for (;;) {
      const { done, value } = await within(STALL_MS, "a read", events.next());
      if (done) return;
      yield value;
    }
  } finally {
    await events.return?.();
  }
}
