import type { Connection } from "@karnameh/projections/engine/database";
import type { NewEvent } from "@karnameh/schema/event";
import { answerEvent } from "./answer-event.ts";
import { answersNeeded } from "./answers.ts";
import { makeWorkingDays } from "./calendar/working-day-table.ts";
import type { Policy } from "./policy.ts";
import { type Moment, momentOf } from "./visible-facts.ts";

/** Answers of one policy in one run at most; the rest follow in the next. */
const MOST_ANSWERS = 10_000;

const CALENDAR = ["calendar_published", "closure_declared", "closure_withdrawn", "weekend_rule_set"];

/** The ground of policies of which nothing that they read was ever recorded: they have nothing to say. */
const NOTHING = "nothing";

/** What a policy's answers rest on: where none of it moved since the last run, they are what they were. */
const groundOf = async (connection: Connection, policy: Policy, { today }: Moment): Promise<string> => {
  const latest = (names: readonly string[]) =>
    `(select max(position) from (${names.map((name) => `select max(position) as position from ${name}`).join(" union all ")}))`;
  const read = policy.reads.map((name) => `fact.${name}`);
  const others = [...(policy.usesCalendar ? CALENDAR.map((name) => `fact.${name}`) : []), "model.correction"];
  const [row] = await connection.all(
    `select ${latest(read)}::varchar as read, ${latest(others)}::varchar as others`,
  );
  return row?.read === null ? NOTHING : `${today} ${String(row?.read)} ${String(row?.others)}`;
};

/** The working days from the first day that a policy asks for to the day before today. */
const prepareCalendar = async (
  connection: Connection,
  policies: readonly Policy[],
  { position, today }: Moment,
): Promise<void> => {
  const firsts = policies
    .filter(({ usesCalendar }) => usesCalendar)
    .flatMap(({ reads, calendarFrom }) =>
      calendarFrom === undefined
        ? reads.map((name) => `select min(effective_on) as day from fact.${name}`)
        : [calendarFrom],
    );
  if (firsts.length === 0) return;
  // The rule set longest ago is no cause, and a day that is not over is not settled.
  const [row] = await connection.all(
    `select coalesce(min(day), date '${today}')::varchar as first_day, (date '${today}' - 1)::date::varchar as last_day
     from (${firsts.join(" union all ")})`,
  );
  await makeWorkingDays(connection, position, String(row?.first_day), String(row?.last_day));
};

/** The grounds on which policies last had nothing more to say, by their names. */
export type Grounds = Map<string, string>;

/** What a look at the facts found: the answers to record, and the grounds to keep once they are. */
export type Found = {
  readonly position: bigint;
  readonly answers: readonly NewEvent[];
  readonly grounds: ReadonlyMap<string, string>;
};

/**
 * The answers that policies find lacking in the facts of a read model, in one transaction that writes nothing.
 * Policies whose grounds are as in `settled` are passed over, and so is for this time one that reads what another is
 * about to say: it would say what it had to take back at the next look.
 */
export const findAnswers = (
  connection: Connection,
  policies: readonly Policy[],
  today: string,
  settled: ReadonlyMap<string, string> = new Map(),
): Promise<Found> =>
  connection.transaction(async () => {
    const moment = await momentOf(connection, today);
    const grounds = new Map<string, string>();
    for (const policy of policies) grounds.set(policy.name, await groundOf(connection, policy, moment));
    const moved = policies.filter(
      ({ name }) => grounds.get(name) !== NOTHING && settled.get(name) !== grounds.get(name),
    );
    await prepareCalendar(connection, moved, moment);
    const answers: NewEvent[] = [];
    const answered = new Set<string>();
    for (const policy of moved) {
      if (policy.reads.some((table) => answered.has(table))) {
        grounds.delete(policy.name);
        continue;
      }
      await policy.prepare?.(connection);
      const needed = await answersNeeded(connection, policy, moment, MOST_ANSWERS);
      if (needed.length > 0) answered.add(policy.table.table);
      answers.push(...needed.map((row) => answerEvent(policy, row, today)));
      if (needed.length === MOST_ANSWERS) grounds.delete(policy.name);
    }
    return { position: moment.position, answers, grounds };
  });
