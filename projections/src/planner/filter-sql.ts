import { specialCodes } from "@karnameh/schema/codelist";
import { codelist } from "@karnameh/schema/codelists";
import { dimension } from "../engine/dimensions.ts";
import { dimensionType } from "../engine/model.ts";
import { literal } from "../engine/sql-text.ts";
import type { Filter } from "./observation-query.ts";

/** A code as a value of its enumeration: compared with a text, every row would first be made a text. */
export const codeSql = (id: string, code: string): string => `${literal(code)}::${dimensionType(id)}`;

/** The most codes of which each has a bit of its own in a number. */
const MAX_BIT_CODES = 63;

/**
 * Whether a column holds one of the values of a filter. DuckDB joins with the list of an `in`; of a list whose codes fit
 * into a number it is quicker to look at the bit of each.
 */
export const filterSql = (column: string, { dimension: id, values }: Filter): string => {
  const [only, ...others] = values;
  if (only === undefined) return "false";
  if (others.length === 0) return `${column} = ${codeSql(id, only)}`;
  const list = dimension(id).codelist;
  const count = codelist(list ?? "")?.codes.length;
  if (count === undefined || count + specialCodes.length > MAX_BIT_CODES)
    return `${column} in (${values.map((value) => codeSql(id, value)).join(", ")})`;
  const mask = values.map((value) => `(1::ubigint << enum_code(${codeSql(id, value)}))`).join(" | ");
  return `((${mask}) >> enum_code(${column})) & 1 = 1`;
};

/** The conditions of filters on the cells `b`. */
export const filtersSql = (where: readonly Filter[]): string[] =>
  where.map((filter) => filterSql(`b."${filter.dimension}"`, filter));
