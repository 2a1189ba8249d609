import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";

export type Machine = {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
};

/** The machine as it presents itself. */
export const machineOf = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() || "unknown",
  memoryGib: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
  node: process.versions.node,
});
