import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { BatchTables } from "./batch-names.ts";
import { bytes, type Connection } from "./database.ts";
import { childRows, factRows } from "./fact-rows.ts";
import { lineStructure } from "./line-structure.ts";
import type { Catalogue } from "./model.ts";
import { dropSecondCopies } from "./second-copies.ts";
import { unreadable } from "./unreadable-sql.ts";
import type { Writer } from "./writer.ts";

/** The events of a range of the log as the port delivers them: one NDJSON text in UTF-8 per event type. */
export type Texts = ReadonlyMap<string, Uint8Array>;

const LINES = "unnest(string_split(decode($1::blob), chr(10)))";

const noteUnknownType = (connection: Connection, type: string, text: Uint8Array): Promise<number> =>
  connection.run(
    `insert into model.unprocessable_event
     select (line->>'$.position')::bigint, $2, 'UNKNOWN_TYPE: this version has no contract of that name' from (select ${LINES} as line)`,
    [bytes(text), type],
    ["model.unprocessable_event"],
  );

/** A query of the rows of a fact table, and the table of parsed lines that it reads. */
type FactRows = { readonly sql: string; readonly parsed: string };

/** Takes the rows of a fact table; resolves to their number. */
type InsertFacts = (table: string, rows: FactRows) => Promise<number>;

/** Where the facts of events go, and whether second copies may be among them. */
type FactSink = { readonly insertFacts: InsertFacts; readonly recordsOnce: boolean };

const parsedName = (table: string): string => `parsed_${table}`;
/** The temporary table of what a batch brought to a fact table. */
export const beganName = (table: string): string => `began_${table}`;
const endedName = (table: string): string => `ended_${table}`;

const parsedSql = (contract: EventContract): string => {
  const table = factTable(contract);
  return `select e, ${unreadable(table, contract.version)} as reason
    from (select from_json(line, '${lineStructure(table)}') as e from (select ${LINES} as line))`;
};

/** Resolves to the events that were loaded or not processable. */
const loadType = async (
  connection: Connection,
  contract: EventContract,
  text: Uint8Array,
  { insertFacts, recordsOnce }: FactSink,
): Promise<number> => {
  const table = factTable(contract);
  const parsed = parsedName(table.table);
  // Kept in a table, because in a subquery DuckDB would parse the line again for each column.
  let lines = await connection.keep(parsed, parsedSql(contract), [bytes(text)]);
  if (!recordsOnce) lines -= await dropSecondCopies(connection, parsed, table.table);
  const read = await insertFacts(table.table, { sql: factRows(table, parsed), parsed });
  for (const child of table.children)
    await insertFacts(child.table, { sql: childRows(table, child, parsed), parsed });
  if (read < lines)
    await connection.run(
      `insert into model.unprocessable_event select e.position, '${contract.type}', reason from ${parsed} where reason is not null`,
      [],
      ["model.unprocessable_event", parsed],
    );
  return lines;
};

const loadTexts = async (
  connection: Connection,
  { contracts }: Catalogue,
  texts: Texts,
  load: (contract: EventContract, text: Uint8Array) => Promise<number>,
): Promise<number> => {
  const known = new Map(contracts.map((contract) => [contract.type, contract]));
  let events = 0;
  for (const [type, text] of texts) {
    const contract = known.get(type);
    events += await (contract ? load(contract, text) : noteUnknownType(connection, type, text));
  }
  return events;
};

/**
 * Turns events into facts. What cannot be read is noted as unprocessable with its position and reason; second copies are
 * loaded too. Resolves to the number of events. Runs inside the caller's transaction.
 */
export const loadFacts = (connection: Connection, catalogue: Catalogue, texts: Texts): Promise<number> => {
  const insertFacts: InsertFacts = (table, { sql }) => connection.run(`insert into fact.${table} ${sql}`);
  return loadTexts(connection, catalogue, texts, (contract, text) =>
    loadType(connection, contract, text, { insertFacts, recordsOnce: true }),
  );
};

