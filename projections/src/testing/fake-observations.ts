import { type Period, parsePeriod, periodFromOrdinal } from "@karnameh/schema/calendar";
import type { IndicatorMetadata } from "../planner/indicator-metadata.ts";
import type { Observation, ObservationQuery } from "../planner/observation-query.ts";

/** Mean, yearly growth and seasonal swing, close to the values of the synthetic population. */
const TRENDS: Readonly<Record<string, readonly [mean: number, growth: number, swing: number]>> = {
  trainees: [61_240, 0.09, 0.16],
  trainees_person_courses: [78_310, 0.1, 0.18],
  completion_rate: [84.2, 0.008, 0.015],
  private_share: [56.1, 0.012, 0.02],
  training_person_hours: [7_412_800, 0.1, 0.2],
  certificates_issued: [49_870, 0.12, 0.14],
  certification_rate: [71.4, -0.004, 0.02],
  days_to_certificate_median: [34, -0.12, 0.06],
  days_to_certificate_p90: [81, -0.1, 0.07],
  placement_rate_6m: [41.7, 0.03, 0.04],
  placement_rate_12m: [52.3, 0.02, 0.03],
  hires: [18_930, 0.05, 0.22],
  replacement_rate: [30, 0, 0],
  employed: [412_600, 0.025, 0.01],
  insurance_coverage_rate: [68.9, 0.015, 0.01],
  covered_persons: [298_400, 0.03, 0.008],
};

const PERIODS_PER_YEAR = { MONTH: 12, QUARTER: 4, YEAR: 1 } as const;

const valueAt = (code: string, period: Period, index: number): number => {
  const [mean, growth, swing] = TRENDS[code] ?? [100, 0, 0];
  const perYear = PERIODS_PER_YEAR[period.frequency];
  const season = Math.sin((period.ordinal % perYear) * (6.28 / perYear));
  const noise = ((period.ordinal * 7_919 + code.length * 104_729) % 97) / 97 - 0.5;
  return mean * (1 + (growth * index) / perYear + swing * season + swing * 0.4 * noise);
};

/** Indicators with a window have no value while it is open; two indicators have no events in one early period. */
const missingReasonAt = ({ code, window }: IndicatorMetadata, index: number, count: number) => {
  const open = { P6M: 2, P12M: 4, P36M: 8, P30D: 1, P90D: 1 }[window ?? ""] ?? 0;
  if (count > 3 && index >= count - open) return "WINDOW_OPEN";
  return index === 2 && ["training_person_hours", "completion_rate"].includes(code) ? "NO_EVENTS" : null;
};

/** One observation: the year 1402, normal, with the value 1. */
export const fakeObservation = (given: Partial<Observation> = {}): Observation => ({
  period: parsePeriod("1402", "JALALI"),
  coordinates: [],
  value: 1,
  numerator: null,
  denominator: null,
  sampleSize: null,
  status: "A",
  reason: null,
  isSynthetic: false,
  ...given,
});

/** Plausible values of an indicator for three years from 1400 (2021); the last period is provisional. */
export const fakeSeries = (
  metadata: IndicatorMetadata,
  { frequency = "YEAR", calendar = "JALALI" }: ObservationQuery,
  isSynthetic: boolean,
): readonly Observation[] => {
  const perYear = PERIODS_PER_YEAR[frequency];
  const first = parsePeriod(calendar === "JALALI" ? "1400" : "2021", calendar).ordinal * perYear;
  const count = 3 * perYear;
  return Array.from({ length: count }, (_, index): Observation => {
    const period = periodFromOrdinal(calendar, frequency, first + index);
    const reason = missingReasonAt(metadata, index, count);
    const value = reason === null ? valueAt(metadata.code, period, index) : null;
    const isRate = metadata.unit === "PERCENT" && value !== null;
    const denominator = isRate ? 40_000 + index * 350 : null;
    const numerator = denominator === null ? null : Math.round((denominator * (value ?? 0)) / 100);
    const status = reason !== null ? "M" : index === count - 1 ? "P" : "A";
    return fakeObservation({ period, value, numerator, denominator, status, reason, isSynthetic });
  });
};
