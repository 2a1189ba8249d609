import type { Figure } from "./figure.ts";

const RATE_UNITS = new Set(["PERCENT", "RATIO"]);
const PARAMETER_UNITS = new Set(
  "IRR DECILES ITEMS WORKING_DAYS DAYS YEARS DATE JALALI_YEAR GREGORIAN_YEAR RELATIVE_YEAR PLACE QUALITATIVE".split(
    " ",
  ),
);

const TARGETS = /target|horizon/;
const FORECASTS = /expected|forecast|upcoming/;
const FLOWS = /issued|created|hired|trained|trainees|assessed|enrolled|completed|new|hours|training/;
const STOCKS = /active|covered|registered|existing|units|workforce/;

/**
 * Judges whether a figure is a rate, a target, a forecast, a parameter of a rule, a flow or a stock from its
 * unit, the name of its measure and its period. Undefined if that would be a guess.
 */
export const judgeKind = ({ unit, measure, periodFrom, periodTo }: Figure): string | undefined => {
  if (TARGETS.test(measure)) return "TARGET";
  if (FORECASTS.test(measure)) return "FORECAST";
  if (RATE_UNITS.has(unit)) return "RATE";
  if (PARAMETER_UNITS.has(unit)) return "PARAMETER";
  const bounded = periodFrom !== undefined || periodTo !== undefined;
  if (bounded && FLOWS.test(measure)) return "FLOW";
  return STOCKS.test(measure) ? "STOCK" : undefined;
};
