import type { Connection } from "@karnameh/projections/engine/database";
import type { NewEvent } from "@karnameh/schema/event";
import { makeWorkingDays } from "./calendar/working-day-table.ts";
import { derivedEvent } from "./derived-event.ts";
import type { Policy } from "./policy.ts";
import { reconcile } from "./reconcile.ts";
import { type AsOf, readAsOf } from "./visible-facts.ts";

/** The maximum number of events of one policy in one run; the next run continues. */
const MAX_EVENTS_PER_POLICY = 10_000;

const CALENDAR = ["calendar_published", "closure_declared", "closure_withdrawn", "weekend_rule_set"];

/** The fingerprint of a policy for which no input was ever recorded: it derives nothing. */
const NO_INPUT = "nothing";

/** Changes whenever an input of a policy may have changed: the day, the facts it reads, the calendar, corrections. */
const inputFingerprint = async (connection: Connection, policy: Policy, { today }: AsOf): Promise<string> => {
  const latest = (names: readonly string[]) =>
    `(select max(position) from (${names.map((name) => `select max(position) as position from ${name}`).join(" union all ")}))`;
  const inputs = policy.reads.map((name) => `fact.${name}`);
  const others = [...(policy.usesCalendar ? CALENDAR.map((name) => `fact.${name}`) : []), "model.correction"];
  const [row] = await connection.all(
    `select ${latest(inputs)}::varchar as inputs, ${latest(others)}::varchar as others`,
  );
  return row?.inputs === null ? NO_INPUT : `${today} ${String(row?.inputs)} ${String(row?.others)}`;
};

/** Makes the working days from the first day that a policy needs through yesterday. */
const prepareCalendar = async (
  connection: Connection,
  policies: readonly Policy[],
  { position, today }: AsOf,
): Promise<void> => {
  const firsts = policies
    .filter(({ usesCalendar }) => usesCalendar)
    .flatMap(({ reads, calendarFrom }) =>
      calendarFrom === undefined
        ? reads.map((name) => `select min(effective_on) as day from fact.${name}`)
        : [calendarFrom],
    );
  if (firsts.length === 0) return;
  const [row] = await connection.all(
    `select coalesce(min(day), date '${today}')::varchar as first_day, (date '${today}' - 1)::date::varchar as last_day
     from (${firsts.join(" union all ")})`,
  );
  await makeWorkingDays(connection, position, String(row?.first_day), String(row?.last_day));
};

/** Policy name → the fingerprint of its inputs when it last had nothing more to record. */
export type Fingerprints = Map<string, string>;

/** The events to record, and the fingerprints to keep once they are recorded. */
export type DerivedEvents = {
  readonly position: bigint;
  readonly events: readonly NewEvent[];
  readonly fingerprints: ReadonlyMap<string, string>;
};

/**
 * The events that policies derive from a read model and that the log lacks, found in one transaction that writes
 * nothing. A policy is skipped if its fingerprint is the one in `previous`. It is also skipped, until the next run, if
 * another policy has new events of a type that it reads: its own events would have to be corrected immediately.
 */
export const deriveEvents = (
  connection: Connection,
  policies: readonly Policy[],
  today: string,
  previous: ReadonlyMap<string, string> = new Map(),
): Promise<DerivedEvents> =>
  connection.transaction(async () => {
    const asOf = await readAsOf(connection, today);
    const fingerprints: Fingerprints = new Map();
    for (const policy of policies)
      fingerprints.set(policy.name, await inputFingerprint(connection, policy, asOf));
    const changed = policies.filter(({ name }) => {
      const fingerprint = fingerprints.get(name);
      return fingerprint !== NO_INPUT && previous.get(name) !== fingerprint;
    });
    await prepareCalendar(connection, changed, asOf);
    const events: NewEvent[] = [];
    const changedTables = new Set<string>();
    for (const policy of changed) {
      if (policy.reads.some((table) => changedTables.has(table))) {
        fingerprints.delete(policy.name);
        continue;
      }
      await policy.prepare?.(connection);
      const rows = await reconcile(connection, policy, asOf, MAX_EVENTS_PER_POLICY);
      if (rows.length > 0) changedTables.add(policy.table.table);
      events.push(...rows.map((row) => derivedEvent(policy, row, today)));
      if (rows.length === MAX_EVENTS_PER_POLICY) fingerprints.delete(policy.name);
    }
    return { position: asOf.position, events, fingerprints };
  });
