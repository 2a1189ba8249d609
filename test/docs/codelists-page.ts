import type { Codelist } from "@karnameh/schema/codelist";
import { specialCodes } from "@karnameh/schema/codelist";
import { codelists } from "@karnameh/schema/codelists";
import { code, page, table } from "./markdown.ts";

/** Longer lists show only their first codes; GraphQL's `codelist` returns all. */
const MAX_SHOWN_CODES = 12;

const section = ({ id, title, source, parentCodelist, codes }: Codelist): string => {
  const shown = codes.slice(0, MAX_SHOWN_CODES);
  const more = codes.length - shown.length;
  const parents =
    parentCodelist === undefined
      ? ""
      : ` Each code has a parent in [${parentCodelist}](#${parentCodelist.toLowerCase()}).`;
  return [
    `## ${id}`,
    `${title.en} · ${title.fa}. ${codes.length} codes. Source: ${source}.${parents}`,
    table(
      ["code", "English", "فارسی"],
      shown.map((entry) => [code(entry.code), entry.title.en, entry.title.fa]),
    ),
    ...(more > 0
      ? [`… and ${more} more: \`karnameh query '{ codelist(id: "${id}") { codes { code label { en } } } }'\``]
      : []),
  ].join("\n\n");
};

/** docs/codelists.md: every code list; long lists with their first codes. */
export const codelistsPage = (): string =>
  page(
    "Code lists",
    `There are ${codelists.length} code lists.
Any dimension may also have ${specialCodes.map(({ code: special, title }) => `\`${special}\` (${title.en.toLowerCase()})`).join(" or ")}. Events never contain these two codes.`,
    ...codelists.map(section),
  );
