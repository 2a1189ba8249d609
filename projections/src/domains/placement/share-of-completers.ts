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
  definedBy: { fa: "شاخص ۵ب چارچوب اروپایی تضمین کیفیت (EQAVET)", en: "EQAVET indicator 5b" },
  codes: { eqavet: "5b" },
} as const;

/** The same at six months, for which EQAVET has no code. */
export const inWork6 = {
  definedBy: {
    fa: "مانند شاخص ۵ب چارچوب اروپایی تضمین کیفیت (EQAVET)، شش ماه پس از پایان دوره طبق روش استونی",
    en: "As EQAVET indicator 5b, but six months after completion, as in Estonia",
  },
} as const;
