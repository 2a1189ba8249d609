import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { work } from "./work.ts";

const BATCH = 10_000;

type Variant = {
  readonly name: "body" | "unique" | "whole" | "bodyManyAtOnce";
  readonly columns: readonly string[];
  readonly isUnique: boolean;
  readonly rowsAtOnce: number;
};

/** Seconds that each way of inserting took. */
export type BareSeconds = Readonly<Record<Variant["name"], number>>;

const BODY = ["position", "body"];
const LOG_ROW = [
  "position",
  "source",
  "type",
  "stream",
  "revision",
  "crc",
  "id",
  "recorded_at",
  "known_on",
  "body",
];

const VARIANTS: readonly Variant[] = [
  { name: "body", columns: BODY, isUnique: false, rowsAtOnce: 1 },
  { name: "unique", columns: ["position", "id", "source", "body"], isUnique: true, rowsAtOnce: 1 },
  { name: "whole", columns: LOG_ROW, isUnique: true, rowsAtOnce: 1 },
  { name: "bodyManyAtOnce", columns: BODY, isUnique: false, rowsAtOnce: 16 },
];

const tableOf = ({ columns, isUnique }: Variant): string =>
  `create table t(position integer primary key, ${columns.slice(1).join(", ")});
   ${isUnique ? "create unique index t_by_id on t(id, source)" : ""}`;

const openBare = (file: string, variant: Variant): DatabaseSync => {
  const db = new DatabaseSync(file);
  db.exec("pragma page_size = 8192; pragma cache_size = -65536; pragma journal_mode = wal");
  db.exec(
    "pragma synchronous = full; pragma wal_autocheckpoint = 8192; pragma journal_size_limit = 134217728",
  );
  db.exec(tableOf(variant));
  return db;
};

const inserter = (db: DatabaseSync, { columns }: Variant, rows: number) => {
  const row = `(${columns.map(() => "?").join(", ")})`;
  return db.prepare(`insert into t(${columns.join(", ")}) values ${Array(rows).fill(row).join(", ")}`);
};

/** Inserts what the log holds, the rows read before the clock runs; milliseconds of inserts and commits. */
const insertAll = (
  from: DatabaseSync,
  db: DatabaseSync,
  variant: Variant,
  tell: (done: number) => void,
): number => {
  const [many, one] = [inserter(db, variant, variant.rowsAtOnce), inserter(db, variant, 1)];
  const next = from.prepare(
    `select ${variant.columns.join(", ")} from event where position > ? order by position limit ${BATCH}`,
  );
  next.setReturnArrays(true);
  let [spent, last] = [0, 0];
  for (;;) {
    const rows = next.all(last) as unknown as SQLInputValue[][];
    if (rows.length === 0) return spent;
    const began = performance.now();
    db.exec("begin immediate");
    let at = 0;
    for (; at + variant.rowsAtOnce <= rows.length; at += variant.rowsAtOnce)
      many.run(...rows.slice(at, at + variant.rowsAtOnce).flat());
    for (const row of rows.slice(at)) one.run(...row);
    db.exec("commit");
    spent += performance.now() - began;
    last += rows.length;
    tell(last);
  }
};

/** Bare inserts of the same bodies: seconds with nothing but a position, and with unique ids beside it. */
work<{ folder: string; log: string; events: number }>(({ folder, log, events }, { progress }) => {
  const from = new DatabaseSync(log, { readOnly: true });
  const seconds: Partial<Record<Variant["name"], number>> = {};
  for (const variant of VARIANTS) {
    const file = join(folder, `${variant.name}.sqlite`);
    const db = openBare(file, variant);
    seconds[variant.name] =
      insertAll(from, db, variant, (done) => progress(`bare SQLite`, done, events)) / 1000;
    db.close();
    rmSync(file);
  }
  from.close();
  return seconds;
});
