import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import { specialCodes, UNKNOWN } from "@karnameh/schema/codelist";
import { codelist } from "@karnameh/schema/codelists";
import type { Cube } from "../engine/cube.ts";
import { dimension } from "../engine/dimensions.ts";
import type { Formula, Operand } from "../engine/indicator.ts";
import { operands } from "../engine/indicator.ts";
import { bookedDimensions, dimensionType, ledgerSegments } from "../engine/model.ts";
import type { Filter } from "./observation-query.ts";
import { literal } from "./pool.ts";

/** Which cells of the ledger a question needs. Ordinals are of the asked calendar and frequency. */
export type CellQuestion = {
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly calendar: Calendar;
  readonly frequency: Frequency;
  readonly first: number;
  readonly last: number;
  /** Entries known up to this day; undefined reads the balances. */
  readonly asOf: string | undefined;
  /** How much of the cubes is simulated, by their names. */
  readonly simulated: ReadonlyMap<string, Simulated>;
  /** The day of knowledge, until which cases that have not ended are known to last. */
  readonly on: string;
};

/** A column of model.segment. */
export type Grain = "jm" | "jq" | "jy" | "gm" | "gq" | "gy";

const GRAINS: Readonly<Record<Calendar, Readonly<Record<Frequency, Grain>>>> = {
  JALALI: { MONTH: "jm", QUARTER: "jq", YEAR: "jy" },
  GREGORIAN: { MONTH: "gm", QUARTER: "gq", YEAR: "gy" },
};

/** The column of model.segment of a calendar and frequency. */
export const grainOf = (calendar: Calendar, frequency: Frequency): Grain => GRAINS[calendar][frequency];

/** The bit of a kind of period in the hidden dimension `period_mask` of distinct counts. */
const BIT: Readonly<Record<Grain, number>> = { jm: 1, jq: 2, jy: 4, gm: 8, gq: 16, gy: 32 };

/** A code as a value of its enumeration: compared with a text, every row would first be made a text. */
const coded = (id: string, code: string): string => `${literal(code)}::${dimensionType(id)}`;

/** The most codes of which each has a bit of its own in a number. */
const BITS = 63;

/**
 * Whether a column holds one of these values. DuckDB joins with the list of an `in`; of a list whose codes fit
 * into a number it is quicker to look at the bit of each.
 */
const isOneOf = (column: string, { dimension: id, values }: Filter): string => {
  const [only, ...others] = values;
  if (only === undefined) return "false";
  if (others.length === 0) return `${column} = ${coded(id, only)}`;
  const list = dimension(id).codelist;
  const count = codelist(list ?? "")?.codes.length;
  if (count === undefined || count + specialCodes.length > BITS)
    return `${column} in (${values.map((value) => coded(id, value)).join(", ")})`;
  const mask = values.map((value) => `(1::ubigint << enum_code(${coded(id, value)}))`).join(" | ");
  return `((${mask}) >> enum_code(${column})) & 1 = 1`;
};

const cuts = (where: readonly Filter[]): string[] =>
  where.map((filter) => isOneOf(`b."${filter.dimension}"`, filter));

const IS_SYNTHETIC = `b.origin = ${coded("origin", "SYNTHETIC")}`;

/** One query of one cube: every operand of the formula that the cube holds. */
export type CubeQuery = {
  readonly cube: Cube;
  readonly operands: readonly Operand[];
  readonly sql: string;
  /** Its rows are movements, of which `levelsOf` makes levels. */
  readonly isMoving?: boolean;
};

const amount = (operand: Operand, index: number): string => {
  const own = Object.entries(operand.where ?? {}).map(([dimension, values]) => ({
    dimension,
    values: values ?? [],
  }));
  const filter = own.length > 0 ? ` filter (where ${cuts(own).join(" and ")})` : "";
  return `sum(b."${operand.measure}")${filter}::double as a${index}`;
};

/** How much of a cube rests on what is simulated. */
export type Simulated = "ALL" | "SOME" | "NONE";

/** Whether what is simulated moves one of the amounts: what was taken back again moves none, though its entries stand. */
const isMovedBySimulation = (own: readonly Operand[], simulated: Simulated): string => {
  if (simulated === "NONE") return "false";
  const filter = simulated === "ALL" ? "" : ` filter (where ${IS_SYNTHETIC})`;
  return [...new Set(own.map(({ measure }) => measure))]
    .map((measure) => `coalesce(sum(b."${measure}")${filter}, 0) <> 0`)
    .join(" or ");
};

/** Where the cells of a cube are read: those of today, or those known by a day with the days on which they came. */
export const source = (cube: Cube, asOf: string | undefined): string =>
  asOf === undefined ? `balance.${cube.name}` : `entry.${cube.name}`;

const isStock = ({ cube, measure }: Operand): boolean => cube.measures[measure]?.kind === "stock";

const isBooked = (cube: Cube, id: string): boolean => bookedDimensions(cube).some((booked) => booked === id);

