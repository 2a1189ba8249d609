import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { NewEvent } from "@karnameh/schema/event";
import { uuid5 } from "@karnameh/schema/uuid5";
import { IMPORTER } from "./dataset.ts";
import { sha256Of, type TableRow } from "./read-table.ts";

/** Where the data of a document may come from. */
type Sources = {
  /** The table that cites it. */
  readonly file: string;
  /** The folder that may contain the document itself. */
  readonly folder?: string;
  /** The day on which the figures were reported, if the table does not state it. */
  readonly reportedOn?: string;
};

export type KnownDocument = {
  readonly event: NewEvent;
  /** False if neither the table nor the folder has the document's fingerprint: then it is the fingerprint of the table. */
  readonly seen: boolean;
  readonly line: number;
};

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const fingerprint = async (name: string, stated: string, { file, folder = dirname(file) }: Sources) => {
  if (stated !== "") return { sha256: stated.toLowerCase(), seen: true };
  const path = join(folder, basename(name));
  if (name !== "" && (await isFile(path))) return { sha256: await sha256Of(path), seen: true };
  return { sha256: await sha256Of(file), seen: false };
};

/**
 * The document of a row, from the row's own columns if it has them. Its day is the day of its publication,
 * else the given one; undefined if neither is known.
 */
export const documentOf = async (
  row: TableRow,
  documentId: string,
  sources: Sources,
): Promise<KnownDocument | undefined> => {
  const { cells } = row;
  const effectiveOn = cells["published_on"] || sources.reportedOn;
  if (effectiveOn === undefined) return undefined;
  const name = cells["document"] || cells["seed_file"] || "";
  const { sha256, seen } = await fingerprint(name, cells["document_sha256"] ?? "", sources);
  const title = { fa: cells["title_fa"] || cells["title_en"] || documentId };
  const data = {
    documentId,
    sha256,
    kind: cells["document_kind"] || "UNSTATED",
    publisher: cells["publisher"] || "Not stated",
    title: cells["title_en"] ? { ...title, en: cells["title_en"] } : title,
    ...(cells["published_on"] ? { publishedOn: cells["published_on"] } : {}),
    language: cells["language"] || "und",
    ...(cells["pages"] ? { pages: Number(cells["pages"]) } : {}),
    ...(cells["author"] ? { author: cells["author"] } : {}),
  };
  const event: NewEvent = {
    id: uuid5("DocumentIngested", documentId),
    source: IMPORTER,
    type: "DocumentIngested",
    version: 1,
    stream: `document-${documentId}`,
    effectiveOn,
    data,
  };
  return { event, seen, line: row.line };
};
