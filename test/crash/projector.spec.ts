import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { type Connection, type Database, openDatabase } from "@karnameh/projections/engine/database";
import { amountColumns, catalogueOf, keyColumns } from "@karnameh/projections/engine/model";
import { histories, historyOf } from "@karnameh/projections/testing/history";
import { buildModel } from "@karnameh/projector/build";
import { openModelFolder } from "@karnameh/projector/model-folder";
import type { NewEvent } from "@karnameh/schema/event";
import { killsOf } from "@karnameh/schema/testing/effort";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { booked } from "./booked.ts";

const SEED = 14020812;
const NEVER = "9000000000";
const CHILD = fileURLToPath(new URL("./projector.child.ts", import.meta.url));

/** A long history of a few people, several events on each as-of date. */
const history = (): NewEvent[] => {
  const [acts = []] = fc.sample(histories(600, 600), { numRuns: 1, seed: SEED });
  return historyOf(
    acts.map((act) => ({ ...act, gap: act.gap % 2 })),
    "2016-03-01",
  );
};

let home: string;
let log: EventLog;
let unkilled: string | undefined;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "crash-"));
  log = await openSqliteLog({ file: join(home, "log.sqlite"), groupCommitMs: 0 });
});
afterAll(async () => {
  await log.close();
  rmSync(home, { recursive: true, force: true });
});

const models = () => join(home, "models");
const serving = () => join(models(), JSON.parse(readFileSync(join(models(), "current.json"), "utf8")).file);

const follow = (target: string, rule = "") => {
  const child = spawn(process.execPath, [
    "--no-warnings",
    CHILD,
    join(home, "log.sqlite"),
    models(),
    target,
    rule,
  ]);
  let words = "";
  child.stderr.on("data", (chunk) => {
    words += chunk;
  });
  return { child, started: once(child.stdout, "data"), closed: once(child, "close"), words: () => words };
};

/** Follows in another process and kills it; the delay counts from its start. */
const followAndKill = async (delay: number, rule = ""): Promise<void> => {
  const { child, started, closed, words } = follow(NEVER, rule);
  await started;
  await new Promise((resolve) => setTimeout(resolve, delay));
  expect([child.exitCode, words()]).toEqual([null, ""]);
  child.kill("SIGKILL");
  await closed;
};

const followToHead = async (rule = ""): Promise<void> => {
  const { child, closed, words } = follow(String(await log.head()), rule);
  await closed;
  expect([child.exitCode, words()]).toEqual([0, ""]);
};

/** Appends, a few events at a time, until it has appended them all. */
const appendSlowly = async (events: readonly NewEvent[], pauseMs: number): Promise<void> => {
  for (let from = 0; from < events.length; from += 20) {
    await log.append(events.slice(from, from + 20), { historical: true });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

const factTables = async (connection: Connection): Promise<string[]> => {
  const rows = await connection.all(
    "select table_name from information_schema.tables where table_catalog = 'unkilled' and table_schema = 'fact' order by 1",
  );
  return rows.map((row) => String(row["table_name"]));
};

const summed = (from: string, columns: readonly string[], amounts: readonly string[]): string => {
  const names = columns.map((name) => `"${name}"`).join(", ");
  return `select ${names}, ${amounts.map((name) => `sum("${name}") as "${name}"`).join(", ")} from ${from}
    group by all having ${amounts.map((name) => `sum("${name}") <> 0`).join(" or ")}`;
};

/** What must be equal in both read models: a name, and its rows in one of them. */
const compared = (tables: readonly string[]): [string, (model: string) => string][] => [
  ["checkpoint", (model) => `select position from ${model}.model.checkpoint`],
  ["known days", (model) => `select known_on, last_position from ${model}.model.known_day`],
  ["corrections", (model) => `from ${model}.model.correction`],
  ...tables.map((table): [string, (model: string) => string] => [
    table,
    (model) => `from ${model}.fact.${table}`,
  ]),
  ...booked.flatMap((cube): [string, (model: string) => string][] => {
    const keys = ["segment", ...keyColumns(cube)];
    const amounts = amountColumns(cube).map(({ name }) => name);
    return [
      [
        `entries of ${cube.name}`,
        (model) => summed(`${model}.entry.${cube.name}`, ["known_on", ...keys], amounts),
      ],
      [`balances of ${cube.name}`, (model) => summed(`${model}.balance.${cube.name}`, keys, amounts)],
    ];
  }),
];

/** The tables in which two read models differ. */
const differences = async (database: Database, killed: string, unkilled: string): Promise<string[]> => {
  const connection = await database.connect();
  await connection.run(
    `attach '${killed}' as killed (read_only); attach '${unkilled}' as unkilled (read_only)`,
  );
  const found: string[] = [];
  for (const [name, rows] of compared(await factTables(connection))) {
    const [one, other] = [rows("killed"), rows("unkilled")];
    const [row] = await connection.all(
      `select count(*) as n from ((${one}) except all (${other}) union all ((${other}) except all (${one})))`,
    );
    if (row?.["n"] !== 0) found.push(name);
  }
  const [facts] = await connection.all("select count(*) as n from unkilled.entry.training");
  expect(facts?.["n"]).toBeGreaterThan(100);
  connection.close();
  return found;
};

/** The read model that serves is table by table what a projector that was never killed would have made of the log. */
const expectAsUnkilled = async (): Promise<void> => {
  const folder = await openModelFolder(join(home, "unkilled"));
  const options = { onProgress: () => undefined, signal: new AbortController().signal };
  unkilled ??= await buildModel(log, folder, catalogueOf(booked), options);
  const database = await openDatabase(":memory:");
  expect(await differences(database, serving(), unkilled)).toEqual([]);
  database.close();
};

/** One log and its read models, killed in the one way and then in the other. */
describe("a projector", { timeout: 240_000 }, () => {
  it("comes out of kill -9 in the middle of following as if it had never been killed", async () => {
    const appending = appendSlowly(history(), 100);
    for (const delay of fc.sample(fc.integer({ min: 100, max: 1_300 }), {
      numRuns: killsOf(2),
      seed: SEED,
    })) {
      await followAndKill(delay);
    }
    await appending;
    await followToHead();
    await expectAsUnkilled();
  });

  it("comes out of kill -9 in the middle of a rebuild with the old read model or the new one, and no third", async () => {
    const old = serving();
    for (const delay of fc.sample(fc.integer({ min: 100, max: 1_200 }), {
      numRuns: killsOf(1),
      seed: SEED,
    })) {
      await followAndKill(delay, "changed");
    }
    await followToHead("changed");
    expect(serving()).not.toBe(old);
    expect(readdirSync(models()).map((name) => join(models(), name))).toEqual([
      join(models(), "current.json"),
      serving(),
    ]);
    await expectAsUnkilled();
  });
});