/** The first and last segment of the periods asked for. */
const segmentRange = (grain: Grain, first: number, last: number): { from: number; to: number } => ({
  from: ledgerSegments.find((segment) => segment[grain] >= first)?.segment ?? ledgerSegments.length,
  to: ledgerSegments.findLast((segment) => segment[grain] <= last)?.segment ?? -1,
});

/** What of a cube is asked for. A stock's movements count from the beginning of time. */
export const conditions = (cube: Cube, question: CellQuestion, isLevel: boolean): string => {
  const grain = grainOf(question.calendar, question.frequency);
  const { from, to } = segmentRange(grain, question.first, question.last);
  return [
    isLevel ? `b.segment <= ${to}` : `b.segment between ${from} and ${to}`,
    ...(cube.hidden.includes("period_mask") ? [`b.period_mask & ${BIT[grain]} > 0`] : []),
    ...cuts(question.where.filter((filter) => isBooked(cube, filter.dimension))),
    ...(question.asOf === undefined ? [] : [`b.known_on <= date ${literal(question.asOf)}`]),
  ].join(" and ");
};

/** Sums by segment first: few numbers to group by, and then few rows to look up in the calendar. */
const bySegment = (
  cube: Cube,
  own: readonly Operand[],
  question: CellQuestion,
  { kept, isLevel }: { kept: readonly string[]; isLevel: boolean },
): string => `(select b.segment${kept.map((id) => `, b."${id}"`).join("")}, ${own.map(amount).join(", ")},
    ${isMovedBySimulation(own, question.simulated.get(cube.name) ?? "SOME")} as synthetic
    from ${source(cube, question.asOf)} b where ${conditions(cube, question, isLevel)} group by all)`;

const totals = (own: readonly Operand[]): string =>
  own.map((_, index) => `sum(b.a${index}) as a${index}`).join(", ");

const groups = (by: readonly string[]): string => by.map((id) => `, b."${id}"::varchar as "${id}"`).join("");

/** Flows: sums by period and group. */
const flowSql = (cube: Cube, own: readonly Operand[], question: CellQuestion): string => {
  const grain = grainOf(question.calendar, question.frequency);
  return `select s.${grain} as period${groups(question.by)}, ${totals(own)}, bool_or(b.synthetic) as synthetic
    from ${bySegment(cube, own, question, { kept: question.by, isLevel: false })} b join model.segment s using (segment)
    group by all having ${own.map((_, index) => `sum(b.a${index}) <> 0`).join(" or ")}`;
};

/** Movements of a stock by period; those before the first period asked for count as of the one before it. */
const movedSql = (
  cube: Cube,
  own: readonly Operand[],
  question: CellQuestion,
  kept: readonly string[],
): string => {
  const grain = grainOf(question.calendar, question.frequency);
  const booked = question.by.filter((id) => isBooked(cube, id));
  return `select greatest(s.${grain}, ${question.first - 1}) as period${groups(booked)}${kept.includes("birth_year") ? ", b.birth_year" : ""},
      ${totals(own)}, bool_or(b.synthetic) as synthetic
    from ${bySegment(cube, own, question, { kept, isLevel: true })} b join model.segment s using (segment) group by all`;
};

/** Whether a question needs the ages of a stock's members, which pass while nothing happens. */
const asksForAge = (cube: Cube, { by, where }: CellQuestion): boolean =>
  [...by, ...where.map((filter) => filter.dimension)].some((id) => !isBooked(cube, id));

/**
 * Stocks where age matters: the level at the end of each period, a running sum of all movements up to it, kept by
 * birth year and read as the age reached in the year of the period's last day.
 */
const agedSql = (cube: Cube, own: readonly Operand[], question: CellQuestion): string => {
  const grain = grainOf(question.calendar, question.frequency);
  const booked = question.by.filter((id) => isBooked(cube, id));
  const ages = question.where.find((filter) => !isBooked(cube, filter.dimension));
  const kept = [...booked, "birth_year"];
  const columns = kept.map((id) => `"${id}"`).join(", ");
  const age = "model.age_group(e.ends_on, nullif(l.birth_year, 0))";
  return `with moved as (${movedSql(cube, own, question, kept)}),
    cell as (
      from (select distinct ${columns} from moved), (select unnest(range(${question.first - 1}, ${question.last + 1}))::integer as period)
    ),
    level as (
      select period, ${columns}, ${own.map((_, index) => `sum(coalesce(a${index}, 0)) over upto as a${index}`).join(", ")},
        coalesce(bool_or(synthetic) over upto, false) as synthetic
      from cell left join moved using (period, ${columns})
      window upto as (partition by ${columns} order by period)
    )
    select l.period${booked.map((id) => `, l."${id}"`).join("")}${question.by.includes("age") ? `, ${age} as age` : ""},
      ${own.map((_, index) => `sum(a${index}) as a${index}`).join(", ")}, bool_or(synthetic) as synthetic
    from level l join (select ${grain} as period, max(ends_on) as ends_on from model.segment group by 1) e using (period)
    where l.period >= ${question.first} ${ages ? `and ${isOneOf(age, ages)}` : ""}
    group by all`;
};

