import { certificationIndicators } from "./certification/indicators.ts";
import { diplomacyIndicators } from "./diplomacy/indicators.ts";
import type { Indicator } from "./engine/indicator.ts";
import { insuranceIndicators } from "./insurance/indicators.ts";
import { schemeIndicators } from "./insurance/scheme-indicators.ts";
import { licensingIndicators } from "./licensing/indicators.ts";
import { networkIndicators } from "./network/indicators.ts";
import { placementIndicators } from "./placement/indicators.ts";
import { conflictIndicators } from "./relations/conflict-indicators.ts";
import { relationsIndicators } from "./relations/indicators.ts";
import { reportedIndicators } from "./reported/indicators.ts";
import { surveyIndicators } from "./survey/indicators.ts";
import { trainingIndicators } from "./training/indicators.ts";
import { vacancyIndicators } from "./vacancies/indicators.ts";
import { welfareIndicators } from "./welfare/indicators.ts";
import { workforceIndicators } from "./workforce/indicators.ts";

/** Every indicator derived from events. */
export const indicators: readonly Indicator[] = [
  ...trainingIndicators,
  ...certificationIndicators,
  ...placementIndicators,
  ...workforceIndicators,
  ...surveyIndicators,
  ...vacancyIndicators,
  ...insuranceIndicators,
  ...relationsIndicators,
  ...conflictIndicators,
  ...licensingIndicators,
  ...schemeIndicators,
  ...reportedIndicators,
  ...welfareIndicators,
  ...diplomacyIndicators,
  ...networkIndicators,
];
