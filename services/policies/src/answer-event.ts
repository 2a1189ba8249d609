import type { Row } from "@karnameh/projections/engine/database";
import type { FactColumn } from "@karnameh/schema/columns";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent } from "@karnameh/schema/event";
import { givenColumns, listColumns, type Need } from "./answers.ts";
import { firstId, identifierOf, laterId, type Policy } from "./policy.ts";

/** A value of a fact's column as the event says it. */
const said = ({ type }: FactColumn, value: Row[string]): unknown => {
  if (type === "JALALI_MONTH") return `${String(value).slice(0, 4)}-${String(value).slice(4)}`;
  return type === "BIGINT" ? Number(value) : value;
};

const dataOf = (policy: Policy, row: Row, cause: string): Readonly<Record<string, unknown>> => {
  const given = givenColumns(policy)
    .filter(({ name }) => row[name] !== null && row[name] !== undefined)
    .map((column) => [column.path[0], said(column, row[column.name] ?? null)]);
  const lists = listColumns(policy)
    .filter(({ name }) => typeof row[name] === "string")
    .map(({ name, child }) => [child.path[0], JSON.parse(String(row[name]))]);
  const named = policy.table.columns
    .filter(({ name }) => policy.identifiers[name] !== undefined)
    .map(({ name, path }) => [
      path[0],
      row[name] ?? identifierOf(policy, policy.identifiers[name] ?? "", cause),
    ]);
  return Object.fromEntries([...given, ...lists, ...named]);
};

const withdrawal = (policy: Policy, row: Row, today: string): NewEvent => {
  const retracted = contract("EventRetracted");
  const original = String(row.original);
  const id = laterId(policy, original, Number(row.words) + 1);
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
 * The event that puts one row of `answersNeeded` right. Its id follows from policy, version and cause, or from the
 * answer and the number of words about it, so whoever works it out gets the same. Throws where the row is not
 * of the answer's contract.
 */
export const answerEvent = (policy: Policy, row: Row, today: string): NewEvent => {
  const need = row.need as Need;
  if (need === "WITHDRAW") return withdrawal(policy, row, today);
  const cause = String(row.cause);
  const known = policy.contract;
  const data = known.data.parse(dataOf(policy, row, cause)) as Readonly<Record<string, unknown>>;
  const isFirst = need === "RECORD";
  return {
    id: isFirst ? firstId(policy, cause) : laterId(policy, String(row.original), Number(row.words) + 1),
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
