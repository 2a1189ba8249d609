import type { Cube } from "../engine/cube.ts";
import { dimension } from "../engine/dimensions.ts";
import { type Indicator, type Operand, operands } from "../engine/indicator.ts";
import { type CellQuestion, conditions, source } from "./cells.ts";
import { QueryError } from "./observation-query.ts";
import type { Read } from "./pool.ts";

const mixes = ({ by, where }: CellQuestion, id: string): boolean =>
  !by.includes(id) && where.find((filter) => filter.dimension === id)?.values.length !== 1;

/** The values of a dimension for which there is something in the cells that are asked for. */
const valuesIn = async (
  read: Read,
  cube: Cube,
  { id, own, cells }: { id: string; own: readonly Operand[]; cells: CellQuestion },
): Promise<readonly string[]> => {
  const isThere = own.map(({ measure }) => `sum(b."${measure}") <> 0`).join(" or ");
  const rows = await read(`select b."${id}"::varchar as code from ${source(cube, cells.asOf)} b
    where ${conditions(cube, cells, false)} group by all having ${isThere} order by code`);
  return rows.map(({ code }) => String(code));
};

/**
 * Refuses to add, or to draw as one line, what a cube keeps apart: where there are several values of such a dimension, the
 * question is cut to one of them or broken down by it.
 */
export const checkAdditivity = async (
  read: Read,
  { code, formula }: Indicator,
  cells: CellQuestion,
): Promise<void> => {
  const all = operands(formula);
  for (const cube of new Set(all.map((operand) => operand.cube)))
    for (const id of (cube.apart ?? []).filter((each) => mixes(cells, each))) {
      const own = all.filter((operand) => operand.cube === cube);
      const values = await valuesIn(read, cube, { id, own, cells });
      if (values.length < 2) continue;
      throw new QueryError(
        "AMBIGUOUS",
        `'${code}' rests here on ${values.length} values of '${id}' (${dimension(id).title.en}), which are not added: ${values.slice(0, 5).join(", ")}.`,
        `Break it down by '${id}', or filter it to one.`,
      );
    }
};