/** What a batch brought: the fact tables with new facts, and the events that were loaded or not processable. */
type Loaded = { readonly began: ReadonlySet<string>; readonly events: number };

/** Events as `arrived` has them, from the rows of their fact table. */
const arrivedFrom = (contract: EventContract, rows: string): string => {
  const isRetraction = contract.type === "EventRetracted";
  const corrected = isRetraction ? "retracted_type::varchar" : `'${contract.type}'`;
  return `select event_id, '${contract.type}' as type, position, known_on, corrects, ${corrected} as corrected_type,
    ${isRetraction} as is_retraction from ${rows}`;
};

/** The fact tables of a type: its own, and those of its nested lines. */
export const tableNames = (contract: EventContract): readonly string[] => {
  const { table, children } = factTable(contract);
  return [table, ...children.map((child) => child.table)];
};

/** The temporary tables of a type's fact tables, by these. */
export const batchTables = (contract: EventContract): ReadonlyMap<string, BatchTables> => {
  const names = tableNames(contract);
  const ended = endedName(names[0] ?? "");
  return new Map(names.map((name) => [name, { began: beganName(name), ended }] as const));
};

/** Makes the temporary tables in which a writer keeps the envelopes of a batch and what it corrects. */
export const declareEnvelopes = async (writer: Writer, { contracts }: Catalogue): Promise<void> => {
  const [any] = contracts;
  if (any)
    await writer.declare("arrived", arrivedFrom(any, `fact.${factTable(any).table}`), [
      `fact.${factTable(any).table}`,
    ]);
  await writer.declare("closing", CLOSING, [CORRECTIONS], [0n]);
};

/** Makes the temporary tables in which a writer keeps the events of one type. */
export const declareType = async (writer: Writer, contract: EventContract): Promise<void> => {
  const table = factTable(contract);
  const parsed = parsedName(table.table);
  await writer.declare(parsed, parsedSql(contract), [], [bytes(new Uint8Array())]);
  await writer.declare(beganName(table.table), factRows(table, parsed), [parsed]);
  for (const child of table.children)
    await writer.declare(beganName(child.table), childRows(table, child, parsed), [parsed]);
  await writer.declare(endedName(table.table), endedSql(contract), [`fact.${table.table}`, "closing"]);
};

/** Lets a rebuild find every event in `arrived`, where a batch has its own. */
export const allArrived = async (connection: Connection, { contracts }: Catalogue): Promise<void> => {
  const all = contracts.map((contract) => arrivedFrom(contract, `fact.${factTable(contract).table}`));
  await connection.run(`create or replace temp view arrived as ${all.join(" union all ")}`);
};

/**
 * Turns the events of a batch into facts as `loadFacts` does, and keeps them separately too: those of each type in a
 * temporary table like its fact table, their envelopes in `arrived`. Where the log may hold an event twice, only
 * its first copy that can be read becomes a fact.
 */
export const loadBatchFacts = async (
  writer: Writer,
  catalogue: Catalogue,
  { texts, recordsOnce = true }: { readonly texts: Texts; readonly recordsOnce?: boolean },
): Promise<Loaded> => {
  const began = new Set<string>();
  const insertFacts: InsertFacts = async (table, { sql }) => {
    const found = await writer.keep(beganName(table), sql);
    if (found === 0) return 0;
    began.add(table);
    const rows = beganName(table);
    return writer.run(`insert into fact.${table} from ${rows}`, [], [`fact.${table}`, rows]);
  };
  const events = await loadTexts(writer, catalogue, texts, async (contract, text) => {
    const { table } = factTable(contract);
    const loaded = await loadType(writer, contract, text, { insertFacts, recordsOnce });
    if (began.has(table))
      await writer.add("arrived", arrivedFrom(contract, beganName(table)), [], [beganName(table)]);
    return loaded;
  });
  return { began, events };
};

