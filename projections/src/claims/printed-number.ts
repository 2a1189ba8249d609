import { toPersianDigits } from "@karnameh/schema/calendar";
import { MAGNITUDES } from "@karnameh/schema/number-lexicon";
import { type Group, groupsOf } from "@karnameh/schema/number-spelling";
import type { Lang, Text } from "@karnameh/schema/text";
import type { ClaimRow } from "./claim-types.ts";

/**
 * One way in which a value may be printed: in groups with magnitude words, or as bare digits in one group
 * without any. `scale` is what the printed number is multiplied by: 10 for a sum printed in toman and stored in rial.
 */
export type PrintedForm = {
  readonly groups: readonly Group[];
  readonly scale: number;
  /** How likely it is that the document prints it so, from 0 to 1. */
  readonly weight: number;
};

/** Numbers from here on are printed with magnitude words in a Persian text. */
const SPELLED_FROM = 1_000;

const nameOf = (factor: number, lang: Lang): string | undefined =>
  MAGNITUDES.find((each) => each.factor === factor)?.name[lang];

const inDigits = (digits: string, lang: Lang, isBare: boolean): string => {
  if (lang === "fa") return toPersianDigits(digits);
  return isBare && !digits.includes(".") ? Number(digits).toLocaleString("en") : digits;
};

const formText = ({ groups }: PrintedForm, lang: Lang): string =>
  groups
    .map(({ digits, factor }) => {
      const name = nameOf(factor, lang);
      const written = inDigits(digits, lang, groups.length === 1 && factor === 1);
      return name === undefined ? written : `${written} ${name}`;
    })
    .join(lang === "fa" ? " و " : " and ");

/** The number as it is printed, in both languages; an amount in toman names the unit. */
export const textOf = (form: PrintedForm): Text => ({
  fa: formText(form, "fa") + (form.scale === 10 ? " تومان" : ""),
  en: formText(form, "en") + (form.scale === 10 ? " toman" : ""),
});

/** The value of a form, in the unit in which figures are stored. */
export const formValue = ({ groups, scale }: PrintedForm): number =>
  groups.reduce((total, { digits, factor }) => total + Number(digits) * factor, 0) * scale;

/**
 * The ways in which a figure's value may have been printed. Where the document is Persian, or its language is not
 * known, magnitude words come first.
 */
export const formsOf = ({ value, unit, language }: ClaimRow): readonly PrintedForm[] => {
  if (value === null || value < 0 || value > Number.MAX_SAFE_INTEGER) return [];
  const scales = unit === "IRR" && value % 10 === 0 ? [10, 1] : [1];
  const isPersian = !language || language.startsWith("fa");
  return scales.flatMap((scale, at): PrintedForm[] => {
    const printed = value / scale;
    const less = at === 0 ? 1 : 0.7;
    const bare = { groups: [{ digits: String(printed), factor: 1 }], scale };
    if (!Number.isInteger(printed)) return /e/.test(String(printed)) ? [] : [{ ...bare, weight: less }];
    if (printed < SPELLED_FROM) return [{ ...bare, weight: less }];
    return [
      { groups: groupsOf(printed), scale, weight: less * (isPersian ? 1 : 0.6) },
      { ...bare, weight: less * (isPersian ? 0.8 : 1) },
    ];
  });
};
