import { createHash } from "node:crypto";
import { tehranDay } from "@karnameh/schema/calendar";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";
import { cubes } from "../cubes.ts";
import { catchUpCubes } from "../engine/catch-up.ts";
import { commitBatch } from "../engine/commit.ts";
import type { Cube } from "../engine/cube.ts";
import type { Connection, Database, Row } from "../engine/database.ts";
import { addCubes, type Catalogue, catalogueOf } from "../engine/model.ts";
import { loadAll, postAll } from "../engine/rebuild.ts";
import { rebuildCubeInParts } from "../engine/rebuild-cube.ts";
import { type Writer, writerOn } from "../engine/writer.ts";
import { openEmptyDatabase } from "./empty-database.ts";

/** A readable name as the identifier it stands for in specs: always the same. */
export const uuid = (name: string): string => {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A person of a spec, by name, as a pseudonym. */
export const person = (name: string): string =>
  createHash("sha256").update(`person ${name}`).digest("hex").slice(0, 32);

/** What a spec says of an event; everything else follows from the contract. */
export type Said = {
  readonly id?: string;
  readonly type: string;
  readonly on: string;
  /** The day it became known; the day it happened where it is left out. */
  readonly knownOn?: string;
  readonly corrects?: string;
  /** Who said it; one of those who may, where it is left out. */
  readonly source?: string;
  readonly synthetic?: boolean;
  readonly data: Readonly<Record<string, unknown>>;
};

let unnamed = 0;

/** The event that a spec speaks of. */
export const said = (words: Said): NewEvent => {
  const known = contract(words.type);
  if (!known) throw new RangeError(`there is no event ${words.type}`);
  return {
    id: words.id === undefined ? uuid(`unnamed ${unnamed++}`) : uuid(words.id),
    source: words.source ?? `urn:karnameh:${known.producers[0]}:spec`,
    type: words.type,
    version: known.version,
    stream: `${known.stream.category}-${String(words.data[known.stream.key])}`,
    effectiveOn: words.on,
    recordedAt: `${words.knownOn ?? words.on}T08:00:00.000Z`,
    data: words.data,
    ...(words.corrects === undefined ? {} : { corrects: uuid(words.corrects) }),
    ...(words.synthetic === undefined ? {} : { synthetic: words.synthetic }),
  };
};

const checkOrder = (events: readonly NewEvent[]): void => {
  const days = events.map((event) => event.recordedAt ?? "");
  const wrong = days.findIndex((day, index) => index > 0 && day < (days[index - 1] ?? ""));
  if (wrong > 0)
    throw new RangeError(`event ${wrong} is known before the one that precedes it; no log would take it`);
};

/** Events as the log would hand them over, from a position on. */
export const textsOf = (events: readonly NewEvent[], after: bigint): Map<string, Uint8Array> => {
  checkOrder(events);
  const lines = new Map<string, string[]>();
  events.forEach((event, index) => {
    const recordedAt = event.recordedAt ?? "2026-01-01T00:00:00.000Z";
    const recorded: RecordedEvent = {
      ...event,
      position: Number(after) + index + 1,
      recordedAt,
      knownOn: tehranDay(recordedAt),
    };
    lines.set(event.type, [...(lines.get(event.type) ?? []), JSON.stringify(recorded)]);
  });
  return new Map([...lines].map(([type, list]) => [type, Buffer.from(list.join("\n"))]));
};

/** A ledger for specs: commits batches, rebuilds, and shows its tables. */
export type Ledger = {
  readonly database: Database;
  readonly connection: Connection;
  readonly catalogue: Catalogue;
  commit(events: readonly NewEvent[], on?: ReadonlySet<Cube>): Promise<void>;
  /** Posts on these cubes what they lack. */
  catchUp(on: ReadonlySet<Cube>): Promise<void>;
  /** Prepares the statements of batches, as a projector does while it waits. */
  prepareStatements(): Promise<void>;
  /** Commits one batch as the log would hand it over, whatever is in it. */
  commitTexts(texts: ReadonlyMap<string, Uint8Array>, count: number, on?: ReadonlySet<Cube>): Promise<void>;
  /** Loads everything, then posts it. */
  rebuild(events: readonly NewEvent[]): Promise<void>;
  /** Posts everything again from its facts, in as many buckets as given. */
  repost(buckets: number): Promise<void>;
  /**
   * What a cube holds, summed by the columns given (`on` is the first day of the segment): from its balances, or
   * from its entries known up to a day. Sums that are all zero are left out.
   */
  rows(cube: string, by: readonly string[], asOf?: string): Promise<Row[]>;
  /** States whether the log of this ledger may hold an event twice, so that second copies are dropped. */
  dropSecondCopies(dropped: boolean): void;
  /** Forgets everything, as if it had just been opened. */
  clear(): Promise<void>;
  close(): void;
};

const rowsSql = (cube: Cube, by: readonly string[], asOf: string | undefined): string => {
  const measures = Object.keys(cube.measures);
  const columns = by.map((name) => (name === "on" ? 'starts_on as "on"' : `b."${name}"`)).join(", ");
  return `select ${[columns, ...measures.map((name) => `sum(b."${name}")::double as "${name}"`)].filter(Boolean).join(", ")}
    from ${asOf === undefined ? "balance" : "entry"}.${cube.name} b join model.segment using (segment)
    ${asOf === undefined ? "" : `where known_on <= date '${asOf}'`}
    group by all having ${measures.map((name) => `sum(b."${name}") <> 0`).join(" or ")} order by all`;
};

/** Everything that events filled; the calendar and what describes the read model stay. */
const TABLES = `select schema_name || '.' || table_name as name from duckdb_tables()
  where not temporary and estimated_size > 0 and (schema_name in ('fact', 'entry', 'compacted', 'pending')
    or (schema_name = 'model' and table_name not in ('about', 'checkpoint', 'cube', 'segment', 'calendar_day')))`;

const emptyTables = async (connection: Connection): Promise<void> => {
  const tables = await connection.all(TABLES);
  const emptied = tables.map(({ name }) => `delete from ${String(name)};`).join("");
  await connection.run(
    `${emptied} update model.checkpoint set position = 0, events = 0; update model.cube set position = 0, lagging_events = 0`,
  );
};

const prepareAll = async (writer: Writer): Promise<void> => {
  while ((await writer.prepareStatements()) > 0);
};

/** Opens an empty ledger, with every cube or only those given. */
export const openLedger = async (only: readonly Cube[] = cubes): Promise<Ledger> => {
  const database = await openEmptyDatabase();
  const connection = await database.connect();
  const writer = writerOn(await database.connect());
  const catalogue = catalogueOf(only);
  await addCubes(connection, catalogue);
  let [head, recordsOnce] = [0n, true];
  const batchOf = (texts: ReadonlyMap<string, Uint8Array>, count: number) => {
    const batch = { after: head, last: head + BigInt(count), texts, recordsOnce };
    head = batch.last;
    return batch;
  };
  const commitTexts: Ledger["commitTexts"] = async (texts, count, on) => {
    await commitBatch(writer, catalogue, { ...batchOf(texts, count), ...(on && { postOn: on }) });
  };
  return {
    database,
    connection,
    catalogue,
    commit: (events, on) => commitTexts(textsOf(events, head), events.length, on),
    catchUp: async (on) => {
      await catchUpCubes(writer, catalogue, on);
    },
    commitTexts,
    prepareStatements: () => prepareAll(writer),
    async rebuild(events) {
      const batch = batchOf(textsOf(events, head), events.length);
      await loadAll([connection], catalogue, [batch]);
      await postAll([connection], catalogue, { recordsOnce });
    },
    async repost(buckets) {
      for (const cube of only) {
        await connection.run(`delete from entry.${cube.name}; delete from compacted.${cube.name}`);
        await connection.transaction(() => rebuildCubeInParts(connection, cube, buckets));
      }
    },
    rows(name, by, asOf) {
      const cube = only.find((one) => one.name === name);
      if (!cube) throw new RangeError(`the ledger has no cube ${name}`);
      return connection.all(rowsSql(cube, by, asOf));
    },
    dropSecondCopies(dropped) {
      recordsOnce = !dropped;
    },
    async clear() {
      await emptyTables(connection);
      head = 0n;
    },
    close: () => {
      for (const each of [writer, connection, database]) each.close();
    },
  };
};
