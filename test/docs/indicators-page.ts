import {
  type Formula,
  factsOf,
  type Indicator,
  type Operand,
  operands,
  scaleOf,
} from "@karnameh/projections/engine/indicator";
import { themes } from "@karnameh/projections/engine/themes";
import { indicators } from "@karnameh/projections/indicators";
import { describeIndicator } from "@karnameh/projections/planner/describe-indicators";
import { seriesTitles } from "@karnameh/projections/planner/series-titles";
import { titleOf } from "@karnameh/schema/codelists";
import { code, codes, page, persian, table } from "./markdown.ts";

const usingSeries = indicators.filter((indicator) => factsOf(indicator).includes("observation_imported"));

const WINDOWS: Readonly<Record<NonNullable<Indicator["window"]>, string>> = {
  P30D: "30 days",
  P40D: "40 days",
  P90D: "90 days",
  P6M: "6 months",
  P12M: "12 months",
  P36M: "36 months",
};

const operand = ({ cube, measure, where }: Operand): string => {
  const filters = Object.entries(where ?? {}).map(([id, values]) => `${id} = ${(values ?? []).join(", ")}`);
  return code(`${cube.name}.${measure}${filters.length > 0 ? ` where ${filters.join(" and ")}` : ""}`);
};

const formulaTexts: {
  readonly [Kind in Formula["kind"]]: (formula: Extract<Formula, { kind: Kind }>) => string;
} = {
  sum: ({ of }) => operand(of),
  ratio: ({ over, under }) => `${operand(over)} ÷ ${operand(under)}`,
  survival: ({ of, open, q }) =>
    `Kaplan–Meier estimate: the bin by which ${q * 100} percent of ${operand(of)} have ended; ${operand(open)} are censored on the as-of date`,
  members: ({ of, over, under, atLeast }) =>
    `number of values of ${code(of)} with ${operand(over)} ÷ ${operand(under)} ≥ ${atLeast}, divided by the number with any ${operand(under)}, × 100`,
  quantile: ({ of, q }) => `the smallest bin that ${q * 100} percent of ${operand(of)} do not exceed`,
};

const textOf = (formula: Formula, scale: number): string => {
  if (formula.kind === "ratio") return `${formulaTexts.ratio(formula)}${scale === 1 ? "" : ` × ${scale}`}`;
  if (formula.kind === "sum") return formulaTexts.sum(formula);
  if (formula.kind === "members") return formulaTexts.members(formula);
  return formula.kind === "survival" ? formulaTexts.survival(formula) : formulaTexts.quantile(formula);
};

const formulaOf = (indicator: Indicator): string => {
  const { formula } = indicator;
  const of = operands(formula)[0];
  const isLevel = of?.cube.measures[of.measure]?.kind === "stock" && formula.kind === "sum";
  const text = textOf(formula, scaleOf(indicator));
  return isLevel ? `${text}, level at the end of the period` : text;
};

const otherCodes = ({ codes: known }: Indicator): string =>
  Object.entries(known)
    .map(([scheme, value]) => `${scheme.toUpperCase()} ${value}`)
    .join(", ");

const propertiesOf = (indicator: Indicator): readonly (readonly string[])[] => {
  const card = describeIndicator(indicator);
  const dimensions = card.dimensions.map(({ id, codelist }) =>
    codelist === null ? code(id) : `[${id}](codelists.md#${codelist.toLowerCase()})`,
  );
  const elsewhere = otherCodes(indicator);
  return [
    [
      "unit",
      `${titleOf("CL_UNIT", indicator.unit, "en")} (${code(indicator.unit)}), ${indicator.decimals === 1 ? "1 decimal" : `${indicator.decimals} decimals`}`,
    ],
    ["formula", formulaOf(indicator)],
    ...(indicator.window === undefined
      ? []
      : [["window", `a period has a value ${WINDOWS[indicator.window]} after its end`]]),
    ...(indicator.settles === undefined
      ? []
      : [["provisional", `until ${WINDOWS[indicator.settles]} after the end of the period`]]),
    ["dimensions", dimensions.join(", ")],
    ["calendars", `${indicator.calendars.join(", ")}; by ${indicator.frequencies.join(", ")}`],
    ["events", card.events.map((type) => `[${type}](events.md#${type.toLowerCase()})`).join(", ")],
    ["defined by", `${indicator.definedBy.en.replace(/\.$/, "")}. (${indicator.definedBy.fa})`],
    ...(elsewhere === "" ? [] : [["other codes", elsewhere]]),
  ];
};

