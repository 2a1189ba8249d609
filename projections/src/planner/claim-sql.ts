import type { ClaimRow, Correction } from "../claims/claim-types.ts";
import type { Row } from "../engine/database.ts";
import { factsAsOf } from "../engine/visible-facts-sql.ts";
import { both, number, text } from "./cell-values.ts";

/** Of each thing in a fact table the last recorded of its visible facts: the current ones, or those at a position of the log. */
export const lastOf = (table: string, thing: string, at?: string): string =>
  `(from ${factsAsOf(table, at)} qualify row_number() over (partition by ${thing} order by position desc) = 1)`;

/**
 * The reported figures as they are, or were at a position: a correction counts from its position on, and a retracted figure is
 * left out. Where a figure was reported again afterwards, that counts.
 */
export const claimsAt = (at?: string): string => `select f.* replace (
      case when c.position is null then f.value else c.value end as value,
      case when c.position is null then f.value_text else c.value_text end as value_text,
      coalesce(c.known_on, f.known_on) as known_on),
    f.value as first_value, f.value_text as first_value_text, c.reason as corrected_for, c.evidence as correction_evidence,
    c.effective_on as corrected_on, c.source as corrected_by,
    d.title_fa as document_title_fa, d.title_en as document_title_en, d."language" as document_language
  from ${lastOf("figure_reported", "figure_id", at)} f
  left join ${lastOf("document_ingested", "document_id", at)} d on d.document_id = f.document_id
  left join ${lastOf("figure_corrected", "figure_id", at)} c on c.figure_id = f.figure_id and c.position > f.position
  anti join ${lastOf("figure_retracted", "figure_id", at)} r
    on r.figure_id = f.figure_id and r.position > greatest(f.position, coalesce(c.position, 0))`;

const correctionOf = (row: Row): Correction | null =>
  row.corrected_for === null || row.corrected_for === undefined
    ? null
    : {
        value: number(row.first_value),
        valueText: text(row.first_value_text),
        reason: String(row.corrected_for),
        evidence: text(row.correction_evidence),
        on: String(row.corrected_on),
        by: String(row.corrected_by),
      };

/** A row of `claimsAt` as a claim. */
export const claimOf = (row: Row): ClaimRow => ({
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
  correction: correctionOf(row),
});
