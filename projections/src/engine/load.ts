import { type FactTable, factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { Connection } from "./database.ts";
import { childRows, factRows, keyColumn, lineStructure, unreadable } from "./fact-sql.ts";
import { type Catalogue, factTables } from "./model.ts";

/** The events of a stretch of the log as the port delivers them: one NDJSON text per event type. */
export type Texts = ReadonlyMap<string, string>;

const LINES = "unnest(string_split($1, chr(10)))";

const linesIn = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
};

const setAsideUnknown = (connection: Connection, type: string, text: string): Promise<number> =>
  connection.run(
    `insert into model.set_aside
     select (line->>'$.position')::bigint, $2, 'UNKNOWN_TYPE: this version has no contract of that name' from (select ${LINES} as line)`,
    [text, type],
  );

const loadType = async (connection: Connection, contract: EventContract, table: FactTable, text: string) => {
  // Kept in a table, because in a subquery DuckDB would parse the line anew for each column.
  await connection.run(
    `create or replace temp table staged as select e, ${unreadable(table, contract.version)} as reason
     from (select from_json(line, '${lineStructure(table)}') as e from (select ${LINES} as line))`,
    [text],
  );
  const read = await connection.run(`insert into fact.${table.table} ${factRows(table)}`);
  for (const child of table.children)
    await connection.run(`insert into fact.${child.table} ${childRows(table, child)}`);
  if (read < linesIn(text)) {
    await connection.run(
      `insert into model.set_aside select e.position, '${contract.type}', reason from staged where reason is not null`,
    );
  }
};

/**
 * Turns events into facts. What cannot be read is set aside with its position and reason.
 * Resolves to the tables in which facts began.
 * Runs inside the caller's transaction.
 */
export const loadFacts = async (
  connection: Connection,
  catalogue: Catalogue,
  texts: Texts,
): Promise<Set<string>> => {
  const changed = new Set<string>();
  const known = new Map(catalogue.contracts.map((contract) => [contract.type, contract]));
  for (const [type, text] of texts) {
    const contract = known.get(type);
    if (!contract) {
      await setAsideUnknown(connection, type, text);
      continue;
    }
    const table = factTable(contract);
    await loadType(connection, contract, table, text);
    for (const name of [table.table, ...table.children.map((child) => child.table)]) changed.add(name);
  }
  return changed;
};

/** Notes the last position of each day of knowledge after `after`. Runs inside the caller's transaction. */
export const noteKnownDays = async (
  connection: Connection,
  catalogue: Catalogue,
  after: bigint,
  began: ReadonlySet<string>,
): Promise<void> => {
  const days = factTables(catalogue)
    .filter(({ table }) => began.has(table))
    .map(({ table }) => `select known_on, position from fact.${table} where position > ${after}`);
  if (days.length === 0) return;
  await connection.run(`merge into model.known_day d
    using (
      select n.known_on, max(n.position) as last_position,
        (select max(r.period_to) from fact.release_published r where r.known_on < n.known_on) as released_to
      from (${days.join(" union all ")}) n group by n.known_on
    ) n
    on d.known_on = n.known_on
    when matched then update set last_position = n.last_position
    when not matched then insert values (n.known_on, n.last_position, n.released_to)`);
};

const noteCorrections = async (
  connection: Connection,
  contracts: readonly EventContract[],
  after: bigint,
): Promise<number> => {
  let noted = 0;
  for (const contract of contracts) {
    const isRetraction = contract.type === "EventRetracted";
    noted += await connection.run(
      `insert into model.correction
       select event_id, corrects, corrects, ${isRetraction ? "retracted_type" : `'${contract.type}'`}, position, known_on, ${isRetraction}
       from fact.${factTable(contract).table} where position > $1 and corrects is not null`,
      [after],
    );
  }
  // A correction of a correction is about the same event as the one it corrects.
  for (let changed = noted; changed > 0; ) {
    changed = await connection.run(
      `update model.correction c set about = earlier.about from model.correction earlier
       where c.position > $1 and earlier.event_id = c.about and earlier.position < c.position and earlier.about <> c.about`,
      [after],
    );
  }
  return noted;
};

