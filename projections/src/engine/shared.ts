import { type Cube, parents, tableOf } from "./cube.ts";
import { thingKeys } from "./fact-sql.ts";

/**
 * A rule as a rebuild runs it: what only describes, and is joined by the key of the thing that it describes, is read
 * once for all lives (`shared`) and not picked out for each of them again.
 */
export type SharedRule = { readonly sql: string; readonly shared: ReadonlySet<string> };

/** The words of a rule that join a relation, as they stand and without the life. */
type Words = ReadonlyMap<string, string>;

const WITH_LIFE = "version_id, ";

const withoutLife = (words: string): readonly [string, string] => [words, words.replace(WITH_LIFE, "")];

const isNamed = (sql: string, name: string): number =>
  sql.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;

/** The joins of a relation by its key; undefined where the rule names it elsewhere than in them and `others` times. */
const joinsOf = (sql: string, name: string, key: string, others: number): Words | undefined => {
  const joins = [...sql.matchAll(new RegExp(`left join ${name} (\\w+) using \\(version_id, ${key}\\)`, "g"))];
  const isApart = joins.every(([, alias]) => isNamed(sql, `${alias}\\.(version_id|as_of)`) === 0);
  if (joins.length === 0 || !isApart || isNamed(sql, name) !== joins.length + others) return undefined;
  return new Map(joins.map(([join]) => withoutLife(join)));
};

/** How a rule joins a read by the key of its thing: itself, or what it put together from it for each thing. */
const wordsOf = (cube: Cube, name: string): Words | undefined => {
  const read = cube.reads[name];
  const key = thingKeys.get(tableOf(cube, name));
  if (read?.lookup !== true || key === undefined || (read.on ?? read.subject) !== key) return undefined;
  const sql = cube.sql.replaceAll(/--.*$/gm, "");
  const together = new RegExp(
    `(\\w+) as \\(\\s*select version_id, ${key}, (?:(?!\\bfrom\\b)[^;])*?\\s+from ${name} group by all\\s*\\)`,
  ).exec(sql);
  if (!together) return joinsOf(sql, name, key, 0);
  const [words, relation = ""] = together;
  const isAlone = isNamed(sql, name) === 1 && isNamed(words, "from") === 1;
  const joins = isAlone ? joinsOf(sql, relation, key, 1) : undefined;
  return joins && new Map([...joins, withoutLife(words)]);
};

/** Finds what the lives of a cube share, and the rule that reads it so. */
export const sharedRule = (cube: Cube): SharedRule => {
  const found = new Map<string, Words>();
  for (const name of Object.keys(cube.reads)) {
    const words = wordsOf(cube, name);
    if (words) found.set(name, words);
  }
  // What another read hangs on by life is needed by life.
  const isNeeded = (name: string): boolean =>
    Object.entries(cube.reads).some(([child, read]) => parents(read).includes(name) && !found.has(child));
  for (let name = [...found.keys()].find(isNeeded); name; name = [...found.keys()].find(isNeeded)) {
    found.delete(name);
  }
  const words = [...found.values()].flatMap((each) => [...each]);
  const sql = words.reduce((text, [from, to]) => text.replaceAll(from, to), cube.sql);
  return { sql, shared: new Set(found.keys()) };
};
