import { AND, HUNDREDS, MAGNITUDES, ONES, TENS } from "./number-lexicon.ts";

const spellSmall = (value: number): readonly string[] => {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const below = rest < 20 ? [rest] : [rest - (rest % 10), rest % 10];
  const words = below
    .filter((each) => each > 0)
    .map((each) => (each < 20 ? ONES[each] : TENS[each / 10 - 2]) ?? "");
  return hundreds > 0 ? [HUNDREDS[hundreds - 1] ?? "", ...words] : words;
};

/** A part of a number as it is printed with magnitude words: 39 and 1000 for thirty-nine thousand. */
export type Group = { readonly digits: string; readonly factor: number };

/** The parts of a whole number, the largest first, those of zero left out: 1,039,000 is 1 million and 39 thousand. */
export const groupsOf = (value: number): readonly Group[] => {
  const groups: Group[] = [];
  let rest = value;
  for (const factor of [...MAGNITUDES.map((each) => each.factor), 1]) {
    const part = Math.floor(rest / factor);
    if (part > 0) groups.push({ digits: String(part), factor });
    rest -= part * factor;
  }
  return groups.length > 0 ? groups : [{ digits: "0", factor: 1 }];
};

/** The words of a whole number below 10^15. */
export const spellNumber = (value: number): string =>
  groupsOf(value)
    .map(({ digits, factor }) => {
      const words = spellSmall(Number(digits));
      const name = MAGNITUDES.find((each) => each.factor === factor)?.name.fa;
      const spelled = words.length > 0 ? words.join(` ${AND} `) : (ONES[0] ?? "");
      return name === undefined ? spelled : `${spelled} ${name}`;
    })
    .join(` ${AND} `);
