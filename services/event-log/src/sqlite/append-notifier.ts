import type { DatabaseSync, StatementSync } from "node:sqlite";

const POLL_MS = 15;

/** Notifies those who wait for new events: at once for appends of this process, within 15 ms for those of another. */
export class AppendNotifier {
  readonly #dataVersion: StatementSync;
  readonly #waiting = new Set<() => void>();
  #version: unknown;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: DatabaseSync) {
    this.#dataVersion = db.prepare("pragma data_version");
  }

  /** Resolves when the log may have new events since the caller, in the same turn, last read it; or on abort. */
  waitForEvents(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        signal.removeEventListener("abort", resume);
        this.#waiting.delete(resume);
        if (this.#waiting.size === 0) this.#stop();
        resolve();
      };
      this.#waiting.add(resume);
      signal.addEventListener("abort", resume);
      this.#timer ??= setInterval(() => this.#poll(), POLL_MS);
      if (signal.aborted) resume();
    });
  }

  notify(): void {
    for (const resume of [...this.#waiting]) resume();
  }

  /** The version is SQLite's count of other connections' commits; it costs microseconds. */
  #poll(): void {
    const version = this.#currentVersion();
    if (version === this.#version && version !== undefined) return;
    this.#version = version;
    this.notify();
  }

  /** Undefined if the file cannot be read: then all are notified and meet the failure themselves. */
  #currentVersion(): unknown {
    try {
      return this.#dataVersion.get()?.["data_version"];
    } catch {
      return undefined;
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
