/** One number of the table. `raw` is the bare engine's on the same rows. */
export type Measured = {
  readonly row: string;
  readonly what: string;
  readonly value: number;
  readonly unit: "events/s" | "ms" | "s" | "MiB" | "×";
  readonly better: "more" | "less";
  readonly raw: { readonly what: string; readonly value: number } | undefined;
  readonly atLeast: number | undefined;
  readonly aim: number | undefined;
  /** Details of the number, one per line. */
  readonly notes: readonly string[];
};

export type Verdict = "aim" | "at least" | "missed" | "";

/** Whether a number reaches its aim, only its limit, or neither; empty if none is set. */
export const verdictOf = ({ value, better, atLeast, aim }: Measured): Verdict => {
  const reaches = (bound: number): boolean => (better === "more" ? value >= bound : value <= bound);
  if (aim !== undefined && reaches(aim)) return "aim";
  if (atLeast === undefined) return "";
  if (!reaches(atLeast)) return "missed";
  return aim === undefined ? "aim" : "at least";
};

export const isMissed = (measured: Measured): boolean => verdictOf(measured) === "missed";

/** The measured number as a multiple of the bare engine's. */
export const ratioOf = ({ value, raw }: Measured): number | undefined =>
  raw === undefined || raw.value === 0 ? undefined : value / raw.value;

/** The smallest value that at least the share `q` of the values does not exceed; NaN of none. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
};

const DIGITS = 3;

/** A number with three significant digits, thousands separated. */
export const shown = (value: number, unit: Measured["unit"] = "s"): string => {
  if (!Number.isFinite(value)) return "–";
  const isWhole = unit === "events/s" || unit === "MiB" || Math.abs(value) >= 100;
  return isWhole
    ? Math.round(value).toLocaleString("en")
    : value.toLocaleString("en", { maximumSignificantDigits: DIGITS });
};
