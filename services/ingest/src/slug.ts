/** A public name as events carry it. */
export const SLUG = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const SLUG_RULE = "1 to 64 letters, digits, '.', '_' or '-'";
