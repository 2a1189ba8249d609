import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import type { Connection } from "./database.ts";
import { beganName, tableNames } from "./load.ts";
import type { Catalogue } from "./model.ts";
import type { Repeated } from "./reads-sql.ts";
import { keyColumn } from "./thing-keys.ts";

const REPEATED = "model.repeated";

/** The tables in which a thing has had more than one fact at a time. */
export const repeatedIn = async (connection: Connection): Promise<Repeated> =>
  new Map(
    (await connection.all(`select table_name, key_column from ${REPEATED}`)).map((row) => [
      String(row.table_name),
      String(row.key_column),
    ]),
  );

const repeatedSql = (contract: EventContract, began: string): string => {
  const { table } = factTable(contract);
  const key = keyColumn(contract);
  const names = tableNames(contract).map((name) => `'${name}'`);
  return `insert into ${REPEATED} select unnest([${names.join(", ")}]), '${key}'
    where not exists (from ${REPEATED} where table_name = '${table}')
    and exists (from ${began} n join fact.${table} o
      on o."${key}" = n."${key}" and o.position < n.position and o.superseded_position > n.position)`;
};

/**
 * Notes the event types of which a thing has had more than one at a time. Of those the rules see the last recorded;
 * looking for it in the others would only cost time. `began` are the fact tables with new facts, and `from` names where
 * to find these. Runs inside the caller's transaction.
 */
export const noteRepetitions = async (
  connection: Connection,
  catalogue: Catalogue,
  began: ReadonlySet<string>,
  from: (table: string) => string = beganName,
): Promise<void> => {
  const known = await connection.all(`select distinct table_name as name from ${REPEATED}`);
  const noted = new Set(known.map(({ name }) => name));
  for (const contract of catalogue.contracts) {
    const { table } = factTable(contract);
    if (contract.repeats === true || !began.has(table) || noted.has(table)) continue;
    const facts = from(table);
    await connection.run(repeatedSql(contract, facts), [], [REPEATED, facts, `fact.${table}`]);
  }
};
