import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "./database.ts";

const OPEN = `import { DuckDBInstance } from "@duckdb/node-api"; await DuckDBInstance.create(process.argv[1])`;

it("lets go of its file when it is closed, also of connections that nobody closed or that are at work", async () => {
  const home = mkdtempSync(join(tmpdir(), "database-"));
  const file = join(home, "one.duckdb");
  const database = await openDatabase(file);
  const [idle, busy] = [await database.connect(), await database.connect()];
  await idle.prepare("select 1");
  const working = busy.all("select count(*) as n from range(100000000)");
  database.close();
  expect(await working).toEqual([{ n: 100_000_000 }]);
  const args = ["--no-warnings", "--input-type=module", "-e", OPEN, file];
  const other = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: "ignore" });
  expect(await once(other, "close")).toEqual([0, null]);
  rmSync(home, { recursive: true, force: true });
});
