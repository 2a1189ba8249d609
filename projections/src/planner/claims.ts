import type { Ground } from "../claims/claim.ts";
import { compareFigures } from "../claims/compare.ts";
import { findInconsistencies } from "../claims/findings.ts";
import { findRepairs } from "../claims/repair.ts";
import type { Row } from "../engine/database.ts";
import { FOREVER } from "../engine/fact-sql.ts";
import type { ClaimRow, ComparisonRow, InconsistencyRow, Page, ReleaseRow } from "./catalogue.ts";
import { literal, type Pool } from "./pool.ts";
import type { Slice } from "./port.ts";

const CURRENT = `superseded_at = ${FOREVER}`;

/** Of what was said twice of one thing the last recorded stands. */
const newest = (thing: string, position: string): string =>
  `qualify row_number() over (partition by ${thing} order by ${position} desc) = 1`;

const CLAIMS = `select f.*, d.title_fa as document_title_fa, d.title_en as document_title_en, d."language" as document_language
  from fact.figure_reported f left join fact.document_ingested d on d.document_id = f.document_id and d.${CURRENT}
  where f.${CURRENT} ${newest("f.figure_id", "f.position")}`;

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
  weekday: text(row.weekday),
  language: text(row.document_language),
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

// As the figures stand now. A document says in which language its numbers are printed.
const RELATIONS = `with relation as (
    from fact.figure_relation_declared where ${CURRENT} ${newest("relation_id", "position")})
  select r.relation_id, r.kind, r."left", coalesce(r.tolerance, 0) as tolerance,
    list(l."value" order by l.line_no) as parts
  from relation r join fact.figure_relation_declared_right l on l.position = r.position
  group by all`;
const FALSIFICATIONS = `select figure_id, outcome from fact.forecast_falsified
  where ${CURRENT} ${newest("figure_id", "position")}`;

/** What findings rest on, as it stands, all of it read at one moment. */
const readGround = (pool: Pool): Promise<Ground> =>
  pool.snapshot(async (read) => {
    const figures = (await read(CLAIMS)).map(claim);
    const relations = await read(RELATIONS);
    const falsifications = await read(FALSIFICATIONS);
    return {
      figures: new Map(figures.map((each) => [each.figureId, each])),
      relations: relations.map((row) => ({
        relationId: String(row.relation_id),
        kind: String(row.kind),
        left: String(row.left),
        right: JSON.parse(String(row.parts)) as string[],
        tolerance: Number(row.tolerance),
      })),
      falsifications: falsifications.map((row) => ({
        figureId: String(row.figure_id),
        outcome: String(row.outcome),
      })),
    };
  });

/** What is stated and does not agree, the gravest first. Misprints are sought only when they are read. */
export const listInconsistencies = async (pool: Pool, slice: Slice): Promise<Page<InconsistencyRow>> => {
  const found = findInconsistencies(await readGround(pool));
  const items = found.slice(slice.after, slice.after + slice.first).map(
    (each): InconsistencyRow => ({
      ...each,
      get hypotheses() {
        return findRepairs(each);
      },
    }),
  );
  return { total: found.length, items };
};

/** What each declared quotient of two figures comes to, in the order of the relations. */
export const listComparisons = async (pool: Pool, slice: Slice): Promise<Page<ComparisonRow>> => {
  const found = compareFigures(await readGround(pool));
  return { total: found.length, items: found.slice(slice.after, slice.after + slice.first) };
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