/** What ends: the event each correction names, the one it is about, and earlier corrections about the same. */
const CLOSING = `create or replace temp table closing as
  with touched as (select * from model.correction where position > $1)
  select about as event_id, position as at, type from touched
  union
  select corrects, position, type from touched
  union
  select older.event_id, newer.position, newer.type from touched newer join model.correction older
    on older.about = newer.about and older.position < newer.position`;

/** Facts that came later than their correction end where they begin. */
const bornEnded = (arrived: readonly EventContract[]): string => `insert into closing
  select f.event_id, f.position, f.type from (
    ${arrived
      .map(
        (contract) =>
          `select event_id, position, '${contract.type}' as type from fact.${factTable(contract).table} where position > $1`,
      )
      .join(" union all ")}
  ) f join (
    select corrects as event_id, position from model.correction
    union all select about, position from model.correction
  ) c on c.event_id = f.event_id and c.position < f.position`;

const endFacts = async (connection: Connection, contract: EventContract): Promise<readonly string[]> => {
  const { table, children } = factTable(contract);
  const ended = await connection.keep(
    "ended",
    `select f.position, min(c.at) as at from fact.${table} f
     join closing c on c.event_id = f.event_id and c.type = '${contract.type}' and c.at < f.superseded_at and c.at >= f.position
     group by f.position`,
  );
  if (ended === 0) return [];
  const names = [table, ...children.map((child) => child.table)];
  for (const name of names) {
    await connection.run(
      `update fact.${name} f set superseded_at = ended.at from ended where f.position = ended.position`,
    );
  }
  return names;
};

/**
 * Ends the facts that an event after `after` corrected or retracted: at the position of that event, or at
 * their own if they came later than their correction. `began` names the tables with new facts. Resolves to the
 * tables in which facts ended. Runs inside the caller's transaction.
 */
export const closeFacts = async (
  connection: Connection,
  catalogue: Catalogue,
  after: bigint,
  began: ReadonlySet<string>,
): Promise<Set<string>> => {
  const arrived = catalogue.contracts.filter((contract) => began.has(factTable(contract).table));
  await noteCorrections(connection, arrived, after);
  const [{ corrections = 0 } = {}] = await connection.all(
    "select count(*) as corrections from model.correction",
  );
  if (corrections === 0) return new Set();
  await connection.run(CLOSING, [after]);
  if (arrived.length > 0) await connection.run(bornEnded(arrived), [after]);
  const types = new Set((await connection.all("select distinct type from closing")).map((row) => row.type));
  const ended = new Set<string>();
  for (const contract of catalogue.contracts) {
    if (!types.has(contract.type)) continue;
    for (const table of await endFacts(connection, contract)) ended.add(table);
  }
  return ended;
};

const noteRepeated = (contract: EventContract, after: bigint): string => {
  const { table, children } = factTable(contract);
  const key = keyColumn(contract);
  const names = [table, ...children.map((child) => child.table)].map((name) => `'${name}'`);
  return `insert into model.repeated select unnest([${names.join(", ")}]), '${key}'
    where not exists (from model.repeated where table_name = '${table}')
    and exists (from fact.${table} n join fact.${table} o
      on o."${key}" = n."${key}" and o.position < n.position and o.superseded_at > n.position
      where n.position > ${after})`;
};

/**
 * Notes the event types of which a thing has had more than one at a time. Of those the rules see the last
 * recorded; looking for it in the others would only cost time. Runs inside the caller's transaction.
 */
export const noteRepetitions = async (
  connection: Connection,
  catalogue: Catalogue,
  after: bigint,
  changed: ReadonlySet<string>,
): Promise<void> => {
  for (const contract of catalogue.contracts) {
    if (contract.repeats === true || !changed.has(factTable(contract).table)) continue;
    await connection.run(noteRepeated(contract, after));
  }
};
