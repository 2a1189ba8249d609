import { periodOfCode } from "@karnameh/schema/calendar";
import type { ClaimRow } from "../claims/claim-types.ts";
import type { Row } from "../engine/database.ts";
import type { ClaimGapRow, DeclaredIndicator } from "./claim-gap.ts";
import { gapOfInvalidQuery, gapToFigures, gapToIndicator } from "./claim-gap.ts";
import { lastOf } from "./claim-sql.ts";
import { type Filter, type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import type { Page, PageRequest } from "./page.ts";
import type { Pool, Read } from "./pool.ts";
import type { ClaimGapFilter } from "./port.ts";
import { readFiguresAndRelations } from "./read-claim-inputs.ts";
import { checkDay } from "./resolve-query.ts";
import { vintageOf } from "./vintage.ts";

type Observe = (query: ObservationQuery) => Promise<ObservationSet>;

const measuredAt = (
  at: string | undefined,
): string => `select m.relation_id, m.figure_id, m.indicator, m.period,
    list(w.dimension order by w.line_no) filter (where w.dimension is not null) as dimensions,
    list(w.member order by w.line_no) filter (where w.dimension is not null) as members
  from ${lastOf("figure_indicator_declared", "relation_id", at)} m
  left join fact.figure_indicator_declared_where w on w.position = m.position
  group by all`;

const filtersOf = (row: Row): readonly Filter[] => {
  const members = JSON.parse(String(row.members ?? "[]")) as string[];
  const filters = new Map<string, string[]>();
  for (const [at, dimension] of (JSON.parse(String(row.dimensions ?? "[]")) as string[]).entries())
    filters.set(dimension, [...(filters.get(dimension) ?? []), members[at] ?? ""]);
  return [...filters].map(([dimension, values]) => ({ dimension, values }));
};

const measuredOf = (row: Row): DeclaredIndicator => ({
  relationId: String(row.relation_id),
  figureId: String(row.figure_id),
  indicator: String(row.indicator),
  period: String(row.period),
  where: filtersOf(row),
});

/** A gap whose indicator has not been observed yet. */
type UnobservedGap = { readonly measured: DeclaredIndicator; readonly figure: ClaimRow };

const readGaps = async (
  read: Read,
  asOf: string | undefined,
): Promise<readonly (ClaimGapRow | UnobservedGap)[]> => {
  const at = asOf === undefined ? undefined : (await vintageOf(read, asOf)).position;
  const { figures, relations } = await readFiguresAndRelations(read, at);
  const measured = (await read(measuredAt(at))).map(measuredOf);
  return [
    ...relations.flatMap((relation) => gapToFigures(relation, figures) ?? []),
    ...measured.flatMap((each) => {
      const figure = figures.get(each.figureId);
      return figure ? { measured: each, figure } : [];
    }),
  ];
};

const isUnobserved = (gap: ClaimGapRow | UnobservedGap): gap is UnobservedGap => !("relationId" in gap);

const observeGap = async (
  { measured, figure }: UnobservedGap,
  asOf: string | undefined,
  observe: Observe,
): Promise<ClaimGapRow> => {
  const { code, calendar, frequency } = periodOfCode(measured.period);
  const { indicator, where } = measured;
  const period = { from: code, to: code };
  try {
    const observed = await observe({ indicator, where, period, calendar, frequency, ...(asOf && { asOf }) });
    return gapToIndicator(measured, figure, observed);
  } catch (error) {
    // What is being rebuilt has a value in a moment.
    if (!(error instanceof QueryError) || error.code === "REBUILDING") throw error;
    return gapOfInvalidQuery(measured, figure, `${error.message} ${error.hint}`);
  }
};

const idOf = (gap: ClaimGapRow | UnobservedGap): string =>
  isUnobserved(gap) ? gap.measured.relationId : gap.relationId;

/** The gaps as known on the as-of date, in the order of the relations. Indicators are observed only for the page that is read. */
export const listGaps = async (
  pool: Pool,
  { first, after }: PageRequest,
  { measure, asOf }: ClaimGapFilter,
  observe: Observe,
): Promise<Page<ClaimGapRow>> => {
  const day = checkDay(asOf);
  const gaps = (await pool.snapshot((read) => readGaps(read, day)))
    .filter(({ figure }) => measure === undefined || figure.measure === measure)
    .sort((one, other) => idOf(one).localeCompare(idOf(other), "en"));
  const items: ClaimGapRow[] = [];
  for (const gap of gaps.slice(after, after + first))
    items.push(isUnobserved(gap) ? await observeGap(gap, day, observe) : gap);
  return { total: gaps.length, items };
};
