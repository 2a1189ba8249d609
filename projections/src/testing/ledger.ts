import { createHash } from "node:crypto";
import { tehranDay } from "@karnameh/schema/calendar";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";
import { cubes } from "../cubes.ts";
import { bookAll, commitBatch, loadBatch } from "../engine/commit.ts";
import type { Cube } from "../engine/cube.ts";
import { type Connection, type Database, openDatabase } from "../engine/database.ts";
import { type Catalogue, catalogueOf, createModel } from "../engine/model.ts";

/** A readable name as the identifier it stands for in specs: always the same. */
export const uuid = (name: string): string => {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A person of a spec, by name, as a pseudonym. */
export const person = (name: string): string => createHash("sha256").update(`person ${name}`).digest("hex").slice(0, 32);

/** What a spec says of an event; everything else follows from the contract. */
export type Said = {
  readonly id?: string;
  readonly type: string;
  readonly on: string;
  /** The day it became known; the day it happened where it is left out. */
  readonly knownOn?: string;
  readonly corrects?: string;
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
    source: `urn:karnameh:${known.emitters[0]}:spec`,
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

/** Events as the log would hand them over, from a position on. */
export const textsOf = (events: readonly NewEvent[], after: bigint): Map<string, string> => {
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
  return new Map([...lines].map(([type, list]) => [type, list.join("\n")]));
};

/** A ledger in memory for specs: commits batches, rebuilds, and shows its tables. */
export type Ledger = {
  readonly database: Database;
  readonly connection: Connection;
  readonly catalogue: Catalogue;
  commit(events: readonly NewEvent[]): Promise<void>;
  rebuild(events: readonly NewEvent[]): Promise<void>;
  close(): void;
};

export const openLedger = async (only: readonly Cube[] = cubes): Promise<Ledger> => {
  const database = await openDatabase(":memory:");
  const connection = await database.connect();
  const catalogue = catalogueOf(only);
  await createModel(connection, catalogue, "spec");
  let head = 0n;
  const batchOf = (events: readonly NewEvent[]) => {
    const batch = { after: head, last: head + BigInt(events.length), texts: textsOf(events, head) };
    head = batch.last;
    return batch;
  };
  return {
    database,
    connection,
    catalogue,
    commit: (events) => commitBatch(connection, catalogue, batchOf(events)),
    async rebuild(events) {
      await connection.transaction(() => loadBatch([connection], catalogue, batchOf(events)));
      await bookAll(connection, catalogue);
    },
    close() {
      connection.close();
      database.close();
    },
  };
};
