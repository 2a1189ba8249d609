import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import { compareFigures } from "../claims/compare-figures.ts";
import { findMisprints } from "../claims/find-misprints.ts";
import { findInconsistencies } from "../claims/findings.ts";
import { literal } from "../engine/sql-text.ts";
import { claimOf, claimsAt } from "./claim-sql.ts";
import type { Page, PageRequest } from "./page.ts";
import { countRows, type Pool } from "./pool.ts";
import { readClaimInputs } from "./read-claim-inputs.ts";

/** The reported figures as they are now, in the order of their ids; `search` looks in id, measure and subject. */
export const listFigures = async (
  pool: Pool,
  page: PageRequest,
  search?: string,
): Promise<Page<ClaimRow>> => {
  const where =
    search === undefined
      ? ""
      : `where contains(lower(concat_ws(' ', figure_id, measure, subject_fa, subject_en)), lower(${literal(search)}))`;
  const sql = `select * from (${claimsAt()}) ${where}`;
  const rows = await pool.all(`${sql} order by figure_id limit ${page.first} offset ${page.after}`);
  return { total: await countRows(pool, sql), items: rows.map(claimOf) };
};

/** The claims that contradict each other, the most severe first. Misprints are searched for only when they are read. */
export const listInconsistencies = async (pool: Pool, page: PageRequest): Promise<Page<InconsistencyRow>> => {
  const findings = findInconsistencies(await readClaimInputs(pool));
  const items = findings.slice(page.after, page.after + page.first).map(
    (finding): InconsistencyRow => ({
      ...finding,
      get hypotheses() {
        return findMisprints(finding);
      },
    }),
  );
  return { total: findings.length, items };
};

/** The value of each declared quotient of two figures, in the order of the relations. */
export const listComparisons = async (pool: Pool, page: PageRequest): Promise<Page<ComparisonRow>> => {
  const comparisons = compareFigures(await readClaimInputs(pool));
  return { total: comparisons.length, items: comparisons.slice(page.after, page.after + page.first) };
};