const section = (indicator: Indicator): string => {
  const { title, meaning, notCounted } = indicator;
  return [
    `### ${indicator.code}`,
    `**${title.en}.** ${meaning.en}`,
    `*Not counted:* ${notCounted.en}`,
    persian(`<strong>${title.fa}.</strong> ${meaning.fa} <em>موارد مستثنا:</em> ${notCounted.fa}`),
    table(["property", "value"], propertiesOf(indicator)),
  ].join("\n\n");
};

const cubesSection = (): string => {
  const cubes = new Set(indicators.flatMap(({ formula }) => operands(formula).map(({ cube }) => cube)));
  const rows = [...cubes].map((cube) => [
    code(cube.name),
    cube.title.en,
    cube.subject,
    codes(
      Object.entries(cube.measures).map(([name, { kind }]) => (kind === "stock" ? `${name} (stock)` : name)),
    ),
    cube.sql.split("\n", 1)[0]?.replace(/^-- /, "") ?? "",
  ]);
  return [
    "## Cubes",
    "A cube is a set of measures with common dimensions, posted by one rule.\nThe rule is the `.sql` file next to the cube's definition in [projections/src/domains](../projections/src/domains).",
    table(["cube", "title", "subject", "measures", "grain"], rows),
  ].join("\n\n");
};

const seriesSection = (): string =>
  [
    "## Official series",
    `An official series is queried by its provider's code, with the dimensions \`country\`, \`sex\`, \`age\` and \`classification\`.
Any series can be imported.
The series below are known before an import, so a query returns "no data" and not "unknown".
An imported dataset counts from the day its provider published it.`,
    `The demonstration contains three synthetic series of the provider \`SIMULATION\`: population, employment and output of 2020 to 2023, with one vintage a year.
They describe the synthetic population, not Iran.
These indicators use series: ${usingSeries.map(({ code: indicator }) => `[${indicator}](#${indicator})`).join(", ")}.
They are marked SYNTHETIC while they use a synthetic series.
As soon as one observation of a series is imported for a country, the synthetic values of that series are no longer used for it.
Labour productivity takes output and employment either both from imports or both from the simulation.
If the population is imported and the insured persons are synthetic, the rate uses both and is marked SYNTHETIC.`,
    table(
      ["series", "title", "عنوان", "unit"],
      seriesTitles.map(({ code: series, title, unit }) => [
        code(series),
        title.en,
        title.fa,
        titleOf("CL_UNIT", unit, "en"),
      ]),
    ),
  ].join("\n\n");

/** docs/indicators.md: every indicator with its definition and formula. */
export const indicatorsPage = (): string => {
  const byTheme = Map.groupBy(indicators, ({ theme }) => theme);
  const contents = [...byTheme].map(
    ([theme, list]) =>
      `- ${themes[theme].en}: ${list.map((indicator) => `[${indicator.code}](#${indicator.code})`).join(", ")}`,
  );
  return page(
    "Indicators",
    `There are ${indicators.length} indicators computed from events, in addition to the imported official series.
Each indicator can be broken down by its dimensions, in its calendars and for any as-of date.
A missing number has a reason ([errors.md](errors.md#why-a-number-is-missing)) and is never replaced by zero.
A result that uses synthetic events is marked SYNTHETIC; the dimension \`origin\` separates synthetic from recorded events.`,
    contents.join("\n"),
    ...[...byTheme].flatMap(([theme, list]) => [`## ${themes[theme].en}`, ...list.map(section)]),
    cubesSection(),
    seriesSection(),
  );
};
