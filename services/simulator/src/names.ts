import { toPersianDigits } from "@karnameh/schema/calendar";

type Kind = {
  readonly fa: string;
  readonly en: string;
  readonly divisions: readonly [from: number, to: number];
};

/** Names of establishments by activity. All names contain "sample": none is of a real firm. */
const KINDS: readonly Kind[] = [
  { fa: "کشتزار نمونه", en: "Sample Farm", divisions: [1, 3] },
  { fa: "کارخانهٔ نمونه", en: "Sample Factory", divisions: [10, 25] },
  { fa: "صنایع نمونه", en: "Sample Industries", divisions: [26, 33] },
  { fa: "نیروگاه نمونه", en: "Sample Power Station", divisions: [35, 39] },
  { fa: "ساختمانی نمونه", en: "Sample Builders", divisions: [41, 43] },
  { fa: "تعمیرگاه نمونه", en: "Sample Garage", divisions: [45, 45] },
  { fa: "فروشگاه نمونه", en: "Sample Store", divisions: [46, 47] },
  { fa: "باربری نمونه", en: "Sample Transport", divisions: [49, 53] },
  { fa: "مهمان‌پذیر نمونه", en: "Sample Hospitality", divisions: [55, 56] },
  { fa: "رایانش نمونه", en: "Sample Computing", divisions: [58, 63] },
  { fa: "دفتر نمونه", en: "Sample Office", divisions: [64, 84] },
  { fa: "آموزشی نمونه", en: "Sample School", divisions: [85, 85] },
  { fa: "درمانگاه نمونه", en: "Sample Clinic", divisions: [86, 88] },
];

const WORKSHOP: Kind = { fa: "کارگاه نمونه", en: "Sample Workshop", divisions: [0, 99] };

/** An invented bilingual name, «کارخانهٔ نمونه ۱۲» / "Sample Factory 12". */
export const establishmentName = (
  isic4: string,
  number: number,
): { readonly fa: string; readonly en: string } => {
  const division = Number(isic4);
  const kind = KINDS.find(({ divisions: [from, to] }) => division >= from && division <= to) ?? WORKSHOP;
  return { fa: `${kind.fa} ${toPersianDigits(number)}`, en: `${kind.en} ${number}` };
};
