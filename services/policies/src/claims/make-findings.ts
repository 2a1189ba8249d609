import type { Finding } from "@karnameh/projections/claims/claim";
import { findInconsistencies } from "@karnameh/projections/claims/findings";
import type { Connection } from "@karnameh/projections/engine/database";
import { readFigureInputs } from "@karnameh/projections/planner/read-claim-inputs";

type FindingRow = {
  readonly inconsistency_id: string;
  readonly relation_id: string;
  readonly figure_ids: readonly string[];
  readonly figures_known_on: string;
  readonly gap: number | null;
  readonly gap_percent: number | null;
  readonly severity: string;
  readonly reason: string;
};

const ROW = {
  inconsistency_id: "VARCHAR",
  relation_id: "VARCHAR",
  figure_ids: ["VARCHAR"],
  figures_known_on: "DATE",
  gap: "DOUBLE",
  gap_percent: "DOUBLE",
  severity: "VARCHAR",
  reason: "VARCHAR",
} as const satisfies Record<keyof FindingRow, unknown>;

const rowOf = ({ left, right, ...found }: Finding): FindingRow => ({
  inconsistency_id: found.inconsistencyId,
  relation_id: found.relationId,
  figure_ids: [left, ...right].map(({ figureId }) => figureId),
  figures_known_on: [left, ...right].reduce((last, { knownOn }) => (knownOn > last ? knownOn : last), ""),
  gap: found.gap,
  gap_percent: found.gap === null ? null : found.gapPercent,
  severity: found.severity,
  reason: found.reason,
});

/**
 * Makes the temporary table `finding`: one row for each inconsistency among the current figures, with the figures that it
 * is about and the day on which the last of them became known. Annotations of a finding change nothing.
 */
export const makeFindings = async (connection: Connection): Promise<void> => {
  const figures = await readFigureInputs((sql) => connection.all(sql));
  const rows = findInconsistencies({ ...figures, annotations: [] }).map(rowOf);
  await connection.run(
    `create or replace temp table finding as
     select unnest(from_json($1, '[${JSON.stringify(ROW)}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
};
