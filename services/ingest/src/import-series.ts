import { LogError } from "@karnameh/event-log/port";
import type { NewEvent } from "@karnameh/schema/event";
import { checked } from "./check-event.ts";
import { type Dataset, datasetIdOf, datasetImported, observationImported } from "./dataset.ts";
import { IngestError } from "./ingest-error.ts";
import type { Observation } from "./observation.ts";
import { checkOptionDay } from "./option-day.ts";
import { openTable, sha256Of, type Table, type TableRow } from "./read-table.ts";
import {
  type ConflictReason,
  type RowRead,
  recordRows,
  type TableImport,
  type TableImported,
} from "./record-rows.ts";
import { type RowFault, refusal } from "./refusal.ts";
import { SERIES_FORMATS, type SeriesFormat } from "./series-formats.ts";
import { SLUG, SLUG_RULE } from "./slug.ts";
import { findFormat } from "./table-format.ts";

export type SeriesImport = TableImport & {
  /** The day on which the publisher released the numbers of the file, `YYYY-MM-DD`. */
  readonly vintageOn: string;
  /** The day of the import; no vintage may be later. Today in Tehran by default. */
  readonly today?: string;
  /** Code of the series, for tables that do not name it. */
  readonly series?: string;
  /** Who published the table, if it is not the publisher of the format. */
  readonly provider?: string;
};

export type SeriesImported = TableImported & {
  /** Id of the format that was recognised. */
  readonly format: string;
  readonly datasets: readonly string[];
};

const checkOptions = ({ vintageOn, today, series, provider }: SeriesImport): void => {
  checkOptionDay("The vintage", vintageOn, { example: "2026-05-31", today });
  for (const [name, value] of Object.entries({ series, provider })) {
    if (value === undefined || SLUG.test(value)) continue;
    throw new IngestError("OPTION_INVALID", `The ${name} has to be ${SLUG_RULE}.`);
  }
};

const checkSeries = (format: SeriesFormat, { file, series }: SeriesImport): void => {
  if (format.namesSeries && series !== undefined) {
    throw new IngestError("SERIES_NAMED_TWICE", `${file} names its own series: leave out --series.`);
  }
  if (!format.namesSeries && series === undefined) {
    throw new IngestError("SERIES_NEEDED", `${file} does not name its series: give its code with --series.`);
  }
};

type ReadRow = (row: TableRow) => Observation | RowFault;

/** A first reading finds which datasets the file holds and how many observations each has. */
const findDatasets = async (given: SeriesImport, format: SeriesFormat, table: Table, read: ReadRow) => {
  const rows = new Map<string, number>();
  for await (const row of table.rows()) {
    const observation = read(row);
    if ("series" in observation) rows.set(observation.series, (rows.get(observation.series) ?? 0) + 1);
  }
  const { vintageOn, provider = format.provider } = given;
  const file = { provider, vintageOn, licence: format.licence, sha256: await sha256Of(given.file) };
  const toDataset = ([code, count]: [string, number]): Dataset => ({
    datasetId: datasetIdOf(provider, code, vintageOn),
    code,
    rows: count,
    ...file,
  });
  return new Map([...rows].map((entry) => [entry[0], toDataset(entry)]));
};

/** A dataset that another file already began stays as it is: this file is another part, or mends refused rows. */
const recordDatasets = async (log: SeriesImport["log"], datasets: readonly Dataset[]): Promise<void> => {
  for (const dataset of datasets) {
    try {
      await log.append([datasetImported(dataset)]);
    } catch (error) {
      if (!(error instanceof LogError && error.code === "CONFLICT")) throw error;
    }
  }
};

/** Says which value of the vintage another row would replace. */
const explainConflict = ({ data }: NewEvent): ConflictReason => {
  const key = ["series", "refArea", "sex", "age", "classif", "period"].map((name) => data[name] ?? "");
  const name = key.filter((part) => part !== "").join(", ");
  return {
    path: "",
    message: `The vintage of ${data["vintageOn"]} already has another value or status for ${name}.`,
    hint: "A vintage never changes: give the day of the new vintage.",
  };
};

async function* observations(
  table: Table,
  read: ReadRow,
  datasets: ReadonlyMap<string, Dataset>,
): AsyncGenerator<RowRead> {
  for await (const row of table.rows()) {
    const observation = read(row);
    if (!("series" in observation)) {
      yield refusal(row.line, observation.code, observation);
      continue;
    }
    const dataset = datasets.get(observation.series);
    if (dataset !== undefined) yield checked(row.line, observationImported(dataset, observation));
  }
}

/**
 * Records a statistical table as one dataset for each of its series and one observation for each of its rows.
 * The format is recognised by the header; a missing value stays missing. Rows that cannot be read are rejected by
 * line number; of a vintage that is already recorded only new rows are added. Throws IngestError.
 */
export const importSeries = async (given: SeriesImport): Promise<SeriesImported> => {
  checkOptions(given);
  const table = await openTable(given.file);
  const format = findFormat(table, given.file, SERIES_FORMATS, ({ matches }) => matches(table.header));
  checkSeries(format, given);
  const read: ReadRow = ({ cells, fault }) => fault ?? format.read(cells, given.series ?? "");
  const datasets = await findDatasets(given, format, table, read);
  await recordDatasets(given.log, [...datasets.values()]);
  const recorded = await recordRows(given, observations(table, read, datasets), explainConflict);
  return {
    ...recorded,
    format: format.id,
    datasets: [...datasets.values()].map(({ datasetId }) => datasetId),
  };
};