const sumQuery = (cube: Cube, own: readonly Operand[], question: CellQuestion): CubeQuery => {
  if (!own.some(isStock)) return { cube, operands: own, sql: flowSql(cube, own, question) };
  return asksForAge(cube, question)
    ? { cube, operands: own, sql: agedSql(cube, own, question) }
    : { cube, operands: own, sql: movedSql(cube, own, question, question.by), isMoving: true };
};

const quantileSql = (operand: Operand, q: number, question: CellQuestion): string => {
  const grain = grainOf(question.calendar, question.frequency);
  const by = question.by.map((id) => `"${id}"`);
  const cell = ["period", ...by].join(", ");
  return `with binned as (
      select s.${grain} as period${groups(question.by)}, b.bin, sum(b.a0) as n, bool_or(b.synthetic) as is_synthetic
      from ${bySegment(operand.cube, [operand], question, { kept: [...question.by, "bin"], isLevel: false })} b join model.segment s using (segment)
      where b.bin >= 0 group by all
    ),
    running as (
      select *, sum(n) over (partition by ${cell} order by bin) as up_to, sum(n) over (partition by ${cell}) as total from binned
    )
    select ${cell}, (min(bin) filter (where up_to >= ${q} * total))::double as a0, any_value(total)::double as a1, bool_or(is_synthetic) as synthetic
    from running where total > 0 group by ${cell}`;
};

/**
 * Kaplan and Meier: at each duration, of those who lasted so long, the share that did not end then; the product of
 * these is the share that lasts longer. Whoever is open at a duration was still at risk there. An open case without a day
 * on which it began lasted as long as its bin, as far as is known.
 */
const survivalSql = (formula: Extract<Formula, { kind: "survival" }>, question: CellQuestion): string => {
  const { of, open, q } = formula;
  const grain = grainOf(question.calendar, question.frequency);
  const cell = ["period", ...question.by.map((id) => `"${id}"`)].join(", ");
  const kept = [...question.by, "bin", "opened_day_no"];
  return `with booked as (
      select s.${grain} as period${groups(question.by)}, b.bin, b.opened_day_no, sum(b.a0) - sum(coalesce(b.a1, 0)) as ended,
        sum(coalesce(b.a1, 0)) as open, bool_or(b.synthetic) as is_synthetic
      from ${bySegment(of.cube, [of, open], question, { kept, isLevel: false })} b join model.segment s using (segment)
      group by all
    ),
    lasted as (
      select * exclude (bin, opened_day_no), case when open > 0 and opened_day_no >= 0 then date ${literal(question.on)} - date '1970-01-01' - opened_day_no else bin end as lasted
      from booked where ended > 0 or open > 0
    ),
    at_risk as (
      select ${cell}, lasted, sum(ended) as ended, bool_or(is_synthetic) as is_synthetic,
        sum(sum(ended + open)) over (partition by ${cell} order by lasted desc) as staying
      from lasted where lasted >= 0 group by ${cell}, lasted
    ),
    curve as (
      select *, product(1 - ended / staying) over (partition by ${cell} order by lasted) as longer from at_risk
    )
    select ${cell}, (min(lasted) filter (where longer <= ${1 - q} + 1e-9))::double as a0, max(staying)::double as a1, bool_or(is_synthetic) as synthetic
    from curve group by ${cell}`;
};

/** The members of a dimension in each period and group: how many there are, and how many reach the mean. */
const membersSql = (formula: Extract<Formula, { kind: "members" }>, question: CellQuestion): string => {
  const { of, over, under, atLeast } = formula;
  const grain = grainOf(question.calendar, question.frequency);
  const cell = ["period", ...question.by.map((id) => `"${id}"`)].join(", ");
  const kept = [...new Set([...question.by, of])];
  return `with member as (
      select s.${grain} as period${groups(question.by)}, b."${of}" as member, sum(b.a0) as total, sum(b.a1) as n, bool_or(b.synthetic) as is_synthetic
      from ${bySegment(over.cube, [over, under], question, { kept, isLevel: false })} b join model.segment s using (segment)
      group by all having sum(b.a1) > 0
    )
    select ${cell}, (count(*) filter (where total >= ${atLeast} * n))::double as a0, count(*)::double as a1, bool_or(is_synthetic) as synthetic
    from member where member::varchar <> '${UNKNOWN}' group by ${cell}`;
};

/** The queries a formula needs, one for each cube. */
export const cubeQueries = (formula: Formula, question: CellQuestion): readonly CubeQuery[] => {
  if (formula.kind === "quantile") {
    const { of, q } = formula;
    return [{ cube: of.cube, operands: [of], sql: quantileSql(of, q, question) }];
  }
  if (formula.kind === "members")
    return [{ cube: formula.over.cube, operands: operands(formula), sql: membersSql(formula, question) }];
  if (formula.kind === "survival")
    return [{ cube: formula.of.cube, operands: operands(formula), sql: survivalSql(formula, question) }];
  const byCube = Map.groupBy(operands(formula), (operand) => operand.cube);
  return [...byCube].map(([cube, own]) => sumQuery(cube, own, question));
};
