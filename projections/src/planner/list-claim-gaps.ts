import { periodOfCode } from "@karnameh/schema/calendar";
import type { ClaimRow } from "../claims/claim-types.ts";
import type { Row } from "../engine/database.ts";
import type { ClaimGapRow, DeclaredIndicator } from "./claim-gap.ts";
import { gapToAnswer, gapToFigures, gapUnasked } from "./claim-gap.ts";
import { lastOf } from "./claim-sql.ts";
import { type Filter, type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import type { Page, PageRequest } from "./page.ts";
import type { Pool, Read } from "./pool.ts";
import type { ClaimGapFilter } from "./port.ts";
import { readFiguresAndRelations } from "./read-claim-inputs.ts";
import { checkDay } from "./resolve-query.ts";
import { vintageOf } from "./vintage.ts";

type Ask = (question: ObservationQuery) => Promise<ObservationSet>;

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
  const cuts = new Map<string, string[]>();
  for (const [at, dimension] of (JSON.parse(String(row.dimensions ?? "[]")) as string[]).entries())
    cuts.set(dimension, [...(cuts.get(dimension) ?? []), members[at] ?? ""]);
  return [...cuts].map(([dimension, values]) => ({ dimension, values }));
};

const measuredOf = (row: Row): DeclaredIndicator => ({
  relationId: String(row.relation_id),
  figureId: String(row.figure_id),
  indicator: String(row.indicator),
  period: String(row.period),
  where: filtersOf(row),
});

/** A gap whose indicator has not been asked yet. */
type Unasked = { readonly measured: DeclaredIndicator; readonly figure: ClaimRow };

const readGaps = async (
  read: Read,
  asOf: string | undefined,
): Promise<readonly (ClaimGapRow | Unasked)[]> => {
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

const isUnasked = (gap: ClaimGapRow | Unasked): gap is Unasked => !("relationId" in gap);

const askGap = async (
  { measured, figure }: Unasked,
  asOf: string | undefined,
  ask: Ask,
): Promise<ClaimGapRow> => {
  const { code, calendar, frequency } = periodOfCode(measured.period);
  const { indicator, where } = measured;
  const period = { from: code, to: code };
  try {
    const answer = await ask({ indicator, where, period, calendar, frequency, ...(asOf && { asOf }) });
    return gapToAnswer(measured, figure, answer);
  } catch (error) {
    // What is being rebuilt has an answer in a moment.
    if (!(error instanceof QueryError) || error.code === "REBUILDING") throw error;
    return gapUnasked(measured, figure, `${error.message} ${error.hint}`);
  }
};

const idOf = (gap: ClaimGapRow | Unasked): string =>
  isUnasked(gap) ? gap.measured.relationId : gap.relationId;

/** The gaps by what was known on a day, in the order of the relations. Indicators are asked only for the page that is read. */
export const listGaps = async (
  pool: Pool,
  { first, after }: PageRequest,
  { measure, asOf }: ClaimGapFilter,
  ask: Ask,
): Promise<Page<ClaimGapRow>> => {
  const day = checkDay(asOf);
  const found = (await pool.snapshot((read) => readGaps(read, day)))
    .filter(({ figure }) => measure === undefined || figure.measure === measure)
    .sort((one, other) => idOf(one).localeCompare(idOf(other), "en"));
  const items: ClaimGapRow[] = [];
  for (const gap of found.slice(after, after + first))
    items.push(isUnasked(gap) ? await askGap(gap, day, ask) : gap);
  return { total: found.length, items };
};
