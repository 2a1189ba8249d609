import type { Cube } from "../engine/cube.ts";
import { dimension } from "../engine/dimensions.ts";
import { type Indicator, type Operand, operands } from "../engine/indicator.ts";
import { type CellQuery, cellTable } from "./cell-query.ts";
import { QueryError } from "./observation-query.ts";
import type { Read } from "./pool.ts";
import { cellConditions } from "./segment-sums-sql.ts";

/** Whether a query may mix several values of a dimension in one number. */
const mixesValues = ({ by, where }: CellQuery, id: string): boolean =>
  !by.includes(id) && where.find((filter) => filter.dimension === id)?.values.length !== 1;

/** The values of a dimension that are not zero in the cells of the query. */
const valuesIn = async (
  read: Read,
  cube: Cube,
  { id, measured, query }: { id: string; measured: readonly Operand[]; query: CellQuery },
): Promise<readonly string[]> => {
  const isFilled = measured.map(({ measure }) => `sum(b."${measure}") <> 0`).join(" or ");
  const rows = await read(`select b."${id}"::varchar as code from ${cellTable(cube, query.asOf)} b
    where ${cellConditions(cube, query, false)} group by all having ${isFilled} order by code`);
  return rows.map(({ code }) => String(code));
};

/**
 * Rejects a query that would add, or draw as one line, the values of a non-additive dimension of a cube: where there are several,
 * the query filters one of them or groups by the dimension. Throws QueryError.
 */
export const checkAdditivity = async (
  read: Read,
  { code, formula }: Indicator,
  query: CellQuery,
): Promise<void> => {
  const all = operands(formula);
  for (const cube of new Set(all.map((operand) => operand.cube)))
    for (const id of (cube.nonAdditive ?? []).filter((each) => mixesValues(query, each))) {
      const measured = all.filter((operand) => operand.cube === cube);
      const values = await valuesIn(read, cube, { id, measured, query });
      if (values.length < 2) continue;
      throw new QueryError(
        "AMBIGUOUS",
        `'${code}' rests here on ${values.length} values of '${id}' (${dimension(id).title.en}), which are not added: ${values.slice(0, 5).join(", ")}.`,
        `Break it down by '${id}', or filter it to one.`,
      );
    }
};
