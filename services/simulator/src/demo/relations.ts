/**
 * How figures depend on each other. SUM: left is the sum of right. DIFFERENCE: left is the first of right less the
 * others. SAME_AS: left states the same as right. PART_OF: left is counted in right. RATIO: left is divided by right.
 */
export type Relation = {
  readonly id: string;
  readonly kind: "SUM" | "DIFFERENCE" | "RATIO" | "SAME_AS" | "PART_OF";
  readonly left: string;
  readonly right: readonly string[];
};

export const RELATIONS: readonly Relation[] = [
  { id: "trainees-of-two-years", kind: "SUM", left: "RF-36", right: ["RF-37", "RF-38"] },
  { id: "trainees-to-mehr-1401", kind: "SUM", left: "XC-01", right: ["XC-02", "XC-03"] },
  { id: "coupon-deciles", kind: "SUM", left: "RF-10", right: ["RF-13", "RF-14"] },
  { id: "coupon-example-difference", kind: "DIFFERENCE", left: "RF-23", right: ["RF-21", "RF-22"] },
  { id: "coupon-example-parts", kind: "SUM", left: "RF-23", right: ["RF-24", "RF-25"] },
  { id: "coupon-expansion-day", kind: "SAME_AS", left: "RF-12", right: ["RF-11"] },
  { id: "coupon-bonus", kind: "SAME_AS", left: "RF-27", right: ["RF-26"] },
  { id: "labour-memorandum-year", kind: "SAME_AS", left: "RF-04", right: ["RF-03"] },
  { id: "saipa-retiring-workers", kind: "PART_OF", left: "RF-33", right: ["RF-32"] },
  { id: "workplace-trainees", kind: "PART_OF", left: "RF-46", right: ["RF-36"] },
  { id: "real-workplace-trainees", kind: "PART_OF", left: "RF-50", right: ["RF-36"] },
  { id: "workplace-hours-per-person", kind: "RATIO", left: "RF-45", right: ["RF-46"] },
  { id: "kahad-nakhlestan-target", kind: "RATIO", left: "RF-48", right: ["RF-47"] },
  { id: "certificates-per-assessed", kind: "RATIO", left: "RF-42", right: ["RF-41"] },
  { id: "kahad-nakhlestan-trainees", kind: "PART_OF", left: "RF-48", right: ["RF-36"] },
];

/** A forecast that did not come true, as the newsroom learned it. */
export type Falsified = {
  readonly figureId: string;
  readonly outcome: string;
  readonly on: string;
  readonly evidence: string;
  /** Noon in Tehran of the day after. */
  readonly takenInAt: string;
};

export const FALSIFIED: readonly Falsified[] = [
  {
    figureId: "RF-06",
    outcome: "Moved to October 2022 and then cancelled: no competition was held in Shanghai.",
    on: "2022-05-31",
    evidence: "WorldSkills International, notice of cancellation",
    takenInAt: "2022-06-01T07:30:00.000Z",
  },
];
