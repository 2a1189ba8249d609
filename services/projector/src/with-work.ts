import { setImmediate as turn } from "node:timers/promises";

/**
 * Gives the items of a source. Before each, and until the next one comes, does `work`: its argument says whether an
 * item waits, and it resolves to whether it found something to do.
 */
export async function* withWork<T>(
  source: AsyncIterable<T>,
  work: (isWaiting: boolean) => Promise<boolean>,
): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]();
  let isWaiting = true;
  try {
    for (;;) {
      isWaiting = false;
      const noteItem = (): void => {
        isWaiting = true;
      };
      const coming = items.next();
      coming.then(noteItem, noteItem);
      await turn();
      while ((await work(isWaiting)) && !isWaiting);
      const item = await coming;
      if (item.done === true) return;
      yield item.value;
    }
  } finally {
    const ended = items.return?.();
    // A source with a pending `next` ends only after that has settled: work that failed is reported at once.
    if (isWaiting) await ended;
    else ended?.catch(() => undefined);
  }
}
