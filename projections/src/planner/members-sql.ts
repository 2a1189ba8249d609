import { UNKNOWN } from "@karnameh/schema/codelist";
import type { Formula } from "../engine/indicator.ts";
import { type CellQuery, type CubeQuery, periodColumnOf } from "./cell-query.ts";
import { cellKeySql, groupColumnsSql, segmentSumsSql } from "./segment-sums-sql.ts";

/**
 * The members of a dimension in each period and group: how many there are, and the mean of how many reaches `atLeast`. From the cells
 *
 * | segment | provider | points | votes |
 * | --- | --- | --- | --- |
 * | 3600 (in 1402) | STATE_CENTRE | 9 | 2 |
 * | 3600 (in 1402) | PRIVATE_SCHOOL | 4 | 2 |
 *
 * it gives for points per vote of at least 4 `{ period: 1402, numerator: 1, denominator: 2, synthetic: false }`.
 */
export const membersQuery = (
  { of, over, under, atLeast }: Extract<Formula, { kind: "members" }>,
  query: CellQuery,
): CubeQuery => {
  const key = cellKeySql(query);
  const columns = [...new Set([...query.by, of])];
  const amounts = [
    { name: "total", operand: over },
    { name: "cases", operand: under },
  ];
  const sql = `with member as (
      select s.${periodColumnOf(query)} as period${groupColumnsSql(query.by)}, b."${of}" as member, sum(b.total) as total, sum(b.cases) as cases, bool_or(b.synthetic) as is_synthetic
      from ${segmentSumsSql(over.cube, amounts, query, { columns, isStock: false })} b join model.segment s using (segment)
      group by all having sum(b.cases) > 0
    )
    select ${key}, (count(*) filter (where total >= ${atLeast} * cases))::double as numerator, count(*)::double as denominator, bool_or(is_synthetic) as synthetic
    from member where member::varchar <> '${UNKNOWN}' group by ${key}`;
  return { amounts: ["numerator", "denominator"], sql };
};
