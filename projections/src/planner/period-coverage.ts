import { FOREVER } from "../engine/fact-sql.ts";
import type { Operand } from "../engine/indicator.ts";
import { keyColumns } from "../engine/model.ts";
import { source } from "./cells.ts";
import { literal, type Read } from "./pool.ts";

/** The first and last segment in which a measure is not zero in every cell. */
export type PeriodCoverage = { readonly first: number; readonly last: number };

const extentIn = async (read: Read, segments: string): Promise<PeriodCoverage | undefined> => {
  const [row] = await read(`select min(segment) as first, max(segment) as last from (${segments})`);
  if (typeof row?.first !== "number" || typeof row.last !== "number") return undefined;
  return { first: row.first, last: row.last };
};

const knownBy = (asOf: string | undefined): string =>
  asOf === undefined ? "" : ` and known_on <= date ${literal(asOf)}`;

const cell = ({ cube }: Operand): string =>
  ["segment", ...keyColumns(cube)].map((name) => `"${name}"`).join(", ");

/** Segments in which some cell is not zero, among those that `among` lets pass. */
const filled = (operand: Operand, asOf: string | undefined, among: string): string =>
  `select segment from ${source(operand.cube, asOf)} where ${among}${knownBy(asOf)}
   group by ${cell(operand)} having sum("${operand.measure}") <> 0`;

/** Segments in which some day of knowledge moved a cell. */
const moved = (operand: Operand, asOf: string | undefined): string =>
  `select segment from entry.${operand.cube.name} where true${knownBy(asOf)}
   group by known_on, ${cell(operand)} having sum("${operand.measure}") <> 0`;

/** Whether a fact stands, or stood by what was known on a day, that books on the cube. */
const hasFacts = async (read: Read, { cube }: Operand, asOf: string | undefined): Promise<boolean> => {
  const at =
    asOf === undefined
      ? `${FOREVER} - 1`
      : `(select max(last_position) from model.known_day where known_on <= date ${literal(asOf)})`;
  const tables = Object.entries(cube.reads)
    .filter(([, { subject, lookup }]) => subject !== undefined && lookup !== true)
    .map(
      ([name]) =>
        `(select 1 as one from fact.${name} where position <= ${at} and superseded_position > ${at} limit 1)`,
    );
  return (await read(`select one from (${tables.join(" union all ")}) limit 1`)).length > 0;
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
const filledExtent = async (
  read: Read,
  operand: Operand,
  asOf: string | undefined,
): Promise<PeriodCoverage | undefined> => {
  const summed = `select segment from ${source(operand.cube, asOf)} where true${knownBy(asOf)}
    group by segment having sum("${operand.measure}") <> 0`;
  const inner = await extentIn(read, summed);
  const outside = inner ? `segment not between ${inner.first} and ${inner.last}` : "true";
  return union(inner, await extentIn(read, filled(operand, asOf, outside)));
};

/**
 * The extent of a measure as known by a day, or today: where it is not zero; where nothing is left of it but facts
 * that amount to nothing, where they were booked; undefined where no fact stands. `widest` is within what it lies: what
 * was ever booked. As a rule the outermost segments of that are filled, and only they are looked at.
 */
export const periodCoverageOf = async (
  read: Read,
  operand: Operand,
  asOf: string | undefined,
  widest?: PeriodCoverage,
): Promise<PeriodCoverage | undefined> => {
  if (widest !== undefined) {
    const { first, last } = widest;
    const outermost = await extentIn(read, filled(operand, asOf, `segment in (${first}, ${last})`));
    if (outermost?.first === first && outermost.last === last) return widest;
  }
  const left = await filledExtent(read, operand, asOf);
  if (left !== undefined || !(await hasFacts(read, operand, asOf))) return left;
  return extentIn(read, moved(operand, asOf));
};
