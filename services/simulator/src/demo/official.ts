import { createHash } from "node:crypto";
import type { NewEvent } from "@karnameh/schema/event";
import { dayOf, isoDay } from "../calendar.ts";
import { namedId } from "../identity.ts";

/** The source of these events: neither a statistical office nor a researcher. */
const SIMULATION = "urn:karnameh:system:simulation";
const PROVIDER = "SIMULATION";

/** The register knows half of the population: not children, old people, and people who never used a service. */
const REGISTERED_SHARE = 0.5;
const GROWTH = 1.008;
const GROWS_FROM = 2021;

/** Employed per 100 persons, and yearly output per employed person in dollars at constant prices. */
const YEARS = [
  { year: 2020, employed: 28.2, output: 19_000 },
  { year: 2021, employed: 28.5, output: 19_400 },
  { year: 2022, employed: 28.9, output: 19_900 },
  { year: 2023, employed: 29.1, output: 20_500 },
] as const;

type Year = (typeof YEARS)[number];

/** The shares by which the first and second estimates of output are too low; the third is final. */
const SHORTFALLS = [0.012, 0.003] as const;

type Series = {
  readonly code: string;
  /** Month and day of the year after, on which a year's figure is published. */
  readonly publishedOn: string;
  /** Whether each vintage revises the earlier years. */
  readonly isRevised: boolean;
  readonly breakdown?: { readonly sex: string; readonly classif: string };
  /** The figure of a year in the vintage `later` years after the first one with it. */
  readonly value: (people: number, year: Year, later: number) => number;
};

const population = (people: number, { year }: Year): number =>
  Math.round((people / REGISTERED_SHARE) * GROWTH ** (year - GROWS_FROM));

const employed = (people: number, year: Year): number =>
  Math.round((population(people, year) * year.employed) / 100);

const SERIES: readonly Series[] = [
  { code: "SP.POP.TOTL", publishedOn: "02-14", isRevised: false, value: population },
  {
    code: "EMP_2EMP_SEX_STE_NB_A",
    publishedOn: "03-01",
    isRevised: false,
    breakdown: { sex: "SEX_T", classif: "STE_ICSE93_TOTAL" },
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

/** The figures of one vintage: the year before its own, and all earlier years if they are revised. */
const figuresOf = ({ isRevised, value }: Series, people: number, newest: number): readonly Figure[] =>
  YEARS.filter(({ year }) => (isRevised ? year <= newest : year === newest)).map((year) => ({
    year: year.year,
    value: value(people, year, newest - year.year),
  }));

/** The register opens in 1400; earlier publications are recorded then. */
const OPENS = dayOf("2021-03-21");

type SeriesEvent = Pick<NewEvent, "id" | "type" | "effectiveOn" | "data">;

const vintage = (series: Series, people: number, newest: number): readonly NewEvent[] => {
  const { code, publishedOn, breakdown } = series;
  const vintageOn = `${newest + 1}-${publishedOn}`;
  const datasetId = `${PROVIDER}-${code}-${vintageOn}`;
  const figures = figuresOf(series, people, newest);
  const text = figures.map(({ year, value }) => `${year},${value}\n`).join("");
  const record = (event: SeriesEvent): NewEvent => ({
    ...event,
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
    title: { fa: "ساختگی: جمعیت شبیه‌سازی‌شده", en: "SYNTHETIC: a simulated population" },
  };
  const observation = ({ year, value }: Figure) => ({
    datasetId,
    series: code,
    refArea: "IRN",
    frequency: "A",
    ...breakdown,
    period: String(year),
    value,
    vintageOn,
  });
  return [
    record({ id: namedId(datasetId), type: "DatasetImported", effectiveOn: vintageOn, data: dataset }),
    ...figures.map((figure) =>
      record({
        id: namedId(`${datasetId}/${figure.year}`),
        type: "ObservationImported",
        effectiveOn: `${figure.year}-12-31`,
        data: observation(figure),
      }),
    ),
  ];
};

/**
 * Population, employment and output of the simulated country with `people` registered people, from 2020 to 2023: one
 * vintage of each per year, with output revised twice. Synthetic, under a provider of its own; the numbers are invented,
 * in proportion to the synthetic population and not to the real country. In the order of `recordedAt`.
 */
export const officialEvents = (people: number): readonly NewEvent[] =>
  YEARS.flatMap(({ year }) => SERIES.flatMap((series) => vintage(series, people, year)));
