import type { DatabaseSync, StatementSync } from "node:sqlite";

const POLL_MS = 15;

/** Wakes those who wait for new events: at once for this process's own, within 15 ms for another's. */
export class Arrivals {
  readonly #dataVersion: StatementSync;
  readonly #sleepers = new Set<() => void>();
  #version: unknown;
  #poll: NodeJS.Timeout | undefined;

  constructor(db: DatabaseSync) {
    this.#dataVersion = db.prepare("pragma data_version");
  }

  /** Resolves when the log may have grown since the caller, in the same turn, last read it; or on abort. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener("abort", wake);
        this.#sleepers.delete(wake);
        if (this.#sleepers.size === 0) this.#stop();
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener("abort", wake);
      this.#poll ??= setInterval(() => this.#look(), POLL_MS);
      if (signal.aborted) wake();
    });
  }

  wakeAll(): void {
    for (const wake of [...this.#sleepers]) wake();
  }

  /** The version is SQLite's count of other connections' commits; it costs microseconds. */
  #look(): void {
    const version = this.#currentVersion();
    if (version === this.#version && version !== undefined) return;
    this.#version = version;
    this.wakeAll();
  }

  /** Unknown where the file cannot be read: then the sleepers wake and meet the failure themselves. */
  #currentVersion(): unknown {
    try {
      return this.#dataVersion.get()?.["data_version"];
    } catch {
      return undefined;
    }
  }

  #stop(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }
}
