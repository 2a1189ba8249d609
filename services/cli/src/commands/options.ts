import { InvalidArgumentError } from "commander";

/** A whole number from `least` to `most`, for commander. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };

export const DATA_OPTION = "--data <folder>";
export const DATA_MEANING = "the data folder (else KARNAMEH_DATA, else data in the repository)";
export const LOG_OPTION = "--log <address>";
export const LOG_MEANING =
  "the cluster that holds the log, kurrentdb://… (else KARNAMEH_EVENT_LOG, else a file in the data folder)";
export const MODEL_OPTION = "--model <folder>";
export const MODEL_MEANING = "the folder of the read model (else the data folder)";
export const JSON_MEANING = "print one JSON object for a script, and no progress";
