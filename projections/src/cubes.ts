import { certificates } from "./certification/certificates.ts";
import { certification } from "./certification/certification.ts";
import type { Cube } from "./engine/cube.ts";
import { coverage } from "./insurance/coverage.ts";
import { employedMonths } from "./insurance/employed-months.ts";
import { insuredMonths } from "./insurance/insured-months.ts";
import { hires } from "./placement/hires.ts";
import { placement } from "./placement/placement.ts";
import { retirements } from "./placement/retirements.ts";
import { trainingHours } from "./training/hours.ts";
import { trainees } from "./training/trainees.ts";
import { training } from "./training/training.ts";
import { employment } from "./workforce/employment.ts";

/** Every cube of the ledger. */
export const cubes: readonly Cube[] = [
  training,
  trainees,
  trainingHours,
  certificates,
  certification,
  placement,
  hires,
  retirements,
  employment,
  coverage,
  insuredMonths,
  employedMonths,
];
