/** A text in both languages of the product. Written once, next to the definition that it describes. */
export type Text = { readonly fa: string; readonly en: string };

/** The languages of every text of the product. */
export type Lang = keyof Text;
