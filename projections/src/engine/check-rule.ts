import { type Cube, parents, type Read, tableOf } from "./cube.ts";
import { lineAt, type MarkedPart, RuleError, readMarkers } from "./rule-markers.ts";
import { thingKeys } from "./thing-keys.ts";

type Word = { readonly text: string; readonly line: number };

/** Comments, texts in quotes, markers, then words and signs. */
const LEXEME = /--[^\n]*|'(?:[^']|'')*'|\{\{[^{}]*\}\}|\w+|[^\s\w]/g;

const isSilent = (lexeme: string): boolean =>
  lexeme.startsWith("--") || lexeme.startsWith("'") || lexeme.startsWith("{{");

/** The words and signs of a rule outside comments, texts in quotes and markers. They are looked at to refuse, never to rewrite. */
const wordsOf = (sql: string): readonly Word[] =>
  [...sql.matchAll(LEXEME)]
    .filter(([lexeme]) => !isSilent(lexeme))
    .map(({ 0: text, index }) => ({ text, line: lineAt(sql, index) }));

/** Where words follow one another in a rule; undefined where they do not. `undefined` matches any word. */
const findWords = (words: readonly Word[], pattern: readonly (string | undefined)[]): Word | undefined =>
  words.find((_, at) => pattern.every((each, i) => each === undefined || words[at + i]?.text === each));

/** The key of the thing that a read describes, where the cube finds it by that key: then it may be joined by the key alone. */
const thingKeyOf = (cube: Cube, name: string, read: Read): string | undefined => {
  const key = thingKeys.get(tableOf(cube, name));
  return key !== undefined && (read.on ?? read.subject) === key ? key : undefined;
};

const isByKey = (read: Read | undefined): boolean => read?.lookup === "BY_KEY";

/** The reads that depend on another by version: that one has to be read by version too. */
const dependsByVersion = (cube: Cube, name: string): boolean =>
  Object.values(cube.reads).some((read) => parents(read).includes(name) && !isByKey(read));

type Check = {
  readonly cube: Cube;
  readonly parts: readonly MarkedPart[];
  readonly words: readonly Word[];
  readonly refuse: (line: number, problem: string) => never;
};

const checkRead = ({ cube, parts, words, refuse }: Check, name: string, read: Read): void => {
  const marked = parts.find(({ marker }) =>
    marker.kind === "grouped" ? marker.read === name : marker.name === name,
  );
  const key = thingKeyOf(cube, name, read);
  if (!isByKey(read)) {
    if (marked)
      refuse(marked.line, `${name} is marked, but the cube does not declare it as lookup: "BY_KEY"`);
    if (read.lookup === undefined || key === undefined || dependsByVersion(cube, name)) return;
    const joined =
      findWords(words, ["left", "join", name, undefined, "using", "(", "version_id", ",", key, ")"]) ??
      findWords(words, ["left", "join", name, "using", "(", "version_id", ",", key, ")"]);
    if (joined)
      refuse(joined.line, `${name} is joined by its key: declare it as lookup: "BY_KEY" and mark the join`);
    return;
  }
  if (key === undefined)
    refuse(1, `${name} is not found by the key of its thing, so no version may share it`);
  if (dependsByVersion(cube, name)) refuse(1, `another read that is no "BY_KEY" lookup depends on ${name}`);
  const plain = findWords(words, [name]);
  if (plain) refuse(plain.line, `${name} is a "BY_KEY" lookup, but named outside a marker`);
  if (!marked) refuse(1, `${name} is declared as lookup: "BY_KEY", but the rule does not mark it`);
};

const checkLookups = ({ cube, parts, words, refuse }: Check): void => {
  const grouped = new Set(parts.flatMap(({ marker }) => (marker.kind === "grouped" ? [marker.name] : [])));
  for (const { marker, line } of parts) {
    if (marker.kind === "grouped" && !isByKey(cube.reads[marker.read]))
      refuse(line, `${marker.read} is grouped, but the cube does not declare it as lookup: "BY_KEY"`);
    if (marker.kind !== "lookup") continue;
    if (!grouped.has(marker.name) && !isByKey(cube.reads[marker.name]))
      refuse(line, `${marker.name} is neither a "BY_KEY" lookup nor a relation that groups one`);
    for (const column of ["version_id", "as_of"]) {
      const used = findWords(words, [marker.alias, ".", column]);
      if (used) refuse(used.line, `a lookup has no ${column}: all versions share it`);
    }
  }
  for (const name of grouped) {
    const plain = findWords(words, [name]);
    if (plain) refuse(plain.line, `${name} groups a lookup, but is named outside a marker`);
  }
};

const checkSharedRows = ({ cube, parts, words, refuse }: Check): void => {
  const [marked, again] = parts.filter(({ marker }) => marker.kind === "shared_rows");
  if (again) refuse(again.line, "the shared rows are read once, in the last select");
  if (cube.sharedRows !== marked?.marker.name)
    refuse(
      marked?.line ?? 1,
      `the cube declares ${cube.sharedRows ?? "no"} as sharedRows, the rule marks ${marked?.marker.name ?? "none"}`,
    );
  if (!marked) return;
  const described = words.find(({ text, line }) => text === "version_id" && line > marked.line);
  if (described) refuse(described.line, "what describes shared rows is joined by lookups, not by version");
};

/**
 * Refuses a rule that marks a wrong place, or that could share what it reads and does not: throws a RuleError with the
 * file and line. `file` is the path of the rule.
 */
export const checkRule = (cube: Cube, file: string): void => {
  const refuse = (line: number, problem: string): never => {
    throw new RuleError(file, line, problem);
  };
  const check = { cube, parts: readMarkers(cube.sql, file).parts, words: wordsOf(cube.sql), refuse };
  for (const [name, read] of Object.entries(cube.reads)) checkRead(check, name, read);
  checkLookups(check);
  checkSharedRows(check);
};
