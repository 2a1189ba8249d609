import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { LogError } from "../port.ts";
import { withFailuresOf } from "./failure.ts";

/** "KNMH" in the header of the file, so that a log is distinguished from any other SQLite database. */
const APPLICATION_ID = 0x4b4e4d48;
const APPLICATION_ID_AT = 68;
const MAGIC = "SQLite format 3\0";
const FORMAT = 1;
const LOCK_WAIT_MS = 250;

/**
 * A stream's id is the position of its first event, so ids follow the order of first use. `body` is the event
 * as JSON without what the log added; `crc` covers what `verify` cannot derive:
 * `id` is in the body, and `known_on` follows from `recorded_at`.
 */
const TABLES = `
  create table meta(key text primary key, value text not null) strict, without rowid;
  create table source(source_id integer primary key, name text not null unique) strict;
  create table type(type_id integer primary key, name text not null unique) strict;
  create table stream(
    name text primary key, stream_id integer not null, revision integer not null
  ) strict, without rowid;
  create table event(
    position integer primary key, source integer not null, type integer not null, stream integer not null,
    revision integer not null, crc integer not null, id blob not null, recorded_at text not null,
    known_on text not null, body text not null
  ) strict;
  create unique index event_by_id on event(id, source);
`;

const notALog = (file: string): LogError =>
  new LogError(
    "DAMAGED",
    `The file ${file} is not a Karnameh log; give another file name, this file was left as it is.`,
  );

/** Checks before SQLite opens the file, because SQLite would write to any database that it opens. */
const refuseForeignFile = (file: string): void => {
  if (!existsSync(file) || existsSync(`${file}-journal`)) return;
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, "r");
  const length = readSync(descriptor, header, 0, header.length, 0);
  closeSync(descriptor);
  if (length === 0) return;
  if (header.toString("latin1", 0, MAGIC.length) !== MAGIC) throw notALog(file);
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw notALog(file);
};

const numberFrom = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0]);

/** One transaction, so that a crash leaves an empty file or a complete log, and two processes create one log. */
const createTables = (db: DatabaseSync): void => {
  db.exec("pragma page_size = 8192; begin exclusive");
  try {
    if (numberFrom(db, "application_id") === 0) {
      db.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${FORMAT}; ${TABLES}`);
      const insert = db.prepare("insert into meta values (?, ?)");
      insert.run("log_id", randomUUID());
      insert.run("created_at", new Date().toISOString());
    }
    db.exec("commit");
  } finally {
    if (db.isTransaction) db.exec("rollback");
  }
};

const checkFormat = (db: DatabaseSync, file: string): void => {
  if (numberFrom(db, "application_id") !== APPLICATION_ID) throw notALog(file);
  const format = numberFrom(db, "user_version");
  if (format === FORMAT) return;
  throw new LogError(
    "UNAVAILABLE",
    `The event log ${file} has format ${format}, but this Karnameh supports ${FORMAT}; use a newer Karnameh.`,
  );
};

const prepareConnection = (db: DatabaseSync, file: string, readOnly: boolean): void => {
  if (!readOnly && numberFrom(db, "application_id") === 0) createTables(db);
  checkFormat(db, file);
  db.exec("pragma cache_size = -65536; pragma temp_store = memory");
  if (readOnly) return;
  // A checkpoint every 64 MiB: rarer ones keep ingest flat as the file grows.
  db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 8192");
  db.exec("pragma journal_size_limit = 134217728");
};

/** Opens a log's database and creates it if there is no file. Any other file is rejected and left unchanged. */
export const openFile = (file: string, readOnly: boolean): DatabaseSync =>
  withFailuresOf(file, () => {
    if (readOnly && !existsSync(file)) {
      throw new LogError("UNAVAILABLE", `There is no event log ${file}; check the data folder.`);
    }
    refuseForeignFile(file);
    const db = new DatabaseSync(file, { readOnly, timeout: LOCK_WAIT_MS });
    try {
      prepareConnection(db, file, readOnly);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
