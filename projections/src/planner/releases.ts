import type { Text } from "@karnameh/schema/text";
import { factsAsOf } from "../engine/visible-facts-sql.ts";
import { both, text } from "./cell-values.ts";
import type { Page, PageRequest } from "./page.ts";
import { countRows, type Pool } from "./pool.ts";

/** A publication of indicators with its as-of date. */
export type ReleaseRow = {
  readonly releaseId: string;
  readonly asOf: string;
  readonly periodTo: string;
  readonly indicators: readonly string[];
  readonly reason: Text;
  readonly nextOn: string | null;
  readonly isSynthetic: boolean;
};

/** The releases, the newest first. */
export const listReleases = async (pool: Pool, page: PageRequest): Promise<Page<ReleaseRow>> => {
  const sql = `select r.*, (select list(indicator order by line_no) from fact.release_published_indicators i where i.position = r.position) as indicators
    from ${factsAsOf("release_published")} r`;
  const rows = await pool.all(
    `${sql} order by as_of desc, release_id limit ${page.first} offset ${page.after}`,
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
  return { total: await countRows(pool, sql), items };
};
