import { type Cells, type Observation, readObservation } from "./observation.ts";
import type { RowFault } from "./refusal.ts";

/** A format of statistical tables that is recognised by its header. */
export type SeriesFormat = {
  readonly id: string;
  readonly title: string;
  /** The header as the publisher or the project writes it; columns in brackets are optional. */
  readonly header: string;
  /** True where every row names its series; otherwise the command has to. */
  readonly namesSeries: boolean;
  readonly provider: string;
  readonly licence: string;
  readonly matches: (header: readonly string[]) => boolean;
  /** `series` is the code that the command gave, empty where the rows name their own. */
  readonly read: (cells: Cells, series: string) => Observation | RowFault;
};

const hasAll =
  (...needed: readonly string[]) =>
  (header: readonly string[]): boolean =>
    needed.every((name) => header.includes(name));

const isExactly =
  (...names: readonly string[]) =>
  (header: readonly string[]): boolean =>
    header.length === names.length && names.every((name) => header.includes(name));

type Filled<K extends string> = { readonly [P in K]?: string };

/** A field of the observation, if its cell is not empty. */
const filled = <K extends string>(key: K, value: string | undefined): Filled<K> => {
  const field: { [P in string]?: string } = value === undefined || value === "" ? {} : { [key]: value };
  return field as Filled<K>;
};

/** ILO's modelled series have a 2 before the topic: `EAP_2EAP_SEX_AGE_NB_A`. */
const basisOf = (series: string, nature = ""): Pick<Observation, "basis"> => {
  if (nature.startsWith("PROJECTION")) return { basis: "PROJECTION" };
  return nature.startsWith("MODELLED") || /^[A-Z]+_2/.test(series) ? { basis: "MODELLED" } : {};
};

const ILO_COLUMNS = { area: "REF_AREA", period: "TIME_PERIOD", value: "OBS_VALUE" };

/** Columns of ILO's SDMX-CSV that are not classifications. */
const ILO_PLAIN = new Set(
  "DATAFLOW REF_AREA FREQ MEASURE SEX AGE TIME_PERIOD OBS_VALUE OBS_STATUS UNIT_MEASURE_TYPE UNIT_MEASURE UNIT_MULT SOURCE NOTE_SOURCE NOTE_INDICATOR NOTE_CLASSIF DECIMALS UPPER_BOUND LOWER_BOUND".split(
    " ",
  ),
);

/** `ILO:DF_UNE_DEAP_SEX_AGE_RT(1.0)` and `A` make the data set's own id, `UNE_DEAP_SEX_AGE_RT_A`. */
const iloSeries = (cells: Cells): string => {
  const name = /(?:^|:)DF_([A-Z0-9_]+)/.exec(cells["DATAFLOW"] ?? "")?.[1];
  return name === undefined ? "" : `${name}_${cells["FREQ"] ?? "A"}`;
};

const readIloSdmx = (cells: Cells): Observation | RowFault => {
  const series = iloSeries(cells);
  const own = Object.entries(cells).filter(([name, code]) => !ILO_PLAIN.has(name) && code !== "");
  const status = (cells["OBS_STATUS"] ?? "").replace(/[\s,;|+]+/g, "");
  return readObservation(cells, ILO_COLUMNS, {
    series,
    ...filled("sex", cells["SEX"]),
    ...filled("age", cells["AGE"]),
    ...filled("classif", own.map(([, code]) => code).join(".")),
    ...(status === "" ? {} : { obsStatus: status, statusList: "CL_OBS_STATUS_ILO" }),
    ...basisOf(series),
  });
};

const readIlostatLong = (cells: Cells): Observation | RowFault => {
  const series = cells["INDICATOR"] ?? "";
  const classif = cells["CLASSIF1"] ?? "";
  return readObservation(cells, ILO_COLUMNS, {
    series,
    ...filled("sex", cells["SEX"]),
    ...filled(classif.startsWith("AGE_") ? "age" : "classif", classif),
    statusList: "DROPPED_BY_SOURCE",
    ...basisOf(series, cells["NATURE"]),
  });
};

const OWID_PLAIN: readonly string[] = ["Entity", "Code", "Year"];

const readOwid = (cells: Cells, series: string): Observation | RowFault => {
  const column = Object.keys(cells).find((name) => !OWID_PLAIN.includes(name)) ?? "";
  return readObservation(cells, { area: "Code", period: "Year", value: column }, { series });
};

/**
 * The formats that can be imported, in the order in which they are tried. Values keep the unit and the scale
 * of the publisher. World Bank and OWID files have no status of an observation, so none is set.
 */
export const SERIES_FORMATS: readonly SeriesFormat[] = [
  {
    id: "ILO_SDMX",
    title: "ILO SDMX-CSV",
    header:
      "DATAFLOW,REF_AREA,FREQ,MEASURE[,SEX][,AGE][,other classifications],TIME_PERIOD,OBS_VALUE,OBS_STATUS[,UNIT_MEASURE,…]",
    namesSeries: true,
    provider: "ILO",
    licence: "CC-BY-4.0",
    matches: hasAll("DATAFLOW", "REF_AREA", "FREQ", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"),
    read: readIloSdmx,
  },
  {
    id: "ILOSTAT_LONG",
    title: "ILOSTAT, one value a row, observation status dropped",
    header: "REF_AREA,FREQ,INDICATOR,SEX,CLASSIF1,TIME_PERIOD,OBS_VALUE,UNIT[,NATURE]",
    namesSeries: true,
    provider: "ILO",
    licence: "CC-BY-4.0",
    matches: hasAll("REF_AREA", "FREQ", "INDICATOR", "SEX", "CLASSIF1", "TIME_PERIOD", "OBS_VALUE", "UNIT"),
    read: readIlostatLong,
  },
  {
    id: "WORLD_BANK_LONG",
    title: "World Bank, one value a row",
    header: "country_iso3,indicator,year,value",
    namesSeries: true,
    provider: "WB",
    licence: "CC-BY-4.0",
    matches: isExactly("country_iso3", "indicator", "year", "value"),
    read: (cells) =>
      readObservation(
        cells,
        { area: "country_iso3", period: "year", value: "value" },
        { series: cells["indicator"] ?? "" },
      ),
  },
  {
    id: "WORLD_BANK_INFLATION",
    title: "World Bank, consumer price inflation",
    header: "country,country_iso3,year,cpi_inflation_pct",
    namesSeries: false,
    provider: "WB",
    licence: "CC-BY-4.0",
    matches: isExactly("country", "country_iso3", "year", "cpi_inflation_pct"),
    read: (cells, series) =>
      readObservation(
        cells,
        { area: "country_iso3", period: "year", value: "cpi_inflation_pct" },
        { series },
      ),
  },
  {
    id: "OWID",
    title: "Our World in Data, one column of values",
    header: "Entity,Code,Year,<name of the value>",
    namesSeries: false,
    provider: "OWID",
    licence: "CC-BY-4.0",
    matches: (header) => header.length === 4 && hasAll(...OWID_PLAIN)(header),
    read: readOwid,
  },
];
