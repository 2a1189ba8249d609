import type { Connection, Row } from "@karnameh/projections/engine/database";
import { type ChildTable, type FactColumn, snakeCase } from "@karnameh/schema/columns";
import { type Policy, sourcesOf } from "./policy.ts";
import { type Moment, visibleSql } from "./visible-facts.ts";

/** What an answer that is not as it ought to be needs. */
export type Need = "RECORD" | "CORRECT" | "WITHDRAW";

/** The columns that a policy's SQL always gives; the others may follow from the cause. */
export const givenColumns = ({ table, identifiers }: Policy): readonly FactColumn[] =>
  table.columns.filter(({ name }) => identifiers[name] === undefined);

/** The lists of an answer, each as the column of that name. */
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

/** One row with the constants of a policy; `null` if it has none, because a relation needs a column. */
const constantsSql = ({ constants }: Policy): string => {
  const columns = Object.entries(constants).map(
    ([name, value]) => `${typeof value === "number" ? value : `'${value}'`} as ${snakeCase(name)}`,
  );
  return `constant as (select ${columns.length === 0 ? "null as nothing" : columns.join(", ")})`;
};

const desiredSql = (policy: Policy, moment: Moment): string => {
  const reads = policy.reads.map((name) => `${name} as (${visibleSql(name, moment)})`);
  const today = `today as (select date '${moment.today}' as today)`;
  return `with ${[today, constantsSql(policy), ...reads].join(",\n")}, answer as (${policy.sql}) select * from answer`;
};

/** Every answer that was ever given first to a cause, and how many words came after it, and whether by others. */
const originalsSql = (policy: Policy, { position }: Moment): string => {
  const { table, cause, source } = policy;
  const causes = cause.map((name) => `"${name}"`).join(", ");
  return `select ${cause.map((name) => `o."${name}"`).join(", ")}, o.event_id as original, o.source = '${source}' as is_own,
      count(c.event_id)::integer as words,
      coalesce(bool_or(coalesce(r.source, a.source) not like '${sourcesOf(policy)}'), false) as is_others
    from (from fact.${table.table} where corrects is null and source like '${sourcesOf(policy)}' and position <= ${position}
      qualify position = min(position) over (partition by ${causes})) o
    left join model.correction c on c.about = o.event_id
    left join fact.event_retracted r on r.position = c.position
    left join fact.${table.table} a on a.position = c.position
    group by all`;
};

const standingSql = (policy: Policy, { position }: Moment): string => {
  const { table } = policy;
  const lists = listColumns(policy).map(({ name, child }) => {
    const [column] = child.columns;
    return `(select list(l."${column?.name}" order by l.line_no) from fact.${child.table} l where l.position = f.position) as "${name}"`;
  });
  return `select coalesce(c.about, f.event_id) as original, f.is_synthetic,
      ${["effective_on", ...identifierNames(policy), ...givenColumns(policy).map(({ name }) => name)].map((name) => `f."${name}"`).join(", ")}
      ${lists.map((list) => `, ${list}`).join("")}
    from fact.${table.table} f left join model.correction c on c.event_id = f.event_id
    where f.position <= ${position} and f.superseded_position > ${position} and f.source like '${sourcesOf(policy)}'`;
};

/**
 * The answers of a policy that are not in the log as they ought to be, at most `limit`. What somebody else
 * corrected or withdrew, and what an earlier version answered, is left as it stands.
 */
export const answersNeeded = async (
  connection: Connection,
  policy: Policy,
  moment: Moment,
  limit: number,
): Promise<readonly Row[]> => {
  await connection.keep("desired", desiredSql(policy, moment));
  await connection.keep("original", originalsSql(policy, moment));
  await connection.keep("standing", standingSql(policy, moment));
  const differing = [
    ...comparedNames(policy).map((name) => `d."${name}" is distinct from s."${name}"`),
    ...identifierNames(policy).map((name) => `coalesce(d."${name}" <> s."${name}", false)`),
  ].join(" or ");
  const given = [...comparedNames(policy), ...identifierNames(policy)].map((name) => `d."${name}"`);
  return connection.all(`
    with matched as (
      select to_json([${policy.cause.map((name) => `coalesce(d."${name}", o."${name}")::varchar`).join(", ")}])::varchar as cause,
        case when o.original is null then 'RECORD' when d.effective_on is null then 'WITHDRAW' else 'CORRECT' end as need,
        o.original, coalesce(o.words, 0) as words, d.caused_by,
        coalesce(d.is_synthetic, s.is_synthetic) as is_synthetic, ${given.join(", ")},
        case when o.original is null then true
          when not o.is_own or o.is_others then false
          when d.effective_on is null then s.original is not null
          else s.original is null or ${differing} end as is_needed
      from desired d
      full join original o on ${policy.cause.map((name) => `d."${name}" = o."${name}"`).join(" and ")}
      left join standing s on s.original = o.original
    )
    select * exclude (is_needed) from matched where is_needed order by cause limit ${limit}`);
};
