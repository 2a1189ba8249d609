import { readFileSync } from "node:fs";
import type { Connection } from "@karnameh/projections/engine/database";
import { type FactTable, factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { contract } from "@karnameh/schema/contracts";
import { answerId } from "./answer-id.ts";

/**
 * A rule that answers events with events. Its SQL gives one row for each answer that ought to be in the log, by the
 * facts as they stand: the columns `effective_on`, `caused_by` (the id of the event that brought it about),
 * `is_synthetic`, and those of the answer's fact table, a list as the name of its field.
 */
export type Policy = {
  readonly name: string;
  /** Counted up when the rule changes. What an earlier version answered stands. */
  readonly version: number;
  /** What the answers are recorded as coming from; it names policy and version. */
  readonly source: string;
  readonly contract: EventContract;
  readonly table: FactTable;
  /** The columns that name the cause: of one cause there is one answer at a time. */
  readonly cause: readonly string[];
  /** The fact tables that the SQL reads, by their names; of each it sees what stands. */
  readonly reads: readonly string[];
  /** Whether the SQL reads `working_day`. */
  readonly usesCalendar: boolean;
  /** SQL of the first day that it asks of the calendar, where that is not the day of the first fact that it reads. */
  readonly calendarFrom?: string;
  /** Identifiers of the answer that follow from the cause where the SQL leaves them null: column → what they name. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Numbers and texts of the rule that have their home in code: the SQL reads them as columns of `constant`. */
  readonly constants: Readonly<Record<string, number | string>>;
  readonly sql: string;
  /** Makes temporary tables that the SQL reads beside the facts, from facts of `reads` alone. */
  readonly prepare?: (connection: Connection) => Promise<void>;
  /** Why an answer that the facts no longer bear is withdrawn, for the log. */
  readonly withdrawal: string;
};

type Definition = Pick<
  Policy,
  "name" | "version" | "cause" | "reads" | "withdrawal" | "prepare" | "calendarFrom"
> & {
  readonly event: string;
  readonly usesCalendar?: boolean;
  readonly identifiers?: Policy["identifiers"];
  readonly constants?: Policy["constants"];
  /** A file with relations that several policies reckon from, as the beginning of a `with`; the SQL goes on from it. */
  readonly given?: URL;
  /** The file of the SQL beside the definition. */
  readonly rule: URL;
};

/**
 * Defines a policy. Throws RangeError where its answer has no contract, is not the system's to record, or is among
 * what it reads: a policy's own events are never causes of its own.
 */
export const definePolicy = ({ event, given, rule, ...rest }: Definition): Policy => {
  const known = contract(event);
  if (known === undefined)
    throw new RangeError(`the policy ${rest.name} answers with ${event}, which is no event`);
  if (!known.producers.includes("system"))
    throw new RangeError(`the policy ${rest.name} answers with ${event}, which the system may not record`);
  const table = factTable(known);
  if (rest.reads.some((name) => name === table.table || name.startsWith(`${table.table}_`)))
    throw new RangeError(`the policy ${rest.name} reads its own answers`);
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

/** The source of every version of a policy, as a pattern of SQL's `like`. */
export const sourcesOf = ({ name }: Policy): string => `urn:karnameh:system:${name}.v%`;

/** The id of the first answer to a cause. */
export const firstId = ({ name, version }: Policy, cause: string): string =>
  answerId(name, String(version), cause);

/** The id of the `number`-th word about an answer after it was given: a correction or a withdrawal. */
export const laterId = ({ name }: Policy, original: string, number: number): string =>
  answerId(name, original, String(number));

/** An identifier that follows from the cause, whatever the version. */
export const identifierOf = ({ name }: Policy, names: string, cause: string): string =>
  answerId(name, names, cause);
