import { codelist } from "@karnameh/schema/codelists";
import { dimension } from "../engine/dimensions.ts";
import { type Indicator, operands } from "../engine/indicator.ts";
import { literal } from "../engine/sql-text.ts";
import { QueryError } from "./observation-query.ts";
import type { Pool, Read } from "./pool.ts";
import { hasColumn } from "./segment-sums-sql.ts";
import { SERIES_COLUMNS } from "./series-observations.ts";

/** The values of a dimension for which an indicator's cubes have cells. */
export const indicatorValues = async (
  read: Read,
  { formula }: Indicator,
  id: string,
): Promise<readonly string[]> => {
  const cubes = [...new Set(operands(formula).map(({ cube }) => cube))];
  // Ages of a stock are computed by each query, so any of the list may come up.
  const isComputed = cubes.some((cube) => !hasColumn(cube, id));
  if (isComputed) return codelist(dimension(id).codelist ?? "")?.codes.map(({ code }) => code) ?? [];
  const rows = await Promise.all(
    cubes.map(({ name }) => read(`select distinct "${id}"::varchar as code from balance.${name} order by 1`)),
  );
  return [...new Set(rows.flat().map(({ code }) => String(code)))].sort();
};

/** The values of a dimension in the observations of an official series. Throws QueryError. */
export const seriesValues = async (pool: Pool, code: string, id: string): Promise<readonly string[]> => {
  const column = SERIES_COLUMNS[id as keyof typeof SERIES_COLUMNS];
  if (column === undefined) {
    throw new QueryError(
      "UNKNOWN_DIMENSION",
      `'${code}' has no dimension '${id}'.`,
      `Its dimensions are: ${Object.keys(SERIES_COLUMNS).join(", ")}.`,
    );
  }
  const rows = await pool.all(
    `select distinct coalesce(${column}, '_T') as code from fact.observation_imported where series = ${literal(code)} order by 1`,
  );
  return rows.map((row) => String(row.code));
};
