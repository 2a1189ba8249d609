import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { describe } from "vitest";
import { readersContract } from "./readers.ts";

describe("readers over one SQLite log", () => {
  readersContract(async (home) => {
    const folder = join(home, "log");
    await mkdir(folder);
    return {
      args: ["--data", folder],
      open: () => openSqliteLog({ file: join(folder, "log.sqlite") }),
      dispose: async () => undefined,
    };
  });
});
