import type { NewEvent } from "@karnameh/schema/event";
import { uuid5 } from "@karnameh/schema/uuid5";
import { MAX_NAME_CHARACTERS } from "./limits.ts";
import type { Observation } from "./observation.ts";

/** One vintage of one series of one provider, as the import of a table records it. */
export type Dataset = {
  readonly datasetId: string;
  readonly provider: string;
  readonly code: string;
  readonly vintageOn: string;
  readonly licence: string;
  /** Of the file that the dataset came in. */
  readonly sha256: string;
  readonly rows: number;
};

/** The producer of all events that imports of tables record. */
export const IMPORTER = "urn:karnameh:researcher:import";

/** `PROVIDER-CODE-VINTAGE`; if it is too long, a part of it is replaced by a hash. */
export const datasetIdOf = (provider: string, code: string, vintageOn: string): string => {
  const full = `${provider}-${code}-${vintageOn}`;
  if (full.length <= MAX_NAME_CHARACTERS) return full;
  const tail = `-${uuid5(full).slice(0, 8)}-${vintageOn}`;
  return `${`${provider}-${code}`.slice(0, MAX_NAME_CHARACTERS - tail.length)}${tail}`;
};

/** The dataset itself, in force from its vintage on. One id a dataset: a vintage is never replaced. */
export const datasetImported = (dataset: Dataset): NewEvent => ({
  id: uuid5("DatasetImported", dataset.datasetId),
  source: IMPORTER,
  type: "DatasetImported",
  version: 1,
  stream: `dataset-${dataset.datasetId}`,
  effectiveOn: dataset.vintageOn,
  data: dataset,
});

/** One observation; the same cell of the same vintage always has the same id. */
export const observationImported = (
  { datasetId, vintageOn }: Pick<Dataset, "datasetId" | "vintageOn">,
  { lastDay, ...fields }: Observation,
): NewEvent => {
  const key = [fields.refArea, fields.frequency, fields.sex, fields.age, fields.classif, fields.period];
  return {
    id: uuid5("ObservationImported", datasetId, ...key.map((part) => part ?? "")),
    source: IMPORTER,
    type: "ObservationImported",
    version: 1,
    stream: `dataset-${datasetId}`,
    effectiveOn: lastDay,
    data: { datasetId, ...fields, vintageOn },
  };
};