/** Notes the last position of each known day that arrived. Runs inside the caller's transaction. */
export const noteKnownDays = (connection: Connection): Promise<number> =>
  connection.run(
    `merge into model.known_day d
    using (
      select n.known_on, max(n.position) as last_position,
        (select max(r.period_to) from fact.release_published r where r.known_on < n.known_on) as released_to
      from arrived n group by n.known_on
    ) n
    on d.known_on = n.known_on
    when matched then update set last_position = n.last_position
    when not matched then insert values (n.known_on, n.last_position, n.released_to)`,
    [],
    ["model.known_day", "arrived", "fact.release_published"],
  );

/** The table of corrections and retractions. */
const CORRECTIONS = "model.correction";

const noteCorrections = async (connection: Connection, after: bigint): Promise<void> => {
  let changed = await connection.run(
    `insert into model.correction
    select event_id, corrects, corrects, corrected_type, position, known_on, is_retraction
    from arrived where corrects is not null`,
    [],
    [CORRECTIONS, "arrived"],
  );
  // A correction of a correction is about the same event as the one it corrects.
  while (changed > 0) {
    changed = await connection.run(
      `update model.correction c set about = earlier.about from model.correction earlier
       where c.position > $1::bigint and earlier.event_id = c.about and earlier.position < c.position and earlier.about <> c.about`,
      [after],
      [CORRECTIONS],
    );
  }
};

/** What ends: the event each correction names, the one it is about, and earlier corrections about the same. */
const CLOSING = `with touched as (select * from model.correction where position > $1::bigint)
  select about as event_id, position as at, type from touched
  union
  select corrects, position, type from touched
  union
  select older.event_id, newer.position, newer.type from touched newer join model.correction older
    on older.about = newer.about and older.position < newer.position`;

/** Facts that came later than their correction end where they begin. */
const BORN_ENDED = `select a.event_id, a.position, a.type from arrived a join (
    select corrects as event_id, position from model.correction
    union all select about, position from model.correction
  ) c on c.event_id = a.event_id and c.position < a.position`;

const endedSql = (contract: EventContract): string =>
  `select f.position, min(c.at) as at from fact.${factTable(contract).table} f
   join closing c on c.event_id = f.event_id and c.type = '${contract.type}' and c.at < f.superseded_position and c.at >= f.position
   group by f.position`;

const endFacts = async (connection: Connection, contract: EventContract): Promise<readonly string[]> => {
  const ended = endedName(factTable(contract).table);
  if ((await connection.keep(ended, endedSql(contract))) === 0) return [];
  const names = tableNames(contract);
  for (const name of names) {
    await connection.run(
      `update fact.${name} f set superseded_position = e.at from ${ended} e where f.position = e.position`,
      [],
      [`fact.${name}`, ended],
    );
  }
  return names;
};

/**
 * Ends the facts that an event after `after` corrected or retracted: at the position of that event, or at their
 * own if they came later than their correction. Resolves to the fact tables in which facts ended. Runs inside the caller's transaction, after the events were put in `arrived`.
 */
export const closeFacts = async (
  connection: Connection,
  contracts: Iterable<EventContract>,
  after: bigint,
): Promise<ReadonlySet<string>> => {
  await noteCorrections(connection, after);
  const ended = new Set<string>();
  const corrections = await connection.all("select 1 as one from model.correction limit 1");
  if (corrections.length === 0) return ended;
  await connection.keep("closing", CLOSING, [after]);
  await connection.add("closing", BORN_ENDED, [], [CORRECTIONS, "arrived"]);
  const types = new Set((await connection.all("select distinct type from closing")).map((row) => row.type));
  for (const contract of contracts) {
    if (!types.has(contract.type)) continue;
    for (const name of await endFacts(connection, contract)) ended.add(name);
  }
  return ended;
};
