import type { Text } from "./text.ts";

export type Code = {
  readonly code: string;
  readonly title: Text;
  /** The code that this one is a part of: of `parentsFrom`, or of the same list. */
  readonly parent?: string;
};

export type Codelist = {
  readonly id: string;
  readonly title: Text;
  /** Where the codes come from: the standard, or who chose them. */
  readonly source: string;
  /** The list that the parents belong to, where it is another one. */
  readonly parentsFrom?: string;
  readonly codes: readonly Code[];
};

/** Codes that any dimension may carry beside those of its list (SDMX). No event carries them. */
export const UNKNOWN = "_U";
export const NOT_APPLICABLE = "_Z";

export const specialCodes: readonly Code[] = [
  { code: UNKNOWN, title: { fa: "نامعلوم", en: "Unknown" } },
  { code: NOT_APPLICABLE, title: { fa: "مصداق ندارد", en: "Not applicable" } },
];

/** Defines a code list. Throws where a code is given twice, is a special one, or names a parent that is not there. */
export const defineCodelist = (list: Codelist): Codelist => {
  const known = new Set(specialCodes.map((entry) => entry.code));
  for (const { code } of list.codes) {
    if (known.has(code)) throw new Error(`${list.id} has the code ${code} twice`);
    known.add(code);
  }
  const orphan = list.codes.find((entry) => entry.parent !== undefined && !known.has(entry.parent));
  if (orphan && list.parentsFrom === undefined)
    throw new Error(`${list.id} lacks ${orphan.parent}, the parent of ${orphan.code}`);
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
