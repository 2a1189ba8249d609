import type { Row } from "../engine/database.ts";
import { AMOUNT_NAMES, type CellQuery } from "./cell-query.ts";

/**
 * The level of a stock at the end of each period of the query, in each group that ever moved: the sum of its movements
 * up to then. It rests on what is simulated once one of them does. Movements of 5 in 1399 and −2 in 1402 make, for the years 1400 to
 * 1402, the levels 5, 5 and 3.
 */
export const levelsOf = (rows: readonly Row[], { by, first, last }: CellQuery): Row[] => {
  const groups = Map.groupBy(rows, (row) => by.map((id) => String(row[id])).join("\u0000"));
  return [...groups.values()].flatMap((movements) => {
    const byPeriod = new Map(movements.map((row) => [Number(row.period), row]));
    const [any = {}] = movements;
    const amounts = AMOUNT_NAMES.filter((name) => name in any);
    let level: Row = { ...any, ...Object.fromEntries(amounts.map((name) => [name, 0])), synthetic: false };
    const add = (period: number): Row => {
      const movement = byPeriod.get(period);
      const sums = amounts.map((name) => [name, Number(level[name]) + Number(movement?.[name] ?? 0)]);
      level = {
        ...level,
        ...Object.fromEntries(sums),
        period,
        synthetic: level.synthetic === true || movement?.synthetic === true,
      };
      return level;
    };
    add(first - 1);
    return Array.from({ length: last - first + 1 }, (_, index) => add(first + index));
  });
};
