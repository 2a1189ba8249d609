import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { work } from "./work.ts";

const BATCH = 10_000;

type Variant = {
  readonly name: "rows" | "unique" | "body";
  readonly columns: readonly string[];
  readonly isUnique: boolean;
  /** Whether the row of each stream's revision is written too, as the log does. */
  readonly hasStreams: boolean;
};

/** Seconds that each way of inserting took. */
export type BareSeconds = Readonly<Record<Variant["name"], number>>;

const LOG_ROW = [
  ...["position", "source", "type", "stream", "revision"],
  ...["crc", "id", "recorded_at", "known_on", "body"],
];

const VARIANTS: readonly Variant[] = [
  { name: "rows", columns: LOG_ROW, isUnique: true, hasStreams: true },
  { name: "unique", columns: ["position", "id", "source", "body"], isUnique: true, hasStreams: false },
  { name: "body", columns: ["position", "body"], isUnique: false, hasStreams: false },
];

const tablesOf = ({ columns, isUnique }: Variant): string =>
  `create table t(position integer primary key, ${columns.slice(1).join(", ")});
   create table s(name text primary key, stream_id integer not null, revision integer not null) strict, without rowid;
   ${isUnique ? "create unique index t_by_id on t(id, source)" : ""}`;

const openBare = (file: string, variant: Variant): DatabaseSync => {
  const db = new DatabaseSync(file);
  db.exec("pragma page_size = 8192; pragma cache_size = -65536; pragma journal_mode = wal");
  db.exec(
    "pragma synchronous = full; pragma wal_autocheckpoint = 8192; pragma journal_size_limit = 134217728",
  );
  db.exec(tablesOf(variant));
  return db;
};

const STREAMS = `select s.name, s.stream_id, max(e.revision) from event e join stream s on s.stream_id = e.stream
  where e.position > ? and e.position <= ? group by 2`;
const SAVE_STREAM =
  "insert into s values (?, ?, ?) on conflict(name) do update set revision = excluded.revision";

const rowsOf = (statement: StatementSync, ...between: number[]): SQLInputValue[][] =>
  statement.all(...between) as unknown as SQLInputValue[][];

/** The log's own database, whose streams are found by their number only here. */
const openLog = (file: string, scratch: string): DatabaseSync => {
  const from = new DatabaseSync(scratch);
  from.exec(`attach '${file}' as log; create table stream as select * from log.stream;
    create unique index stream_by_id on stream(stream_id)`);
  return from;
};

/** Inserts what the log holds, the rows read before the clock runs; milliseconds of inserts and commits. */
const insertAll = (
  from: DatabaseSync,
  db: DatabaseSync,
  { columns, hasStreams }: Variant,
  onProgress: (done: number) => void,
): number => {
  const insert = db.prepare(
    `insert into t(${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
  );
  const saveStream = db.prepare(SAVE_STREAM);
  const next = from.prepare(
    `select ${columns.join(", ")} from log.event where position > ? order by position limit ${BATCH}`,
  );
  const streams = from.prepare(STREAMS);
  for (const statement of [next, streams]) statement.setReturnArrays(true);
  let [spent, last] = [0, 0];
  for (;;) {
    const rows = rowsOf(next, last);
    if (rows.length === 0) return spent;
    const touched = hasStreams ? rowsOf(streams, last, last + rows.length) : [];
    const began = performance.now();
    db.exec("begin immediate");
    for (const row of rows) insert.run(...row);
    for (const stream of touched) saveStream.run(...stream);
    db.exec("commit");
    spent += performance.now() - began;
    last += rows.length;
    onProgress(last);
  }
};

/** What the log recorded, inserted by SQLite alone: seconds with all its rows, with less of them, with bodies only. */
work<{ folder: string; log: string; events: number }>(({ folder, log, events }, { progress }) => {
  const from = openLog(log, join(folder, "streams.sqlite"));
  const seconds: Partial<Record<Variant["name"], number>> = {};
  for (const variant of VARIANTS) {
    const file = join(folder, `${variant.name}.sqlite`);
    const db = openBare(file, variant);
    seconds[variant.name] =
      insertAll(from, db, variant, (done) => progress("bare SQLite", done, events)) / 1000;
    db.close();
    rmSync(file);
  }
  from.close();
  return seconds;
});
