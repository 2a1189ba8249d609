import type { Formula } from "../engine/indicator.ts";
import { literal } from "../engine/sql-text.ts";
import { type CellQuery, type CubeQuery, periodColumnOf } from "./cell-query.ts";
import { cellKeySql, groupColumnsSql, segmentSumsSql } from "./segment-sums-sql.ts";

/**
 * The smallest duration by which the share `q` of all cases ends, after Kaplan and Meier: at each duration, of those who lasted so long,
 * the share that did not end then; the product of these is the share that lasts longer. Whoever is open at a duration was still at
 * risk there. An open case without a day on which it began lasted as long as its bin, as far as is known. From the cells
 *
 * | segment | bin | opened_day_no | cases | open_cases |
 * | --- | --- | --- | --- | --- |
 * | 3600 (in 1402) | 10 | -1 | 1 | 0 |
 * | 3600 (in 1402) | 30 | -1 | 1 | 1 |
 *
 * it gives for q = 0.5 `{ period: 1402, quantile: 10, denominator: 2, synthetic: false }`: at 10 days one of two ended. For q = 0.6 the
 * quantile is null: nobody knows when the open case will end.
 */
export const survivalQuery = (
  { of, open, q }: Extract<Formula, { kind: "survival" }>,
  query: CellQuery,
): CubeQuery => {
  const key = cellKeySql(query);
  const columns = [...query.by, "bin", "opened_day_no"];
  const amounts = [
    { name: "cases", operand: of },
    { name: "open_cases", operand: open },
  ];
  const sql = `with counted as (
      select s.${periodColumnOf(query)} as period${groupColumnsSql(query.by)}, b.bin, b.opened_day_no, sum(b.cases) - sum(coalesce(b.open_cases, 0)) as ended,
        sum(coalesce(b.open_cases, 0)) as open, bool_or(b.synthetic) as is_synthetic
      from ${segmentSumsSql(of.cube, amounts, query, { columns, isStock: false })} b join model.segment s using (segment)
      group by all
    ),
    lasted as (
      select * exclude (bin, opened_day_no), case when open > 0 and opened_day_no >= 0 then date ${literal(query.on)} - date '1970-01-01' - opened_day_no else bin end as lasted
      from counted where ended > 0 or open > 0
    ),
    at_risk as (
      select ${key}, lasted, sum(ended) as ended, bool_or(is_synthetic) as is_synthetic,
        sum(sum(ended + open)) over (partition by ${key} order by lasted desc) as staying
      from lasted where lasted >= 0 group by ${key}, lasted
    ),
    curve as (
      select *, product(1 - ended / staying) over (partition by ${key} order by lasted) as share_longer from at_risk
    )
    select ${key}, (min(lasted) filter (where share_longer <= ${1 - q} + 1e-9))::double as quantile, max(staying)::double as denominator, bool_or(is_synthetic) as synthetic
    from curve group by ${key}`;
  return { amounts: ["quantile", "denominator"], sql };
};
