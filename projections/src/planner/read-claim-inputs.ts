import type { Annotation, ClaimInputs, Relation } from "../claims/claim.ts";
import type { Row } from "../engine/database.ts";
import { both, text } from "./cell-values.ts";
import { claimOf, claimsAt, lastOf } from "./claim-sql.ts";
import type { Pool, Read } from "./pool.ts";

const relationsAt = (
  at?: string,
): string => `select r.relation_id, r.kind, r."left", coalesce(r.tolerance, 0) as tolerance,
    list(l."value" order by l.line_no) as parts
  from ${lastOf("figure_relation_declared", "relation_id", at)} r
  join fact.figure_relation_declared_right l on l.position = r.position
  group by all`;
const FALSIFICATIONS = `select figure_id, outcome from ${lastOf("forecast_falsified", "figure_id")}`;

// A finding that was recorded may have an id of its own, by which remarks name it.
const ANNOTATIONS = `with annotation as (
    select position, inconsistency_id, 'EXPLAINED' as status, explanation_fa as fa, explanation_en as en, evidence, effective_on, source
    from ${lastOf("inconsistency_explained", "inconsistency_id")}
    union all
    select position, inconsistency_id, 'DISMISSED', reason, null, null, effective_on, source
    from ${lastOf("inconsistency_dismissed", "inconsistency_id")})
  select a.*, d.relation_id, d.reason
  from annotation a left join ${lastOf("inconsistency_detected", "inconsistency_id")} d on d.inconsistency_id = a.inconsistency_id
  order by a.position`;

const relationOf = (row: Row): Relation => ({
  relationId: String(row.relation_id),
  kind: String(row.kind),
  left: String(row.left),
  right: JSON.parse(String(row.parts)) as string[],
  tolerance: Number(row.tolerance),
});

const annotationOf = (row: Row): Annotation => ({
  inconsistencyId: String(row.inconsistency_id),
  recorded:
    row.relation_id === null ? null : { relationId: String(row.relation_id), reason: text(row.reason) },
  remark: {
    status: row.status === "DISMISSED" ? "DISMISSED" : "EXPLAINED",
    text: both(text(row.fa), text(row.en)),
    evidence: text(row.evidence),
    on: String(row.effective_on),
    by: String(row.source),
  },
});

/** The figures and the relations between them as they are, or were at a position of the log. */
export const readFiguresAndRelations = async (
  read: Read,
  at?: string,
): Promise<Pick<ClaimInputs, "figures" | "relations">> => {
  const figures = (await read(claimsAt(at))).map(claimOf);
  const relations = await read(relationsAt(at));
  return {
    figures: new Map(figures.map((each) => [each.figureId, each])),
    relations: relations.map(relationOf),
  };
};

/** All that findings rest on but for the remarks on them. */
export const readFigureInputs = async (read: Read): Promise<Omit<ClaimInputs, "annotations">> => {
  const related = await readFiguresAndRelations(read);
  const falsifications = await read(FALSIFICATIONS);
  return {
    ...related,
    falsifications: falsifications.map((row) => ({
      figureId: String(row.figure_id),
      outcome: String(row.outcome),
    })),
  };
};

/** All that findings rest on, read in one snapshot. */
export const readClaimInputs = (pool: Pool): Promise<ClaimInputs> =>
  pool.snapshot(async (read) => ({
    ...(await readFigureInputs(read)),
    annotations: (await read(ANNOTATIONS)).map(annotationOf),
  }));
