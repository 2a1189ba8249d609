import { type Attributes, refuseAttribute, roleOf } from "./attributes.ts";
import { type FactTable, factTable } from "./columns.ts";
import { type EventContract, earlierContract } from "./contract.ts";
import { contracts } from "./contracts.ts";
import type { NewEvent } from "./event.ts";
import { refuseField } from "./invalid-field.ts";
import { nationalCodeCheck } from "./national-code-check.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** An event type with everything needed to read its events, computed once. */
export type Known = {
  readonly contract: EventContract;
  readonly dataschema: string;
  readonly table: FactTable;
  readonly refuseTexts: (data: Attributes) => Refusal | undefined;
};

export const schemaUrn = (type: string, version: number): string => `urn:karnameh:event:${type}:${version}`;

const knownOf = (contract: EventContract): Known => {
  const table = factTable(contract);
  const dataschema = schemaUrn(contract.type, contract.version);
  return { contract, dataschema, table, refuseTexts: nationalCodeCheck(table) };
};

/** The newest version of every type. */
export const known: ReadonlyMap<string, Known> = new Map(
  contracts.map((contract) => [contract.type, knownOf(contract)]),
);

/** Earlier versions by the name of their schema. */
const earlier: ReadonlyMap<string, Known> = new Map(
  contracts
    .flatMap((contract) =>
      Object.keys(contract.earlier ?? {}).flatMap(
        (version) => earlierContract(contract, Number(version)) ?? [],
      ),
    )
    .map(knownOf)
    .map((old) => [old.dataschema, old]),
);

/** The version that an event names; the newest if it names none. */
const inVersion = (value: unknown, newest: Known): Known | Refusal => {
  const { contract, dataschema } = newest;
  if (value === undefined || value === dataschema) return newest;
  const isOtherVersion =
    typeof value === "string" && value.startsWith(dataschema.slice(0, dataschema.lastIndexOf(":") + 1));
  const old = isOtherVersion ? earlier.get(value) : undefined;
  if (old) return old;
  return isOtherVersion
    ? refuse(
        "UNKNOWN_VERSION",
        "dataschema",
        `is not a version of ${contract.type}`,
        `The newest version is ${contract.version}.`,
      )
    : refuseAttribute(
        "dataschema",
        "must name the event type and a version",
        `Write ${dataschema}, or leave it out.`,
      );
};

/** The contract that an envelope names, in the named version, if the producer may record it. */
export const readType = (from: Attributes): Known | Refusal => {
  const { type, source, dataschema } = from;
  const found = typeof type === "string" ? known.get(type) : undefined;
  if (!found)
    return refuse(
      "UNKNOWN_TYPE",
      "type",
      "is not an event type",
      `Use one of the ${known.size} types in docs/events.md.`,
    );
  const role =
    typeof source === "string"
      ? roleOf(source)
      : refuseAttribute("source", "must be a string", "Write urn:karnameh:ROLE:NAME.");
  if (typeof role !== "string") return role;
  const { producers } = found.contract;
  if (!producers.includes(role))
    return refuse(
      "PRODUCER_NOT_ALLOWED",
      "source",
      `${role} may not record ${found.contract.type}`,
      `Allowed roles: ${producers.join(", ")}.`,
    );
  return inVersion(dataschema, found);
};

/** The data with its fields in the contract's order, or why it is rejected. */
export const readData = (
  data: unknown,
  { contract, table, refuseTexts }: Known,
): { readonly data: NewEvent["data"] } | Refusal => {
  const parsed = contract.data.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (!issue) throw new Error(`the contract of ${contract.type} refused data without an issue`);
    return refuseField(contract.type, table, issue, data);
  }
  const conflict = contract.check?.(parsed.data);
  if (conflict !== undefined)
    return refuse("INCONSISTENT_FIELDS", "data", conflict, "See the event type in docs/events.md.");
  return refuseTexts(parsed.data) ?? { data: parsed.data };
};
