import type { Text } from "./text.ts";

export type Code = {
  readonly code: string;
  readonly title: Text;
  /** The parent code: in `parentCodelist`, or in the same list. */
  readonly parent?: string;
};

export type Codelist = {
  readonly id: string;
  readonly title: Text;
  /** Where the codes come from: the standard, or who chose them. */
  readonly source: string;
  /** The list of the parent codes, if it is another one. */
  readonly parentCodelist?: string;
  readonly codes: readonly Code[];
};

/** Codes that any dimension may have in addition to those of its list (SDMX). No event has them. */
export const UNKNOWN = "_U";
export const NOT_APPLICABLE = "_Z";

export const specialCodes: readonly Code[] = [
  { code: UNKNOWN, title: { fa: "نامعلوم", en: "Unknown" } },
  { code: NOT_APPLICABLE, title: { fa: "مصداق ندارد", en: "Not applicable" } },
];

/** Defines a code list. Throws if a code occurs twice, is a special one, or has an unknown parent. */
export const defineCodelist = (list: Codelist): Codelist => {
  const known = new Set(specialCodes.map((entry) => entry.code));
  for (const { code } of list.codes) {
    if (known.has(code)) throw new Error(`${list.id} has the code ${code} twice`);
    known.add(code);
  }
  const orphan = list.codes.find((entry) => entry.parent !== undefined && !known.has(entry.parent));
  if (orphan && list.parentCodelist === undefined)
    throw new Error(`${list.id} has no ${orphan.parent}, the parent of ${orphan.code}`);
  return list;
};

/** Codes written as rows of code, Persian title, English title and, where there is one, parent. */
export const rows = (
  table: readonly (readonly [code: string, fa: string, en: string, parent?: string])[],
): readonly Code[] =>
  table.map(([code, fa, en, parent]) => ({
    code,
    title: { fa, en },
    ...(parent !== undefined && { parent }),
  }));
