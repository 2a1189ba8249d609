import type { Connection, Row } from "@karnameh/projections/engine/database";
import { isVisibleSql } from "@karnameh/projections/engine/visible-facts-sql";
import { type ChildTable, type FactColumn, snakeCase } from "@karnameh/schema/columns";
import { type Policy, sourcesOf } from "./policy.ts";
import { type AsOf, visibleSql } from "./visible-facts.ts";

/** What has to happen for the log to hold what the rule gives. */
export type Action = "RECORD" | "CORRECT" | "WITHDRAW";

/** The columns that a policy's SQL always gives; identifiers may follow from the key. */
export const givenColumns = ({ table, identifiers }: Policy): readonly FactColumn[] =>
  table.columns.filter(({ name }) => identifiers[name] === undefined);

/** The lists of a derived event, each as the column of that name. */
export const listColumns = ({
  table,
}: Policy): readonly { readonly name: string; readonly child: ChildTable }[] =>
  table.children.map((child) => ({ name: snakeCase(child.path[0]), child }));

const identifierNames = ({ identifiers }: Policy): readonly string[] => Object.keys(identifiers);

const comparedNames = (policy: Policy): readonly string[] => [
  "effective_on",
  ...givenColumns(policy).map(({ name }) => name),
  ...listColumns(policy).map(({ name }) => name),
];

/** One row with the constants of a policy; without any it has one empty column, because a relation needs one. */
const constantsSql = ({ constants }: Policy): string => {
  const columns = Object.entries(constants).map(
    ([name, value]) => `${typeof value === "number" ? value : `'${value}'`} as ${snakeCase(name)}`,
  );
  return `constant as (select ${columns.length === 0 ? "null as nothing" : columns.join(", ")})`;
};

/** Desired: one row for each event that the rule gives for the current facts. */
const desiredSql = (policy: Policy, asOf: AsOf): string => {
  const reads = policy.reads.map((name) => `${name} as (${visibleSql(name, asOf)})`);
  const today = `today as (select date '${asOf.today}' as today)`;
  const relations = [today, constantsSql(policy), ...reads].join(",\n");
  return `with ${relations}, derived as (${policy.sql}) select * from derived`;
};

/**
 * Recorded: for each key the first event that this policy recorded, with the number of corrections and retractions of it
 * (`revisions`), whether this version recorded it (`is_own`), and whether anybody else revised it (`is_overridden`).
 */
const recordedSql = (policy: Policy, { position }: AsOf): string => {
  const { table, key, source } = policy;
  const keys = key.map((name) => `"${name}"`).join(", ");
  return `select ${key.map((name) => `o."${name}"`).join(", ")}, o.event_id as original, o.source = '${source}' as is_own,
      count(c.event_id)::integer as revisions,
      coalesce(bool_or(coalesce(r.source, a.source) not like '${sourcesOf(policy)}'), false) as is_overridden
    from (from fact.${table.table} where corrects is null and source like '${sourcesOf(policy)}' and position <= ${position}
      qualify position = min(position) over (partition by ${keys})) o
    left join model.correction c on c.about = o.event_id
    left join fact.event_retracted r on r.position = c.position
    left join fact.${table.table} a on a.position = c.position
    group by all`;
};

/** Current: the events of this policy that are neither superseded nor retracted. */
const currentSql = (policy: Policy, { position }: AsOf): string => {
  const { table } = policy;
  const lists = listColumns(policy).map(({ name, child }) => {
    const [column] = child.columns;
    return `(select list(l."${column?.name}" order by l.line_no) from fact.${child.table} l where l.position = f.position) as "${name}"`;
  });
  return `select coalesce(c.about, f.event_id) as original, f.is_synthetic,
      ${["effective_on", ...identifierNames(policy), ...givenColumns(policy).map(({ name }) => name)].map((name) => `f."${name}"`).join(", ")}
      ${lists.map((list) => `, ${list}`).join("")}
    from fact.${table.table} f left join model.correction c on c.event_id = f.event_id
    where ${isVisibleSql(position, "f")} and f.source like '${sourcesOf(policy)}'`;
};

const differenceSql = (policy: Policy): string =>
  [
    ...comparedNames(policy).map((name) => `d."${name}" is distinct from s."${name}"`),
    ...identifierNames(policy).map((name) => `coalesce(d."${name}" <> s."${name}", false)`),
  ].join(" or ");

/**
 * Compares what a rule gives with what the log holds, and returns one row for each key that needs an action, at most
 * `limit` rows:
 *
 * | desired | recorded | current | action |
 * | --- | --- | --- | --- |
 * | yes | no | – | RECORD |
 * | yes | yes | the same | none |
 * | yes | yes | different | CORRECT |
 * | yes | yes | none: the policy retracted it | CORRECT, which states it again |
 * | no | yes | yes | WITHDRAW |
 * | no | yes | none: the policy retracted it | none |
 * | any | yes, revised by another source, or recorded by an earlier version | any | none |
 */
export const reconcile = async (
  connection: Connection,
  policy: Policy,
  asOf: AsOf,
  limit: number,
): Promise<readonly Row[]> => {
  await connection.keep("desired_event", desiredSql(policy, asOf));
  await connection.keep("recorded_event", recordedSql(policy, asOf));
  await connection.keep("current_event", currentSql(policy, asOf));
  const columns = [...comparedNames(policy), ...identifierNames(policy)].map((name) => `d."${name}"`);
  return connection.all(`
    with matched as (
      select to_json([${policy.key.map((name) => `coalesce(d."${name}", o."${name}")::varchar`).join(", ")}])::varchar as key,
        case when o.original is null then 'RECORD' when d.effective_on is null then 'WITHDRAW' else 'CORRECT' end as action,
        o.original, coalesce(o.revisions, 0) as revisions, d.caused_by,
        coalesce(d.is_synthetic, s.is_synthetic) as is_synthetic, ${columns.join(", ")},
        case when o.original is null then true
          when not o.is_own or o.is_overridden then false
          when d.effective_on is null then s.original is not null
          else s.original is null or ${differenceSql(policy)} end as is_needed
      from desired_event d
      full join recorded_event o on ${policy.key.map((name) => `d."${name}" = o."${name}"`).join(" and ")}
      left join current_event s on s.original = o.original
    )
    select * exclude (is_needed) from matched where is_needed order by key limit ${limit}`);
};
