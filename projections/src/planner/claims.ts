import type { Row } from "../engine/database.ts";
import { FOREVER } from "../engine/fact-sql.ts";
import type { ClaimRow, InconsistencyRow, Page, ReleaseRow } from "./catalogue.ts";
import { literal, type Pool } from "./pool.ts";
import type { Slice } from "./port.ts";

const CURRENT = `superseded_at = ${FOREVER}`;

const CLAIMS = `select f.*, d.title_fa as document_title_fa, d.title_en as document_title_en
  from fact.figure_reported f left join fact.document_ingested d on d.document_id = f.document_id and d.${CURRENT}
  where f.${CURRENT}`;

const text = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const number = (value: Row[string] | undefined): number | null => (typeof value === "number" ? value : null);
const both = (fa: string | null, en: string | null) => ({ fa: fa ?? en ?? "", en: en ?? fa ?? "" });

const claim = (row: Row): ClaimRow => ({
  figureId: String(row.figure_id),
  documentId: String(row.document_id),
  documentTitle:
    row.document_title_fa === null ? null : both(text(row.document_title_fa), text(row.document_title_en)),
  measure: String(row.measure),
  value: number(row.value),
  valueText: text(row.value_text),
  qualifier: String(row.qualifier),
  unit: String(row.unit),
  kind: String(row.kind),
  periodFrom: text(row.period_from),
  periodTo: text(row.period_to),
  subject: both(text(row.subject_fa), text(row.subject_en)),
  speakerName: text(row.speaker_name),
  speakerRole: text(row.speaker_role),
  speakerOrganisation: text(row.speaker_organisation),
  place: String(row.place),
  knownOn: String(row.known_on),
});

const total = async (pool: Pool, sql: string): Promise<number> =>
  Number((await pool.all(`select count(*) as n from (${sql})`))[0]?.n ?? 0);

/** The reported figures as they stand, in the order of their ids; `search` looks in id, measure and subject. */
export const listFigures = async (pool: Pool, slice: Slice, search?: string): Promise<Page<ClaimRow>> => {
  const wanted =
    search === undefined
      ? ""
      : `and contains(lower(concat_ws(' ', figure_id, measure, subject_fa, subject_en)), lower(${literal(search)}))`;
  const sql = `${CLAIMS} ${wanted}`;
  const rows = await pool.all(`${sql} order by figure_id limit ${slice.first} offset ${slice.after}`);
  return { total: await total(pool, sql), items: rows.map(claim) };
};

// Each declared sum or difference whose figures are all numbers: what the parts give, and what is left over.
// SAME_AS of dates or texts fails where the words differ; of years of two calendars, where they do not overlap.
const CHECKED = `
  with relation as (
    select r.relation_id, r.kind, r."left", coalesce(r.tolerance, 0) as tolerance, l."value" as part, l.line_no
    from fact.figure_relation_declared r
    join fact.figure_relation_declared_right l on l.position = r.position
    where r.${CURRENT}
  ),
  combined as (
    select r.relation_id, r.kind, r."left" as left_id, any_value(r.tolerance) as tolerance, list(r.part order by r.line_no) as parts,
      any_value(w.value) as whole, any_value(w.value_text) as whole_text,
      case r.kind when 'SUM' then sum(p.value) when 'SAME_AS' then min_by(p.value, r.line_no)
        when 'DIFFERENCE' then sum(case when r.line_no = 1 then p.value else -p.value end)
        when 'RATIO' then min_by(p.value, r.line_no) / nullif(max_by(p.value, r.line_no), 0) * case any_value(w.unit) when 'PERCENT' then 100 else 1 end
        when 'PART_OF' then max(p.value) end as expected,
      min_by(p.value_text, r.line_no) as other_text,
      count(*) = count(p.value) as is_numeric,
      r.kind = 'SAME_AS' and bool_or(p.unit <> w.unit) as is_of_other_unit,
      bool_and(p.period_from <= w.period_to and w.period_from <= p.period_to) as is_overlapping
    from relation r
    join fact.figure_reported w on w.figure_id = r."left" and w.${CURRENT}
    join fact.figure_reported p on p.figure_id = r.part and p.${CURRENT}
    group by r.relation_id, r.kind, r."left"
  ),
  judged as (
    select * replace (case when not is_of_other_unit then expected end as expected),
      case when is_numeric and whole is not null and not is_of_other_unit then whole - expected end as gap from combined
  )
  select relation_id, kind, left_id, parts, tolerance, expected, gap, gap / nullif(whole, 0) * 100 as gap_percent
  from judged
  where case
    when is_of_other_unit then not coalesce(is_overlapping, true)
    when kind = 'PART_OF' then gap > 0
    when gap is not null then abs(gap) > tolerance * abs(whole)
    when kind = 'SAME_AS' then whole_text is distinct from other_text
    else false end`;

/** The declared relations that do not hold, the largest gap in percent first. */
export const listInconsistencies = async (pool: Pool, slice: Slice): Promise<Page<InconsistencyRow>> => {
  const rows = await pool.all(
    `${CHECKED} order by abs(gap_percent) desc nulls last, relation_id limit ${slice.first} offset ${slice.after}`,
  );
  const claims = new Map((await pool.all(CLAIMS)).map((row) => [String(row.figure_id), claim(row)]));
  const items = rows.flatMap((row): InconsistencyRow[] => {
    const left = claims.get(String(row.left_id));
    if (!left) return [];
    const parts = JSON.parse(String(row.parts)) as string[];
    return [
      {
        relationId: String(row.relation_id),
        kind: String(row.kind),
        left,
        right: parts.flatMap((id) => claims.get(id) ?? []),
        expected: number(row.expected),
        gap: number(row.gap),
        gapPercent: number(row.gap_percent),
        tolerance: Number(row.tolerance),
      },
    ];
  });
  return { total: await total(pool, CHECKED), items };
};

/** The releases, the newest first. */
export const listReleases = async (pool: Pool, slice: Slice): Promise<Page<ReleaseRow>> => {
  const sql = `select r.*, (select list(indicator order by line_no) from fact.release_published_indicators i where i.position = r.position) as indicators
    from fact.release_published r where r.${CURRENT}`;
  const rows = await pool.all(
    `${sql} order by as_of desc, release_id limit ${slice.first} offset ${slice.after}`,
  );
  const items = rows.map((row) => ({
    releaseId: String(row.release_id),
    asOf: String(row.as_of),
    periodTo: String(row.period_to),
    indicators: JSON.parse(String(row.indicators ?? "[]")) as string[],
    reason: both(text(row.reason_fa), text(row.reason_en)),
    nextOn: text(row.next_on),
  }));
  return { total: await total(pool, sql), items };
};
