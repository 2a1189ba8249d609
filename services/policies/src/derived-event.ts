import type { Row } from "@karnameh/projections/engine/database";
import type { FactColumn } from "@karnameh/schema/columns";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent } from "@karnameh/schema/event";
import { firstId, identifierOf, type Policy, revisionId } from "./policy.ts";
import { type Action, givenColumns, listColumns } from "./reconcile.ts";

/** The value of a fact's column as it stands in the event's data. */
const eventValue = ({ type }: FactColumn, value: Row[string]): unknown => {
  if (type === "JALALI_MONTH") return `${String(value).slice(0, 4)}-${String(value).slice(4)}`;
  return type === "BIGINT" ? Number(value) : value;
};

const dataOf = (policy: Policy, row: Row, key: string): Readonly<Record<string, unknown>> => {
  const given = givenColumns(policy)
    .filter(({ name }) => row[name] !== null && row[name] !== undefined)
    .map((column) => [column.path[0], eventValue(column, row[column.name] ?? null)]);
  const lists = listColumns(policy)
    .filter(({ name }) => typeof row[name] === "string")
    .map(({ name, child }) => [child.path[0], JSON.parse(String(row[name]))]);
  const named = policy.table.columns
    .filter(({ name }) => policy.identifiers[name] !== undefined)
    .map(({ name, path }) => [
      path[0],
      row[name] ?? identifierOf(policy, policy.identifiers[name] ?? "", key),
    ]);
  return Object.fromEntries([...given, ...lists, ...named]);
};

const withdrawal = (policy: Policy, row: Row, today: string): NewEvent => {
  const retracted = contract("EventRetracted");
  const original = String(row.original);
  const id = revisionId(policy, original, Number(row.revisions) + 1);
  return {
    id,
    source: policy.source,
    type: "EventRetracted",
    version: retracted?.version ?? 1,
    stream: `retraction-${id}`,
    effectiveOn: today,
    corrects: original,
    ...(row.is_synthetic === true ? { synthetic: true } : {}),
    data: { retractionId: id, retractedType: policy.contract.type, reason: policy.withdrawal },
  };
};

/**
 * The event for one row of `reconcile`. Its id follows from policy, version and key, or from the first event and the
 * number of its revisions, so every runner makes the same one. Throws if the row does not fit the event's contract.
 */
export const derivedEvent = (policy: Policy, row: Row, today: string): NewEvent => {
  const action = row.action as Action;
  if (action === "WITHDRAW") return withdrawal(policy, row, today);
  const key = String(row.key);
  const known = policy.contract;
  const data = known.data.parse(dataOf(policy, row, key)) as Readonly<Record<string, unknown>>;
  const isFirst = action === "RECORD";
  return {
    id: isFirst ? firstId(policy, key) : revisionId(policy, String(row.original), Number(row.revisions) + 1),
    source: policy.source,
    type: known.type,
    version: known.version,
    stream: `${known.stream.category}-${String(data[known.stream.key])}`,
    effectiveOn: String(row.effective_on),
    ...(isFirst ? {} : { corrects: String(row.original) }),
    ...(row.caused_by === null || row.caused_by === undefined ? {} : { causationId: String(row.caused_by) }),
    ...(row.is_synthetic === true ? { synthetic: true } : {}),
    data,
  };
};
