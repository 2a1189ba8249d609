/**
 * How figures depend on each other. SUM: left is the sum of right. DIFFERENCE: left is the first of right less the
 * others. SAME_AS: left says what right says. PART_OF: left is counted in right.
 */
export type Relation = {
  readonly id: string;
  readonly kind: "SUM" | "DIFFERENCE" | "SAME_AS" | "PART_OF";
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
  { id: "kahad-nakhlestan-trainees", kind: "PART_OF", left: "RF-48", right: ["RF-36"] },
];
