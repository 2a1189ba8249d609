import { setTimeout as sleep } from "node:timers/promises";
import type { ReadSide } from "@karnameh/cli/read-side";
import { listen } from "@karnameh/cli/serve/http";
import { createSite } from "@karnameh/cli/serve/site";
import { type Connection, type Database, openDatabase } from "@karnameh/projections/engine/database";
import { indicators } from "@karnameh/projections/indicators";
import { openPlanner } from "@karnameh/projections/planner/planner";
import { openLogger } from "@karnameh/runtime/logger";
import { work } from "./work.ts";

/** The data that the parent needs for its queries. */
export type Ready = {
  readonly url: string;
  readonly days: readonly string[];
  readonly organisations: readonly string[];
};

/** Notes each statement that runs over any connection. */
const recording = (database: Database, statements: string[]): Database => ({
  async connect(): Promise<Connection> {
    const connection = await database.connect();
    return {
      ...connection,
      all: (sql, parameters) => {
        statements.push(sql);
        return connection.all(sql, parameters);
      },
    };
  },
  close: () => database.close(),
});

const column = async (connection: Connection, sql: string): Promise<readonly string[]> =>
  (await connection.all(sql)).map((row) => String(Object.values(row)[0]));

const readSideOf = (planner: Awaited<ReturnType<typeof openPlanner>>): ReadSide => ({
  planner: () => planner,
  live: () => Promise.resolve({ head: "0", position: "0", lagEvents: 0, ageSeconds: null, state: "LIVE" }),
  isReady: () => true,
  readLive: () => Promise.resolve(undefined),
  onCaughtUp: () => undefined,
  start: () => Promise.resolve(),
  follow: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});

/** Runs statements one after another, their rows left as DuckDB has them; milliseconds. */
const runBare = async (connection: Connection, statements: readonly string[]): Promise<number> => {
  const began = performance.now();
  for (const sql of statements) await connection.run(sql);
  return performance.now() - began;
};

/** Runs until the parent sends "stop". On "bare", runs the statements of the last responses again and returns their time. */
const serveParent = (
  connection: Connection,
  statements: string[],
  send: (message: unknown) => void,
): Promise<void> =>
  new Promise((resolve) => {
    process.on("message", async (message) => {
      if (message === "stop") return resolve();
      const recorded = statements.splice(0);
      if (message === "bare") send(await runBare(connection, recorded));
      else send(0);
    });
  });

/** The product's own site over a read model; the planner's SQL is recorded and can be run again bare. */
work<{ model: string }>(async ({ model }, { send }) => {
  const statements: string[] = [];
  const database = await openDatabase(model, { readOnly: true, isOneThread: true });
  const connection = await database.connect();
  const today = new Date().toISOString().slice(0, 10);
  const planner = await openPlanner({
    database: recording(database, statements),
    indicators,
    today: () => today,
  });
  const logger = openLogger({ level: undefined, stream: process.stderr });
  const site = createSite({ readSide: readSideOf(planner), ingest: undefined, logger });
  const server = await listen(site.fetch, { port: 0, host: "127.0.0.1" });
  const ready: Ready = {
    url: server.url,
    days: await column(connection, "select known_on from model.known_day order by 1"),
    organisations: await column(
      connection,
      "select organisation::varchar from balance.hires group by 1 order by sum(hires) desc, 1 limit 200",
    ),
  };
  send(ready);
  await serveParent(connection, statements, send);
  await Promise.race([server.close(), sleep(1_000)]);
  planner.close();
  database.close();
});
