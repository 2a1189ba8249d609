import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { bytes, type Connection } from "./database.ts";
import { childRows, factRows, keyColumn, lineStructure, unreadable } from "./fact-sql.ts";
import type { Catalogue } from "./model.ts";
import type { BatchTables } from "./scope.ts";
import { dropSecondCopies } from "./second-copies.ts";
import type { Writer } from "./writer.ts";

/** The events of a stretch of the log as the port delivers them: one NDJSON text in UTF-8 per event type. */
export type Texts = ReadonlyMap<string, Uint8Array>;

const LINES = "unnest(string_split(decode($1::blob), chr(10)))";

const setAsideUnknown = (connection: Connection, type: string, text: Uint8Array): Promise<number> =>
  connection.run(
    `insert into model.unprocessable_event
     select (line->>'$.position')::bigint, $2, 'UNKNOWN_TYPE: this version has no contract of that name' from (select ${LINES} as line)`,
    [bytes(text), type],
  );

/** Takes the rows of a fact table from a query; resolves to their number. */
type Land = (table: string, rows: string) => Promise<number>;

/** How events are landed: where to, and whether second copies may be among them. */
type Landing = { readonly land: Land; readonly recordsOnce: boolean };

const stagedName = (table: string): string => `staged_${table}`;
const beganName = (table: string): string => `began_${table}`;
const endedName = (table: string): string => `ended_${table}`;

const stagedSql = (contract: EventContract): string => {
  const table = factTable(contract);
  return `select e, ${unreadable(table, contract.version)} as reason
    from (select from_json(line, '${lineStructure(table)}') as e from (select ${LINES} as line))`;
};

/** Resolves to the events that were landed or set aside. */
const loadType = async (
  connection: Connection,
  contract: EventContract,
  text: Uint8Array,
  { land, recordsOnce }: Landing,
): Promise<number> => {
  const table = factTable(contract);
  const staged = stagedName(table.table);
  // Kept in a table, because in a subquery DuckDB would parse the line anew for each column.
  let lines = await connection.keep(staged, stagedSql(contract), [bytes(text)]);
  if (!recordsOnce) lines -= await dropSecondCopies(connection, staged, table.table);
  const read = await land(table.table, factRows(table, staged));
  for (const child of table.children) await land(child.table, childRows(table, child, staged));
  if (read < lines)
    await connection.run(
      `insert into model.unprocessable_event select e.position, '${contract.type}', reason from ${staged} where reason is not null`,
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
    events += await (contract ? load(contract, text) : setAsideUnknown(connection, type, text));
  }
  return events;
};

/**
 * Turns events into facts. What cannot be read is set aside with its position and reason; second copies are
 * landed too. Resolves to the number of events. Runs inside the caller's transaction.
 */
export const loadFacts = (connection: Connection, catalogue: Catalogue, texts: Texts): Promise<number> => {
  const land: Land = (table, rows) => connection.run(`insert into fact.${table} ${rows}`);
  return loadTexts(connection, catalogue, texts, (contract, text) =>
    loadType(connection, contract, text, { land, recordsOnce: true }),
  );
};

/** What a batch brought: the fact tables with new facts, and the events that were landed or set aside. */
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
  if (any) await writer.declare("arrived", arrivedFrom(any, `fact.${factTable(any).table}`));
  await writer.declare("closing", CLOSING, [0n]);
};

/** Makes the temporary tables in which a writer keeps the events of one type. */
export const declareType = async (writer: Writer, contract: EventContract): Promise<void> => {
  const table = factTable(contract);
  const staged = stagedName(table.table);
  await writer.declare(staged, stagedSql(contract), [bytes(new Uint8Array())]);
  await writer.declare(beganName(table.table), factRows(table, staged));
  for (const child of table.children)
    await writer.declare(beganName(child.table), childRows(table, child, staged));
  await writer.declare(endedName(table.table), endedSql(contract));
};

