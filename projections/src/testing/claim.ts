import type { ClaimRow } from "../claims/claim-types.ts";

/** A figure for a spec: a flow of persons, stated exactly, unless given otherwise. */
export const claimOf = (figureId: string, value: number | null, more: Partial<ClaimRow> = {}): ClaimRow => ({
  figureId,
  documentId: "doc-1",
  documentTitle: null,
  measure: "persons",
  value,
  valueText: null,
  qualifier: "EQ",
  unit: "PERSONS",
  kind: "FLOW",
  periodFrom: null,
  periodTo: null,
  subject: { fa: figureId, en: figureId },
  speakerName: null,
  speakerRole: null,
  speakerOrganisation: null,
  place: "line 1",
  knownOn: "2023-08-30",
  language: "fa",
  ...more,
});
