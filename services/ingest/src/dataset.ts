import type { NewEvent } from "@karnameh/schema/event";
import { uuid5 } from "@karnameh/schema/uuid5";
import { MAX_NAME_CHARACTERS } from "./limits.ts";
import type { Observation } from "./observation.ts";

/** One vintage of one series of one provider: what an import of a table makes. */
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

/** Whoever runs an import speaks as this producer. */
export const IMPORTER = "urn:karnameh:researcher:import";

/** `PROVIDER-CODE-VINTAGE`, shortened without becoming another dataset's name where it grows too long. */
export const datasetIdOf = (provider: string, code: string, vintageOn: string): string => {
  const whole = `${provider}-${code}-${vintageOn}`;
  if (whole.length <= MAX_NAME_CHARACTERS) return whole;
  const tail = `-${uuid5(whole).slice(0, 8)}-${vintageOn}`;
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
  { lastDay, ...said }: Observation,
): NewEvent => {
  const key = [said.refArea, said.frequency, said.sex, said.age, said.classif, said.period];
  return {
    id: uuid5("ObservationImported", datasetId, ...key.map((part) => part ?? "")),
    source: IMPORTER,
    type: "ObservationImported",
    version: 1,
    stream: `dataset-${datasetId}`,
    effectiveOn: lastDay,
    data: { datasetId, ...said, vintageOn },
  };
};
