import type { Text } from "@karnameh/schema/text";
import type { ClaimRow, Hypothesis, PrintedEdit } from "./claim-types.ts";
import type { EditKind } from "./digit-edits.ts";
import { type PrintedForm, textOf } from "./printed-number.ts";

/** One figure read as another number than the printed one. */
export type Repair = {
  readonly figure: ClaimRow;
  readonly kind: EditKind;
  readonly printed: PrintedForm;
  readonly intended: PrintedForm;
  readonly value: number;
  readonly weight: number;
};

const SLIPS: Readonly<Record<EditKind, Text>> = {
  DIGIT_LOST: { fa: "یک رقم افتاده", en: "one digit was lost" },
  DIGIT_DOUBLED: { fa: "یک رقم دوبار نوشته شده", en: "one digit was doubled" },
  DIGITS_SWAPPED: { fa: "دو رقم جابه‌جا شده", en: "two digits were swapped" },
  DIGIT_MISTYPED: { fa: "یک رقم اشتباه نوشته شده", en: "one digit was mistyped" },
  MAGNITUDE_MISREAD: { fa: "واژهٔ هزار یا میلیون جابه‌جا شده", en: "a magnitude word was misread" },
};

const editOf = ({ figure, kind, printed, intended, value }: Repair): PrintedEdit => ({
  figureId: figure.figureId,
  kind,
  from: figure.value ?? 0,
  to: value,
  printed: textOf(printed),
  intended: textOf(intended),
});

const clause = ({ figureId, kind, printed, intended }: PrintedEdit): Text => {
  const slip = SLIPS[kind as EditKind];
  return {
    fa: `در ${figureId} به جای «${intended.fa}»، «${printed.fa}» نوشته شده باشد (${slip.fa})`,
    en: `${figureId} prints “${printed.en}” for “${intended.en}” (${slip.en})`,
  };
};

/** A hypothesis with its explanation in both languages. */
export const hypothesisOf = (repairs: readonly Repair[], rank: number, plausibility: number): Hypothesis => {
  const edits = repairs.map(editOf);
  const clauses = edits.map(clause);
  return {
    rank,
    plausibility: Math.round(plausibility * 100) / 100,
    edits,
    explanation: {
      fa: `اگر ${clauses.map(({ fa }) => fa).join(" و ")}، ارقام کاملاً با هم سازگار می‌شوند.`,
      en: `If ${clauses.map(({ en }) => en).join(" and ")}, the figures agree exactly.`,
    },
  };
};
