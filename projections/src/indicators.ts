import { certificationIndicators } from "./domains/certification/indicators.ts";
import { diplomacyIndicators } from "./domains/diplomacy/indicators.ts";
import { insuranceIndicators } from "./domains/insurance/indicators.ts";
import { schemeIndicators } from "./domains/insurance/scheme-indicators.ts";
import { licensingIndicators } from "./domains/licensing/indicators.ts";
import { networkIndicators } from "./domains/network/indicators.ts";
import { placementIndicators } from "./domains/placement/indicators.ts";
import { conflictIndicators } from "./domains/relations/conflict-indicators.ts";
import { relationsIndicators } from "./domains/relations/indicators.ts";
import { reportedIndicators } from "./domains/reported/indicators.ts";
import { surveyIndicators } from "./domains/survey/indicators.ts";
import { trainingIndicators } from "./domains/training/indicators.ts";
import { vacancyIndicators } from "./domains/vacancies/indicators.ts";
import { welfareIndicators } from "./domains/welfare/indicators.ts";
import { workforceIndicators } from "./domains/workforce/indicators.ts";
import type { Indicator } from "./engine/indicator.ts";

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
