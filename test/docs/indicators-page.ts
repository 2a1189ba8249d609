import {
  type Formula,
  factsOf,
  type Indicator,
  type Operand,
  operands,
  scaleOf,
} from "@karnameh/projections/engine/indicator";
import { indicators } from "@karnameh/projections/indicators";
import { describeIndicator } from "@karnameh/projections/planner/describe-indicators";
import { seriesTitles } from "@karnameh/projections/planner/series-titles";
import { themes } from "@karnameh/projections/themes";
import { titleOf } from "@karnameh/schema/codelists";
import { code, codes, page, persian, table } from "./markdown.ts";

const resting = indicators.filter((indicator) => factsOf(indicator).includes("observation_imported"));

const WINDOWS: Readonly<Record<NonNullable<Indicator["window"]>, string>> = {
  P30D: "30 days",
  P40D: "40 days",
  P90D: "90 days",
  P6M: "6 months",
  P12M: "12 months",
  P36M: "36 months",
};

const operand = ({ cube, measure, where }: Operand): string => {
  const cuts = Object.entries(where ?? {}).map(([id, values]) => `${id} = ${(values ?? []).join(", ")}`);
  return code(`${cube.name}.${measure}${cuts.length > 0 ? ` where ${cuts.join(" and ")}` : ""}`);
};

const ways: { readonly [Kind in Formula["kind"]]: (formula: Extract<Formula, { kind: Kind }>) => string } = {
  sum: ({ of }) => operand(of),
  ratio: ({ over, under }) => `${operand(over)} ÷ ${operand(under)}`,
  survival: ({ of, open, q }) =>
    `the bin by which ${q * 100} % of ${operand(of)} end, after Kaplan and Meier, ${operand(open)} being cases that last until the day of knowledge`,
  members: ({ of, over, under, atLeast }) =>
    `the values of ${code(of)} where ${operand(over)} ÷ ${operand(under)} ≥ ${atLeast}, in all that ${operand(under)} knows × 100`,
  quantile: ({ of, q }) => `the bin that ${q * 100} % of ${operand(of)} do not exceed`,
};

const textOf = (formula: Formula, scale: number): string => {
  if (formula.kind === "ratio") return `${ways.ratio(formula)}${scale === 1 ? "" : ` × ${scale}`}`;
  if (formula.kind === "sum") return ways.sum(formula);
  if (formula.kind === "members") return ways.members(formula);
  return formula.kind === "survival" ? ways.survival(formula) : ways.quantile(formula);
};

const formulaOf = (indicator: Indicator): string => {
  const { formula } = indicator;
  const of = operands(formula)[0];
  const isLevel = of?.cube.measures[of.measure]?.kind === "stock" && formula.kind === "sum";
  const text = textOf(formula, scaleOf(indicator));
  return isLevel ? `${text}, the level at the end of the period` : text;
};

const codesElsewhere = ({ codes: known }: Indicator): string =>
  Object.entries(known)
    .map(([scheme, value]) => `${scheme.toUpperCase()} ${value}`)
    .join(", ");

const facts = (indicator: Indicator): readonly (readonly string[])[] => {
  const card = describeIndicator(indicator);
  const dimensions = card.dimensions.map(({ id, codelist }) =>
    codelist === null ? code(id) : `[${id}](codelists.md#${codelist.toLowerCase()})`,
  );
  const elsewhere = codesElsewhere(indicator);
  return [
    [
      "unit",
      `${titleOf("CL_UNIT", indicator.unit, "en")} (${code(indicator.unit)}), shown with ${indicator.decimals} decimals`,
    ],
    ["formula", formulaOf(indicator)],
    ...(indicator.window === undefined
      ? []
      : [["window", `a period has a value once ${WINDOWS[indicator.window]} have passed after its end`]]),
    ...(indicator.settles === undefined
      ? []
      : [["provisional", `until ${WINDOWS[indicator.settles]} have passed after the end of a period`]]),
    ["dimensions", dimensions.join(", ")],
    ["calendars", `${indicator.calendars.join(", ")}; by ${indicator.frequencies.join(", ")}`],
    ["events", card.events.map((type) => `[${type}](events.md#${type.toLowerCase()})`).join(", ")],
    ["defined by", `${indicator.definedBy.en.replace(/\.$/, "")}. (${indicator.definedBy.fa})`],
    ...(elsewhere === "" ? [] : [["codes elsewhere", elsewhere]]),
  ];
};

const section = (indicator: Indicator): string => {
  const { title, meaning, notCounted } = indicator;
  return [
    `### ${indicator.code}`,
    `**${title.en}.** ${meaning.en}`,
    `*Not counted:* ${notCounted.en}`,
    persian(`<strong>${title.fa}.</strong> ${meaning.fa} <em>شمرده نمی‌شود:</em> ${notCounted.fa}`),
    table(["", ""], facts(indicator)),
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
    "A cube is a set of measures with common dimensions, posted by one rule. Its rule is the `.sql` file beside its definition in [projections/src](../projections/src).",
    table(["cube", "title", "whose life decides", "measures", "grain"], rows),
  ].join("\n\n");
};

const seriesSection = (): string =>
  [
    "## Official series known by name",
    `A series that an official provider publishes is asked by the provider's code, with the dimensions \`country\`,
\`sex\`, \`age\` and \`classification\`. Any series can be imported; these are known before that, so that a question
about one is answered with "no data" and not with "unknown". An imported dataset counts as known from the day on
which its provider published it.`,
    `The demonstration brings three series of its own making, of the simulated country and not of the real one: population,
employment and output of 2020 to 2023, in a vintage a year of the provider \`SIMULATION\`. On series rest
${resting.map(({ code: indicator }) => `[${indicator}](#${indicator})`).join(", ")}, which are marked SYNTHETIC for as
long as these are all there is. Once an observation of a series is imported for a country, what is simulated of that
series is answered no more for it, on whatever day of its provider; a rate takes output and employment both from imports or
both from the simulation. Where the population is imported and the insured are simulated, the rate divides the one by the other,
and is marked.`,
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

/** docs/indicators.md: every indicator with its formula. */
export const indicatorsPage = (): string => {
  const byTheme = Map.groupBy(indicators, ({ theme }) => theme);
  const contents = [...byTheme].map(
    ([theme, list]) =>
      `- ${themes[theme].en}: ${list.map((indicator) => `[${indicator.code}](#${indicator.code})`).join(", ")}`,
  );
  return page(
    "Indicators",
    `There are ${indicators.length} indicators derived from events, beside the official series that were imported. Each
can be asked by its dimensions, in its calendars, as known on any day. A number that is missing says why
([errors.md](errors.md#why-a-number-is-missing)); none is ever replaced by zero. An answer that rests on simulated
events is marked SYNTHETIC, and the dimension \`origin\` tells simulated from recorded ones.`,
    contents.join("\n"),
    ...[...byTheme].flatMap(([theme, list]) => [`## ${themes[theme].en}`, ...list.map(section)]),
    cubesSection(),
    seriesSection(),
  );
};
