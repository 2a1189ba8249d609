import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Writes the seconds of each spec file, its hooks among them, as JSON: the reports of Vitest leave the hooks out. */
export class SpecTimes implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const times = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      return { file: module.moduleId, seconds: (collectDuration + duration) / 1000 };
    });
    writeFileSync(this.#file, JSON.stringify(times));
  }
}
