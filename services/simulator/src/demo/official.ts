import { createHash } from "node:crypto";
import type { NewEvent } from "@karnameh/schema/event";
import { dayOf, isoDay } from "../calendar.ts";
import { namedId } from "../identity.ts";

/** Who says all this: neither a statistical office nor a researcher who imported its table. */
const SIMULATION = "urn:karnameh:system:simulation";
const PROVIDER = "SIMULATION";

/** The register knows half of the country: the rest are children, the old, and who never dealt with a service. */
const PERSONS_OF_THE_REGISTER = 0.5;
const GROWTH = 1.008;
const GROWS_FROM = 2021;

/** The employed in a hundred of all, and what each of them produces in a year, in dollars of constant prices. */
const YEARS = [
  { year: 2020, employed: 28.2, output: 19_000 },
  { year: 2021, employed: 28.5, output: 19_400 },
  { year: 2022, employed: 28.9, output: 19_900 },
  { year: 2023, employed: 29.1, output: 20_500 },
] as const;

type Year = (typeof YEARS)[number];

/** By how much the first estimate of output falls short, and the second; the third stands. */
const SHORTFALLS = [0.012, 0.003] as const;

type Series = {
  readonly code: string;
  /** Month and day of the year after, on which a year's figure is published. */
  readonly publishedOn: string;
  /** Whether each vintage states the years before anew. */
  readonly isRevised: boolean;
  readonly cut?: { readonly sex: string; readonly classif: string };
  /** The figure of a year in the vintage that comes so many years after the first that has it. */
  readonly value: (people: number, year: Year, later: number) => number;
};

const population = (people: number, { year }: Year): number =>
  Math.round((people / PERSONS_OF_THE_REGISTER) * GROWTH ** (year - GROWS_FROM));

const employed = (people: number, year: Year): number =>
  Math.round((population(people, year) * year.employed) / 100);

const SERIES: readonly Series[] = [
  { code: "SP.POP.TOTL", publishedOn: "02-14", isRevised: false, value: population },
  {
    code: "EMP_2EMP_SEX_STE_NB_A",
    publishedOn: "03-01",
    isRevised: false,
    cut: { sex: "SEX_T", classif: "STE_ICSE93_TOTAL" },
    value: (people, year) => employed(people, year) / 1000,
  },
  {
    code: "NY.GDP.MKTP.KD",
    publishedOn: "03-12",
    isRevised: true,
    value: (people, year, later) =>
      Math.round(employed(people, year) * year.output * (1 - (SHORTFALLS[later] ?? 0))),
  },
];

type Figure = { readonly year: number; readonly value: number };

/** What one vintage of a series states: the year before its own, and the years before that where they are revised. */
const figuresOf = ({ isRevised, value }: Series, people: number, newest: number): readonly Figure[] =>
  YEARS.filter(({ year }) => (isRevised ? year <= newest : year === newest)).map((year) => ({
    year: year.year,
    value: value(people, year, newest - year.year),
  }));

/** The register opens with 1400: what was published before is taken in then. */
const OPENS = dayOf("2021-03-21");

type Said = Pick<NewEvent, "id" | "type" | "effectiveOn" | "data">;

const vintage = (series: Series, people: number, newest: number): readonly NewEvent[] => {
  const { code, publishedOn, cut } = series;
  const vintageOn = `${newest + 1}-${publishedOn}`;
  const datasetId = `${PROVIDER}-${code}-${vintageOn}`;
  const figures = figuresOf(series, people, newest);
  const text = figures.map(({ year, value }) => `${year},${value}\n`).join("");
  const told = (said: Said): NewEvent => ({
    ...said,
    source: SIMULATION,
    version: 1,
    stream: `dataset-${datasetId}`,
    synthetic: true,
    recordedAt: `${isoDay(Math.max(dayOf(vintageOn), OPENS) + 1)}T11:00:00.000Z`,
  });
  const dataset = {
    datasetId,
    provider: PROVIDER,
    code,
    vintageOn,
    licence: "Apache-2.0",
    sha256: createHash("sha256").update(text).digest("hex"),
    rows: figures.length,
    title: { fa: "ساختگی: کشوری کوچک و شبیه‌سازی‌شده", en: "SYNTHETIC: a country in small, simulated" },
  };
  const observation = ({ year, value }: Figure) => ({
    datasetId,
    series: code,
    refArea: "IRN",
    frequency: "A",
    ...cut,
    period: String(year),
    value,
    vintageOn,
  });
  return [
    told({ id: namedId(datasetId), type: "DatasetImported", effectiveOn: vintageOn, data: dataset }),
    ...figures.map((figure) =>
      told({
        id: namedId(`${datasetId}/${figure.year}`),
        type: "ObservationImported",
        effectiveOn: `${figure.year}-12-31`,
        data: observation(figure),
      }),
    ),
  ];
};

/**
 * Population, employment and output of the simulated country, of so many people in the register, from 2020 to 2023: a
 * vintage a year of each, in which output is revised twice. Synthetic, under a provider of its own; the numbers are made
 * up, in proportion to the country in small and not to the real one. In the order of `recordedAt`.
 */
export const officialEvents = (people: number): readonly NewEvent[] =>
  YEARS.flatMap(({ year }) => SERIES.flatMap((series) => vintage(series, people, year)));
