import { specialCodes } from "@karnameh/schema/codelist";
import { codelist } from "@karnameh/schema/codelists";
import type { Text } from "@karnameh/schema/text";
import { dimension } from "../engine/dimensions.ts";
import { factsAsOf } from "../engine/visible-facts-sql.ts";
import { literals, type Pool } from "./pool.ts";

/** Where the open names of a dimension are defined: a fact table and its column of codes. */
const NAME_TABLES: Readonly<Record<string, { readonly table: string; readonly column: string }>> = {
  organisation: { table: "establishment_registered", column: "organisation_id" },
  body: { table: "body_constituted", column: "body_id" },
};

/** The names that facts give; one that has none is called by its code. */
const namesFromFacts = async (
  pool: Pool,
  id: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Text>> => {
  const { table, column } = NAME_TABLES[id] ?? {};
  if (table === undefined || codes.length === 0) return new Map();
  const rows = await pool.all(
    `select ${column} as code, arg_max(name_fa, position) as fa, arg_max(name_en, position) as en
     from ${factsAsOf(table)} where ${column} in ${literals(codes)} group by ${column}`,
  );
  return new Map(
    rows.map((row) => [String(row.code), { fa: String(row.fa), en: String(row.en ?? row.fa) }] as const),
  );
};

/** Code lists of dimensions with open names, most of which are codes of a list. */
const NAME_LISTS: Readonly<Record<string, string>> = {
  country: "CL_COUNTRY",
  organisation: "CL_ORGANISATION",
};

/** The labels of a dimension's values, in their order. */
export const labelsOf = async (
  pool: Pool,
  id: string,
  codes: readonly string[],
): Promise<readonly Text[]> => {
  const list = NAME_LISTS[id] ?? dimension(id).codelist;
  const listed = new Map(
    [...specialCodes, ...(codelist(list ?? "")?.codes ?? [])].map(({ code, title }) => [code, title]),
  );
  const named = await namesFromFacts(pool, id, codes);
  return codes.map((code) => named.get(code) ?? listed.get(code) ?? { fa: code, en: code });
};
