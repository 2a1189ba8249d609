import { InvalidArgumentError } from "commander";

/** Parses a whole number from `min` to `max`, for commander. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };

export const DATA_OPTION = "--data <folder>";
export const DATA_MEANING = "data folder (default: KARNAMEH_DATA, or data in the repository)";
export const LOG_OPTION = "--log <address>";
export const LOG_MEANING =
  "address of the cluster that holds the log, kurrentdb://… (default: KARNAMEH_EVENT_LOG, or a file in the data folder)";
export const MODEL_OPTION = "--model <folder>";
export const MODEL_MEANING = "folder of the read model (default: the data folder)";
export const JSON_MEANING = "print the result as one JSON object, without progress";
