import type { Figure } from "./figure.ts";

const RATES = new Set(["PERCENT", "RATIO"]);
const RULES = new Set(
  "IRR DECILES ITEMS WORKING_DAYS DAYS YEARS DATE JALALI_YEAR GREGORIAN_YEAR RELATIVE_YEAR PLACE QUALITATIVE".split(
    " ",
  ),
);

const PROMISED = /target|horizon/;
const EXPECTED = /expected|forecast|upcoming/;
const DONE = /issued|created|hired|trained|trainees|assessed|enrolled|completed|new|hours|training/;
const STANDING = /active|covered|registered|existing|units|workforce/;

/**
 * Judges whether a figure is a rate, a target, a forecast, a parameter of a rule, a flow or a stock from its
 * unit, the name of its measure and its period. Undefined where that would be a guess.
 */
export const judgeKind = ({ unit, measure, periodFrom, periodTo }: Figure): string | undefined => {
  if (PROMISED.test(measure)) return "TARGET";
  if (EXPECTED.test(measure)) return "FORECAST";
  if (RATES.has(unit)) return "RATE";
  if (RULES.has(unit)) return "PARAMETER";
  const bounded = periodFrom !== undefined || periodTo !== undefined;
  if (bounded && DONE.test(measure)) return "FLOW";
  return STANDING.test(measure) ? "STOCK" : undefined;
};
