import { MAX_NAME_CHARACTERS } from "./limits.ts";

/** A public name as events contain it. */
export const SLUG = new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${MAX_NAME_CHARACTERS - 1}}$`);
export const SLUG_RULE = `1 to ${MAX_NAME_CHARACTERS} letters, digits, '.', '_' or '-'`;
