import { factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { contracts } from "@karnameh/schema/contracts";
import { columnName } from "./fact-tables.ts";

/** The column that names the thing an event of this type is about: the key of its stream. */
export const keyColumn = (contract: EventContract): string => {
  const column = factTable(contract).columns.find(({ path }) => path[0] === contract.stream.key);
  if (!column)
    throw new RangeError(`${contract.type} has no column for its stream's key ${contract.stream.key}`);
  return columnName(column);
};

const singles = contracts.filter((contract) => contract.repeats !== true);

/** The keys of the fact tables that hold one visible fact of a thing: table → column. */
export const singleKeys: ReadonlyMap<string, string> = new Map(
  singles.map((contract) => [factTable(contract).table, keyColumn(contract)] as const),
);

/** The same of those tables and of the tables of their nested lines. */
export const thingKeys: ReadonlyMap<string, string> = new Map(
  singles.flatMap((contract) => {
    const { table, children } = factTable(contract);
    return [table, ...children.map((child) => child.table)].map(
      (name) => [name, keyColumn(contract)] as const,
    );
  }),
);
