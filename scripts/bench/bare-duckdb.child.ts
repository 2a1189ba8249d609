import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { type Connection, openDatabase } from "@karnameh/projections/engine/database";
import { lineStructure } from "@karnameh/projections/engine/line-structure";
import { factTable } from "@karnameh/schema/columns";
import { contract } from "@karnameh/schema/contracts";
import { usage, work } from "./work.ts";

export type BareLoad = { readonly seconds: number; readonly peakMib: number; readonly cpuSeconds: number };

const LOAD_EVENTS = 100_000;

/** Events to a transaction: DuckDB holds what is not committed in memory. */
const COMMIT_EVENTS = 1_000_000n;

/** Parses the lines of one type into a table of its own, made by the first of them. */
const loadText = async (
  connection: Connection,
  made: Set<string>,
  type: string,
  text: string,
): Promise<void> => {
  const known = contract(type);
  if (!known) return;
  const table = factTable(known);
  const lines = `select e.* from (select from_json(line, '${lineStructure(table)}') as e from (select unnest(string_split($1, chr(10))) as line))`;
  await connection.run(
    made.has(type) ? `insert into ${table.table} ${lines}` : `create table ${table.table} as ${lines}`,
    [text],
  );
  made.add(type);
};

/** The same texts into plain tables by DuckDB alone: no check, no posting. Reading the log is not counted. */
work<{ log: string; file: string }>(async ({ log: logFile, file }, { progress }) => {
  const log = await openSqliteLog({ file: logFile, readOnly: true });
  const head = await log.head();
  const database = await openDatabase(file);
  const connection = await database.connect();
  const made = new Set<string>();
  let spent = 0;
  let committed = 0n;
  await connection.run("begin transaction");
  for (let after = 0n; after < head; ) {
    const { texts, last } = await log.read(after, LOAD_EVENTS);
    const began = performance.now();
    for (const [type, text] of texts) await loadText(connection, made, type, Buffer.from(text).toString());
    if (last - committed >= COMMIT_EVENTS) {
      await connection.run("commit; begin transaction");
      committed = last;
    }
    spent += performance.now() - began;
    after = last;
    progress("bare DuckDB", Number(after), Number(head));
  }
  const began = performance.now();
  await connection.run("commit");
  await connection.run("checkpoint");
  spent += performance.now() - began;
  connection.close();
  database.close();
  await log.close();
  return { seconds: spent / 1000, ...usage() } satisfies BareLoad;
});
