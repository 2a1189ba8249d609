import type { Row } from "../engine/database.ts";
import type { CellQuestion } from "./cells.ts";

/** Columns of a row that are amounts: `a0`, `a1` and so on. */
const isAmount = (name: string): boolean => /^a\d+$/.test(name);

/**
 * The level of a stock at the end of each period asked for, in each group that ever moved: the sum of its movements
 * up to then. It rests on what is simulated once one of them does.
 */
export const levelsOf = (rows: readonly Row[], { by, first, last }: CellQuestion): Row[] => {
  const groups = Map.groupBy(rows, (row) => by.map((id) => String(row[id])).join("\u0000"));
  return [...groups.values()].flatMap((moves) => {
    const byPeriod = new Map(moves.map((row) => [Number(row.period), row]));
    const [any = {}] = moves;
    const amounts = Object.keys(any).filter(isAmount);
    let level: Row = { ...any, ...Object.fromEntries(amounts.map((name) => [name, 0])), synthetic: false };
    const add = (period: number): Row => {
      const move = byPeriod.get(period);
      const added = amounts.map((name) => [name, Number(level[name]) + Number(move?.[name] ?? 0)]);
      level = {
        ...level,
        ...Object.fromEntries(added),
        period,
        synthetic: level.synthetic === true || move?.synthetic === true,
      };
      return level;
    };
    add(first - 1);
    return Array.from({ length: last - first + 1 }, (_, index) => add(first + index));
  });
};
