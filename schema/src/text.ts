/** A text in both languages of the product. Written once, beside the definition it describes. */
export type Text = { readonly fa: string; readonly en: string };

/** The languages every answer can be given in. */
export type Lang = keyof Text;