/** Lets a rebuild find every event in `arrived`, where a batch has its own. */
export const allArrived = async (connection: Connection, { contracts }: Catalogue): Promise<void> => {
  const all = contracts.map((contract) => arrivedFrom(contract, `fact.${factTable(contract).table}`));
  await connection.run(`create or replace temp view arrived as ${all.join(" union all ")}`);
};

/**
 * Turns the events of a batch into facts as `loadFacts` does, and keeps them apart too: those of each type in a
 * temporary table like its fact table, their envelopes in `arrived`. Where the log may hold an event twice, only
 * its first copy that can be read becomes a fact.
 */
export const loadBatchFacts = async (
  writer: Writer,
  catalogue: Catalogue,
  { texts, recordsOnce = true }: { readonly texts: Texts; readonly recordsOnce?: boolean },
): Promise<Loaded> => {
  const began = new Set<string>();
  const land: Land = async (table, rows) => {
    const found = await writer.keep(beganName(table), rows);
    if (found === 0) return 0;
    began.add(table);
    return writer.run(`insert into fact.${table} from ${beganName(table)}`);
  };
  const events = await loadTexts(writer, catalogue, texts, async (contract, text) => {
    const { table } = factTable(contract);
    const loaded = await loadType(writer, contract, text, { land, recordsOnce });
    if (began.has(table)) await writer.add("arrived", arrivedFrom(contract, beganName(table)));
    return loaded;
  });
  return { began, events };
};

/** Notes the last position of each day of knowledge that arrived. Runs inside the caller's transaction. */
export const noteKnownDays = (connection: Connection): Promise<number> =>
  connection.run(`merge into model.known_day d
    using (
      select n.known_on, max(n.position) as last_position,
        (select max(r.period_to) from fact.release_published r where r.known_on < n.known_on) as released_to
      from arrived n group by n.known_on
    ) n
    on d.known_on = n.known_on
    when matched then update set last_position = n.last_position
    when not matched then insert values (n.known_on, n.last_position, n.released_to)`);

const noteCorrections = async (connection: Connection, after: bigint): Promise<void> => {
  let changed = await connection.run(`insert into model.correction
    select event_id, corrects, corrects, corrected_type, position, known_on, is_retraction
    from arrived where corrects is not null`);
  // A correction of a correction is about the same event as the one it corrects.
  while (changed > 0) {
    changed = await connection.run(
      `update model.correction c set about = earlier.about from model.correction earlier
       where c.position > $1::bigint and earlier.event_id = c.about and earlier.position < c.position and earlier.about <> c.about`,
      [after],
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
  await connection.add("closing", BORN_ENDED);
  const types = new Set((await connection.all("select distinct type from closing")).map((row) => row.type));
  for (const contract of contracts) {
    if (!types.has(contract.type)) continue;
    for (const name of await endFacts(connection, contract)) ended.add(name);
  }
  return ended;
};

const noteRepeated = (contract: EventContract, began: string): string => {
  const { table } = factTable(contract);
  const key = keyColumn(contract);
  const names = tableNames(contract).map((name) => `'${name}'`);
  return `insert into model.repeated select unnest([${names.join(", ")}]), '${key}'
    where not exists (from model.repeated where table_name = '${table}')
    and exists (from ${began} n join fact.${table} o
      on o."${key}" = n."${key}" and o.position < n.position and o.superseded_position > n.position)`;
};

/**
 * Notes the event types of which a thing has had more than one at a time. Of those the rules see the last
 * recorded; looking for it in the others would only cost time. `began` are the fact tables with new facts, and
 * `from` tells where to find these. Runs inside the caller's transaction.
 */
export const noteRepetitions = async (
  connection: Connection,
  catalogue: Catalogue,
  began: ReadonlySet<string>,
  from: (table: string) => string = beganName,
): Promise<void> => {
  const known = await connection.all("select distinct table_name as name from model.repeated");
  const noted = new Set(known.map(({ name }) => name));
  for (const contract of catalogue.contracts) {
    const { table } = factTable(contract);
    if (contract.repeats === true || !began.has(table) || noted.has(table)) continue;
    await connection.run(noteRepeated(contract, from(table)));
  }
};
