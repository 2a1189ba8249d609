import { readFileSync } from "node:fs";
import type { Connection } from "@karnameh/projections/engine/database";
import { type FactTable, factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { contract } from "@karnameh/schema/contracts";
import { derivedId } from "./derived-id.ts";

/**
 * A rule that derives events from events. Its SQL gives one row for each event that should be in the log according to
 * the current facts: the columns `effective_on`, `caused_by` (the id of the event that led to it), `is_synthetic`, and
 * those of the derived event's fact table; a list is a column named after its field.
 */
export type Policy = {
  readonly name: string;
  /** Increased when the rule changes. What an earlier version recorded is kept. */
  readonly version: number;
  /** The CloudEvents source of the derived events; it names policy and version. */
  readonly source: string;
  readonly contract: EventContract;
  readonly table: FactTable;
  /** The natural key, as columns: for one key there is one current event. */
  readonly key: readonly string[];
  /** The fact tables that the SQL reads, by name; it sees the current facts of each. */
  readonly reads: readonly string[];
  /** Whether the SQL reads `working_day`. */
  readonly usesCalendar: boolean;
  /** SQL of the first calendar day that is needed. Default: the day of the first fact that the policy reads. */
  readonly calendarFrom?: string;
  /** Identifiers that are made from the key if the SQL leaves them null: column → what it identifies. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Numbers and texts of the rule that are defined in code: the SQL reads them as columns of `constant`. */
  readonly constants: Readonly<Record<string, number | string>>;
  readonly sql: string;
  /** Makes temporary tables that the SQL reads in addition to the facts, from facts of `reads` alone. */
  readonly prepare?: (connection: Connection) => Promise<void>;
  /** The reason in the retraction of an event that the rule no longer gives. */
  readonly withdrawal: string;
};

type Definition = Pick<
  Policy,
  "name" | "version" | "key" | "reads" | "withdrawal" | "prepare" | "calendarFrom"
> & {
  readonly event: string;
  readonly usesCalendar?: boolean;
  readonly identifiers?: Policy["identifiers"];
  readonly constants?: Policy["constants"];
  /** A file with relations that several policies share, as the beginning of a `with`; the rule continues it. */
  readonly given?: URL;
  /** The file with the rule's SQL. */
  readonly rule: URL;
};

/**
 * Defines a policy. Throws RangeError if its event has no contract, may not be recorded by the system, or is among the
 * events it reads: a policy never depends on its own events.
 */
export const definePolicy = ({ event, given, rule, ...rest }: Definition): Policy => {
  const known = contract(event);
  if (known === undefined)
    throw new RangeError(`the policy ${rest.name} records ${event}, which is not an event type`);
  if (!known.producers.includes("system"))
    throw new RangeError(`the policy ${rest.name} records ${event}, which the system may not record`);
  const table = factTable(known);
  if (rest.reads.some((name) => name === table.table || name.startsWith(`${table.table}_`)))
    throw new RangeError(`the policy ${rest.name} reads its own events`);
  return {
    ...rest,
    contract: known,
    table,
    source: `urn:karnameh:system:${rest.name}.v${rest.version}`,
    usesCalendar: rest.usesCalendar ?? false,
    identifiers: rest.identifiers ?? {},
    constants: rest.constants ?? {},
    sql: [...(given === undefined ? [] : [given]), rule]
      .map((file) => readFileSync(file, "utf8").trim())
      .join(",\n"),
  };
};

/** The sources of all versions of a policy, as a pattern for SQL's `like`. */
export const sourcesOf = ({ name }: Policy): string => `urn:karnameh:system:${name}.v%`;

/** The id of the first event for a key. */
export const firstId = ({ name, version }: Policy, key: string): string =>
  derivedId(name, String(version), key);

/** The id of the `number`-th revision of an event: a correction or a retraction. */
export const revisionId = ({ name }: Policy, original: string, number: number): string =>
  derivedId(name, original, String(number));

/** An identifier made from the key, the same for every version. */
export const identifierOf = ({ name }: Policy, identifies: string, key: string): string =>
  derivedId(name, identifies, key);
