/**
 * The markers of a rule. A rule is plain SQL but for the places at which a rebuild reads otherwise than a live batch;
 * these are marked, so that nothing has to be recognised in the SQL around them (`expand-rule.ts` expands them):
 *
 * - `{{lookup worker_registered w}}` joins a read that the cube declares as `lookup: "BY_KEY"`, by the key of its thing;
 * - `{{lookup worker_registered w of r}}` the same, where more than one relation has the key: by that of `r`;
 * - `{{grouped standard of skill_read: min_by(isco08, line_no) as occupation}}` is a relation of the rule's `with`: such a
 *   read grouped by the key of its thing. It is joined as `{{lookup standard s}}`;
 * - `{{moves of spell: employed}}` is the relations `trimmed` and `moves` of the rule's `with`: spells of a version, cut so
 *   that none overlaps an earlier one, as +1 of the measure where one begins and -1 on the day after it ends;
 * - `{{shared_rows acts a}}` reads the relation that the cube declares as `sharedRows`, in the last select.
 */
export type Marker =
  | { readonly kind: "lookup"; readonly name: string; readonly alias: string; readonly of?: string }
  | { readonly kind: "grouped"; readonly name: string; readonly read: string; readonly aggregates: string }
  | { readonly kind: "moves"; readonly name: string; readonly measure: string }
  | { readonly kind: "shared_rows"; readonly name: string; readonly alias: string };

/** A marker of a rule with the text before it, and the line it is on. */
export type MarkedPart = { readonly before: string; readonly marker: Marker; readonly line: number };

/** A rule in parts: each marker with the text before it, and the text after the last. */
export type MarkedRule = { readonly parts: readonly MarkedPart[]; readonly rest: string };

/** A rule marks a wrong place, or none where it could; names the file and the line. */
export class RuleError extends Error {
  readonly code = "RULE";
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "RuleError";
  }
}

const MARKER = /\{\{([^{}]*)\}\}/g;
const LOOKUP = /^lookup (\w+) (\w+)(?: of (\w+))?$/;
const GROUPED = /^grouped (\w+) of (\w+): (.+)$/s;
const MOVES = /^moves of (\w+): (\w+)$/;
const SHARED_ROWS = /^shared_rows (\w+) (\w+)$/;

const markerOf = (text: string): Marker | undefined => {
  const [, name, alias = "", of] = LOOKUP.exec(text) ?? [];
  if (name !== undefined) return { kind: "lookup", name, alias, ...(of === undefined ? {} : { of }) };
  const [, group, read = "", aggregates = ""] = GROUPED.exec(text) ?? [];
  if (group !== undefined) return { kind: "grouped", name: group, read, aggregates };
  const [, spells, measure = ""] = MOVES.exec(text) ?? [];
  if (spells !== undefined) return { kind: "moves", name: spells, measure };
  const [, rows, rowsAlias = ""] = SHARED_ROWS.exec(text) ?? [];
  return rows === undefined ? undefined : { kind: "shared_rows", name: rows, alias: rowsAlias };
};

/** The line of a text at an offset, counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** Finds the markers of a rule; throws RuleError for one that is none of those above. `file` is for messages. */
export const readMarkers = (text: string, file: string): MarkedRule => {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const { 0: whole, 1: inner = "", index } of text.matchAll(MARKER)) {
    const line = lineAt(text, index);
    const marker = markerOf(inner.trim());
    if (!marker) throw new RuleError(file, line, `${whole} is no marker`);
    parts.push({ before: text.slice(from, index), marker, line });
    from = index + whole.length;
  }
  return { parts, rest: text.slice(from) };
};
