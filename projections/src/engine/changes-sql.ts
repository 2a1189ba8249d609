import { type BatchTables, changedName } from "./batch-names.ts";
import { type Cube, parentColumn, parents, tableOf } from "./cube.ts";
import { FOREVER } from "./fact-tables.ts";

const CORRECTED = "case when f.corrects is not null then 'CORRECTION' end";
const ENDED = "case when c.is_retraction then 'RETRACTION' else 'CORRECTION' end";

/** Every beginning and end in a fact table after a position, with the position and day of each and its revision_reason. */
export const changesSince = (name: string, after: string): string => `
  select f.*, f.position as changed_position, f.known_on as changed_on, ${CORRECTED} as revision_reason from fact.${name} f where f.position > ${after}
  union all
  select f.*, f.superseded_position, coalesce(c.known_on, f.known_on), ${ENDED}
    from fact.${name} f left join model.correction c on c.position = f.superseded_position
    where f.superseded_position > ${after} and f.superseded_position < ${FOREVER}`;

/** What began in a fact table with a batch. */
const beginnings = ({ began }: BatchTables): string => `
  select f.*, f.position as changed_position, f.known_on as changed_on, ${CORRECTED} as revision_reason from ${began} f`;

/** The changes that a batch made in a fact table; looking for ends where there are none would read all of it. */
export const batchChanges = (name: string, tables: BatchTables, hasEnded: boolean): string =>
  hasEnded
    ? `${beginnings(tables)}
  union all
  select f.*, e.at, coalesce(c.known_on, f.known_on), ${ENDED}
    from fact.${name} f join ${tables.ended} e on e.position = f.position left join model.correction c on c.position = e.at`
    : beginnings(tables);

const CHANGE = ["changed_position", "changed_on", "effective_on", "revision_reason", "is_lookup"];

/**
 * SQL of the changes that reach a read, its own and those of what depends on it, each with what `upward` names: the
 * subject, or the column by which the read itself joins to another.
 */
const changesReaching = (cube: Cube, name: string, upward: string): string => {
  const own = cube.reads[name];
  const table = tableOf(cube, name);
  const found = [
    `select ${upward} as link, f.changed_position, f.changed_on, f.effective_on, f.revision_reason, ${own?.lookup !== undefined} as is_lookup from ${changedName(table)} f`,
  ];
  for (const [child, read] of Object.entries(cube.reads)) {
    if (!parents(read).includes(name)) continue;
    const below = changesReaching(cube, child, `f.${read.on}`);
    // A batch changes little: `in` shows this to DuckDB, which would otherwise hash the whole table.
    const few = `(from fact.${table} where ${parentColumn(read)} in (select link from (${below})))`;
    found.push(
      `select ${upward} as link, ${CHANGE.map((column) => `c.${column}`).join(", ")} from ${few} f
       join (${below}) c on c.link = f.${parentColumn(read)}`,
    );
  }
  return found.join("\n  union all\n  ");
};

/** SQL of the changes of a batch that reach a cube's subjects, `link` being the subject. */
export const changesOfSubjects = (cube: Cube): string =>
  Object.entries(cube.reads)
    .flatMap(([name, read]) => (read.subject === undefined ? [] : changesReaching(cube, name, read.subject)))
    .join("\n  union all\n  ");
