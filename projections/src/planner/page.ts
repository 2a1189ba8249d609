/** Which items of a list to give: so many at most, after so many. */
export type PageRequest = { readonly first: number; readonly after: number };

/** Some items of a list, and how many it has in all. */
export type Page<T> = { readonly total: number; readonly items: readonly T[] };
