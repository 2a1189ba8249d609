import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import { compareFigures } from "../claims/compare-figures.ts";
import { findMisprints } from "../claims/find-misprints.ts";
import { findInconsistencies } from "../claims/findings.ts";
import { FOREVER } from "../engine/fact-sql.ts";
import { both, text } from "./cell-values.ts";
import { claimOf, claimsAt } from "./claim-sql.ts";
import type { Page, PageRequest } from "./page.ts";
import { literal, type Pool } from "./pool.ts";
import { readClaimInputs } from "./read-claim-inputs.ts";
import type { ReleaseRow } from "./releases.ts";

const CURRENT = `superseded_position = ${FOREVER}`;

const total = async (pool: Pool, sql: string): Promise<number> =>
  Number((await pool.all(`select count(*) as n from (${sql})`))[0]?.n ?? 0);

/** The reported figures as they stand, in the order of their ids; `search` looks in id, measure and subject. */
export const listFigures = async (
  pool: Pool,
  slice: PageRequest,
  search?: string,
): Promise<Page<ClaimRow>> => {
  const wanted =
    search === undefined
      ? ""
      : `where contains(lower(concat_ws(' ', figure_id, measure, subject_fa, subject_en)), lower(${literal(search)}))`;
  const sql = `select * from (${claimsAt()}) ${wanted}`;
  const rows = await pool.all(`${sql} order by figure_id limit ${slice.first} offset ${slice.after}`);
  return { total: await total(pool, sql), items: rows.map(claimOf) };
};

/** What is stated and does not agree, the gravest first. Misprints are sought only when they are read. */
export const listInconsistencies = async (
  pool: Pool,
  slice: PageRequest,
): Promise<Page<InconsistencyRow>> => {
  const found = findInconsistencies(await readClaimInputs(pool));
  const items = found.slice(slice.after, slice.after + slice.first).map(
    (each): InconsistencyRow => ({
      ...each,
      get hypotheses() {
        return findMisprints(each);
      },
    }),
  );
  return { total: found.length, items };
};

/** What each declared quotient of two figures comes to, in the order of the relations. */
export const listComparisons = async (pool: Pool, slice: PageRequest): Promise<Page<ComparisonRow>> => {
  const found = compareFigures(await readClaimInputs(pool));
  return { total: found.length, items: found.slice(slice.after, slice.after + slice.first) };
};

/** The releases, the newest first. */
export const listReleases = async (pool: Pool, slice: PageRequest): Promise<Page<ReleaseRow>> => {
  const sql = `select r.*, (select list(indicator order by line_no) from fact.release_published_indicators i where i.position = r.position) as indicators
    from fact.release_published r where r.${CURRENT}`;
  const rows = await pool.all(
    `${sql} order by as_of desc, release_id limit ${slice.first} offset ${slice.after}`,
  );
  const items = rows.map((row) => ({
    releaseId: String(row.release_id),
    asOf: String(row.as_of),
    periodTo: String(row.period_to),
    indicators: JSON.parse(String(row.indicators ?? "[]")) as string[],
    reason: both(text(row.reason_fa), text(row.reason_en)),
    nextOn: text(row.next_on),
    isSynthetic: row.is_synthetic === true,
  }));
  return { total: await total(pool, sql), items };
};
