import { codelist } from "@karnameh/schema/codelists";
import type { Lang, Text } from "@karnameh/schema/text";

const LISTS = ["CL_SPEAKER", "CL_SPEAKER_ROLE", "CL_ORGANISATION"];

/** Titles by code and by title in each language, all in lower case. */
const names = new Map<string, Text>(
  LISTS.flatMap((id) => codelist(id)?.codes ?? []).flatMap(({ code, title }) =>
    [code, title.fa, title.en].map((name) => [name.toLowerCase(), title] as const),
  ),
);

/** A speaker, role or organisation in a language; unchanged if no code list has it. */
export const nameIn = (lang: Lang, name: string): string => names.get(name.toLowerCase())?.[lang] ?? name;
