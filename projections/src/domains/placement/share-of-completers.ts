import type { Cube } from "../../engine/cube.ts";
import type { Window } from "../../engine/indicator.ts";

/** The share of a cube's completers of whom a measure holds, once a window after the period has passed. */
export const shareOfCompleters = (cube: Cube, measure: string, window: Window) =>
  ({
    unit: "PERCENT",
    decimals: 1,
    formula: { kind: "ratio", over: { cube, measure }, under: { cube, measure: "completers" } },
    window,
  }) as const;

/** Who is in work, after EQAVET, twelve months after a course. */
export const inWork12 = {
  definedBy: { fa: "EQAVET شاخص ۵ب", en: "EQAVET indicator 5b" },
  codes: { eqavet: "5b" },
} as const;

/** The same at six months, for which EQAVET has no code. */
export const inWork6 = {
  definedBy: {
    fa: "همانند EQAVET شاخص ۵ب، با نقطهٔ شش‌ماهه به رسم استونی",
    en: "As EQAVET indicator 5b, at six months after the Estonian practice",
  },
} as const;
