import { createHash } from "node:crypto";
import type { Text } from "@karnameh/schema/text";

/** A document that states figures, and when the newsroom recorded it. */
export type SourceDocument = {
  readonly id: string;
  readonly sha256: string;
  readonly kind: string;
  readonly publisher: string;
  readonly title: Text;
  readonly language: string;
  readonly pages?: number;
  /** Noon in Tehran on the approximate day of publication; the documents do not state that day. */
  readonly takenInAt: string;
};

const ATIENO_PAGE = "https://atiyeno.ir/Newspaper/item/87813";

/** In the order in which they were recorded. */
export const DOCUMENTS: readonly SourceDocument[] = [
  {
    id: "tvto-ea-1400-02-20",
    sha256: "4d10490152c130e2984556e99344845fbbe6f4393b970756cb16b70bf1efd4a1",
    kind: "web-page",
    publisher: "TVTO, public relations of East Azerbaijan",
    title: {
      fa: "گزارش نشست آموزش فنی و حرفه‌ای ایران و چین",
      en: "Report of the Iran-China meeting on vocational training",
    },
    language: "fa",
    takenInAt: "2021-05-10T07:30:00.000Z",
  },
  {
    // Only the address is known, so the hash is that of the address, not of a file.
    id: "atieno-87813",
    sha256: createHash("sha256").update(ATIENO_PAGE).digest("hex"),
    kind: "newspaper-article",
    publisher: "Atieno",
    title: {
      fa: "گزارش یک‌سالهٔ سازمان فنی و حرفه‌ای تا مهر ۱۴۰۱",
      en: "One-year report of the training organization to Mehr 1401",
    },
    language: "fa",
    takenInAt: "2022-11-15T08:30:00.000Z",
  },
  {
    id: "newspaper-page-1402-06",
    sha256: "bfef1babd8321c561f0165bb5451054573dbc69e37a432ebde47ef2d52e4f083",
    kind: "newspaper-page",
    publisher: "A newspaper of labour and welfare",
    title: {
      fa: "صفحهٔ کار و رفاه یک روزنامه، شهریور ۱۴۰۲",
      en: "Labour and welfare page of a newspaper, Shahrivar 1402",
    },
    language: "fa",
    pages: 1,
    takenInAt: "2023-08-30T08:30:00.000Z",
  },
];
