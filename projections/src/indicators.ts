import { certificationIndicators } from "./certification/indicators.ts";
import type { Indicator } from "./engine/indicator.ts";
import { insuranceIndicators } from "./insurance/indicators.ts";
import { placementIndicators } from "./placement/indicators.ts";
import { conflictIndicators } from "./relations/conflict-indicators.ts";
import { relationsIndicators } from "./relations/indicators.ts";
import { trainingIndicators } from "./training/indicators.ts";
import { workforceIndicators } from "./workforce/indicators.ts";

/** Every indicator derived from events. */
export const indicators: readonly Indicator[] = [
  ...trainingIndicators,
  ...certificationIndicators,
  ...placementIndicators,
  ...workforceIndicators,
  ...insuranceIndicators,
  ...relationsIndicators,
  ...conflictIndicators,
];
