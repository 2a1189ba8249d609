import { tableOf } from "../engine/cube.ts";
import type { Operand } from "../engine/indicator.ts";
import { keyColumns } from "../engine/model.ts";
import { literal } from "../engine/sql-text.ts";
import { factsAsOf } from "../engine/visible-facts-sql.ts";
import { cellTable } from "./cell-query.ts";
import type { Read } from "./pool.ts";

/** The first and last segment in which a measure is not zero in every cell. */
export type PeriodCoverage = { readonly first: number; readonly last: number };

const coverageOfSegments = async (read: Read, segments: string): Promise<PeriodCoverage | undefined> => {
  const [row] = await read(`select min(segment) as first, max(segment) as last from (${segments})`);
  if (typeof row?.first !== "number" || typeof row.last !== "number") return undefined;
  return { first: row.first, last: row.last };
};

const andKnownBy = (asOf: string | undefined): string =>
  asOf === undefined ? "" : ` and known_on <= date ${literal(asOf)}`;

const cellKey = ({ cube }: Operand): string =>
  ["segment", ...keyColumns(cube)].map((name) => `"${name}"`).join(", ");

/** Segments in which some cell is not zero, among those that a condition lets pass. */
const nonZeroSegments = (operand: Operand, asOf: string | undefined, condition: string): string =>
  `select segment from ${cellTable(operand.cube, asOf)} where ${condition}${andKnownBy(asOf)}
   group by ${cellKey(operand)} having sum("${operand.measure}") <> 0`;

/** Segments of which some day changed a cell. */
const changedSegments = (operand: Operand, asOf: string | undefined): string =>
  `select segment from entry.${operand.cube.name} where true${andKnownBy(asOf)}
   group by known_on, ${cellKey(operand)} having sum("${operand.measure}") <> 0`;

/** Whether any fact that posts on the cube is current, or was by what was known on a day. */
const hasFacts = async (read: Read, { cube }: Operand, asOf: string | undefined): Promise<boolean> => {
  const position =
    asOf === undefined
      ? undefined
      : `(select max(last_position) from model.known_day where known_on <= date ${literal(asOf)})`;
  const facts = Object.entries(cube.reads)
    .filter(([, { subject, lookup }]) => subject !== undefined && lookup === undefined)
    .map(([name]) => `(select 1 as one from ${factsAsOf(tableOf(cube, name), position)} limit 1)`);
  return (await read(`select one from (${facts.join(" union all ")}) limit 1`)).length > 0;
};

const union = (
  one: PeriodCoverage | undefined,
  other: PeriodCoverage | undefined,
): PeriodCoverage | undefined =>
  one && other
    ? { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) }
    : (one ?? other);

/**
 * Segments in which some cell is not zero. Sums of whole segments find most of them, because counts seldom cancel
 * out; what lies outside of these is looked at cell by cell.
 */
const nonZeroCoverage = async (
  read: Read,
  operand: Operand,
  asOf: string | undefined,
): Promise<PeriodCoverage | undefined> => {
  const summed = `select segment from ${cellTable(operand.cube, asOf)} where true${andKnownBy(asOf)}
    group by segment having sum("${operand.measure}") <> 0`;
  const inner = await coverageOfSegments(read, summed);
  const outside = inner ? `segment not between ${inner.first} and ${inner.last}` : "true";
  return union(inner, await coverageOfSegments(read, nonZeroSegments(operand, asOf, outside)));
};

/**
 * The period coverage of a measure as known by a day, or today: the segments in which it is not zero; where all facts that are left
 * amount to nothing, those that they were posted to; undefined where no fact is left. `widest` is what it lies within: all
 * that was ever posted. As a rule the outermost segments of that are not zero, and only they are looked at.
 */
export const periodCoverageOf = async (
  read: Read,
  operand: Operand,
  asOf: string | undefined,
  widest?: PeriodCoverage,
): Promise<PeriodCoverage | undefined> => {
  if (widest !== undefined) {
    const { first, last } = widest;
    const outermost = await coverageOfSegments(
      read,
      nonZeroSegments(operand, asOf, `segment in (${first}, ${last})`),
    );
    if (outermost?.first === first && outermost.last === last) return widest;
  }
  const coverage = await nonZeroCoverage(read, operand, asOf);
  if (coverage !== undefined || !(await hasFacts(read, operand, asOf))) return coverage;
  return coverageOfSegments(read, changedSegments(operand, asOf));
};
