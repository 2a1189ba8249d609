import type { Position } from "@karnameh/event-log/port";
import { ProjectorError } from "./projector-error.ts";

type Waiter = { readonly target: Position; readonly done: (error?: Error) => void };

/** Who waits until a position is reached. */
export const createWaiters = () => {
  const waiting = new Set<Waiter>();
  return {
    /** Resolves once `reached` is called with the target or a later position, at once if `position` is that far. Throws WAIT_TIMEOUT. */
    waitFor(target: Position, position: Position, timeoutMs: number): Promise<void> {
      if (position >= target) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            waiter.done(
              new ProjectorError(
                "WAIT_TIMEOUT",
                `Position ${target} was not recorded within ${timeoutMs} ms.`,
              ),
            ),
          timeoutMs,
        );
        const waiter: Waiter = {
          target,
          done(error) {
            clearTimeout(timer);
            waiting.delete(waiter);
            if (error) reject(error);
            else resolve();
          },
        };
        waiting.add(waiter);
      });
    },
    reached(position: Position): void {
      for (const waiter of [...waiting]) if (waiter.target <= position) waiter.done();
    },
    /** Ends all waiting, when the projector stops. */
    cancel(): void {
      for (const waiter of [...waiting])
        waiter.done(new ProjectorError("WAIT_TIMEOUT", "The projector was stopped."));
    },
  };
};
