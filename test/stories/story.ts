import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApi } from "@karnameh/api/create-api";
import { type EventLog, linesIn } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import { type EventsImported, importEvents } from "@karnameh/ingest/import-events";
import { importSeries, type SeriesImported } from "@karnameh/ingest/import-series";
import { policies } from "@karnameh/policies/policies";
import { createPolicyRunner } from "@karnameh/policies/policy-runner";
import { readAsOf, visibleSql } from "@karnameh/policies/visible-facts";
import { cubes } from "@karnameh/projections/cubes";
import type { Connection, Row } from "@karnameh/projections/engine/database";
import { operands } from "@karnameh/projections/engine/indicator";
import { catalogueOf } from "@karnameh/projections/engine/model";
import { indicators } from "@karnameh/projections/indicators";
import { createProjector } from "@karnameh/projector/projector";
import { writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent, RecordedEvent } from "@karnameh/schema/event";

/** The arguments of the GraphQL field `observations`. */
export type Asked = {
  readonly indicator: string;
  readonly by?: readonly string[];
  readonly where?: readonly { readonly dimension: string; readonly values: readonly string[] }[];
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly frequency?: "MONTH" | "QUARTER" | "YEAR";
  readonly calendar?: "JALALI" | "GREGORIAN";
  readonly asOf?: string;
};

export type Observed = {
  readonly period: { readonly code: string };
  readonly coordinates: readonly { readonly code: string }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
  readonly reason: string | null;
  readonly reasonText: { readonly en: string } | null;
};

export type Answer = {
  readonly isSynthetic: boolean;
  readonly notice: { readonly en: string } | null;
  readonly unit: { readonly code: string };
  readonly observations: readonly Observed[];
};

const QUESTION = `query Ask($indicator: ID!, $by: [ID!], $where: [DimensionFilter!], $period: PeriodRange,
    $frequency: Frequency, $calendar: CalendarSystem, $asOf: Day) {
  observations(indicator: $indicator, by: $by, where: $where, period: $period, frequency: $frequency,
      calendar: $calendar, asOf: $asOf) {
    isSynthetic notice { en } unit { code }
    observations {
      period { code } coordinates { code } value numerator denominator status reason reasonText { en }
    }
  }
}`;

const BOOKED_WITHIN_MS = 60_000;
const TODAY = "2026-11-20";
const byInstant = (one: NewEvent, other: NewEvent): number =>
  String(one.recordedAt).localeCompare(String(other.recordedAt));

/** The whole path of an event: a file of CloudEvents, the log in SQLite, the projector, the question in GraphQL. */
export type Story = Awaited<ReturnType<typeof beginStory>>;

const noon = (day: string): number => Date.parse(`${day}T08:30:00.000Z`);

/** Reads a log to its end, for what was recorded of one type. */
const recordedIn = async (log: EventLog, type: string): Promise<readonly RecordedEvent[]> => {
  const lines: string[] = [];
  for await (const { texts } of log.readRange(0n, await log.head(), 10_000))
    lines.push(...linesIn(texts.get(type) ?? new Uint8Array()));
  return lines.map((line) => JSON.parse(line));
};

/** The last position that was known on a day. */
const positionOn = async (
  connection: Connection,
  tables: readonly string[],
  day: string,
): Promise<bigint> => {
  const known = [...tables.map((table) => `fact.${table}`), "model.correction"].map(
    (table) => `select position from ${table} where known_on <= date '${day}'`,
  );
  const [row] = await connection.all(
    `select coalesce(max(position), 0)::varchar as position from (${known.join(" union all ")})`,
  );
  return BigInt(String(row?.position));
};

/** Asks the facts of some tables that stand, or that stood by what was known on a day. */
const askFacts = async (
  connection: Connection,
  tables: readonly string[],
  sql: string,
  asOf?: string,
): Promise<readonly Row[]> => {
  const now = await readAsOf(connection, TODAY);
  const position = asOf === undefined ? now.position : await positionOn(connection, tables, asOf);
  const standing = tables.map((table) => `${table} as (${visibleSql(table, { ...now, position })})`);
  return connection.all(`with ${standing.join(", ")}, asked as (${sql}) from asked`);
};

const QUIET = { info: () => undefined, error: () => undefined };

/** What a projector needs to answer for some indicators: these, and the cubes that they are computed from. */
const partFor = (codes: readonly string[] | undefined) => {
  const own = codes === undefined ? indicators : indicators.filter(({ code }) => codes.includes(code));
  const read = new Set(own.flatMap(({ formula }) => operands(formula).map(({ cube }) => cube)));
  return {
    catalogue: catalogueOf(codes === undefined ? cubes : cubes.filter((cube) => read.has(cube))),
    indicators: own,
    clock: () => 0,
    today: () => TODAY,
    logger: QUIET,
  };
};

const logIn = (folder: string, clock: () => number): Promise<EventLog> =>
  openSqliteLog({ file: join(folder, "log.sqlite"), clock });

export type StoryOptions = {
  /** The indicators that it asks for: it is recorded on their cubes alone, and any other is unknown. All where it is left out. */
  readonly indicators?: readonly string[];
  /** What the log holds before the story begins: the read model is built from it. */
  readonly history?: readonly NewEvent[];
  /** The day on which it begins, where policies run: time passes in it only by `pass`. */
  readonly begins?: string;
};

/** Begins with a read model that is built from a log; ends with `end()`. */
export const beginStory = async ({ indicators: asked, history = [], begins }: StoryOptions = {}) => {
  let now = begins === undefined ? undefined : noon(begins);
  const folder = await mkdtemp(join(tmpdir(), "karnameh-story-"));
  const log = await logIn(folder, () => now ?? Date.now());
  const projector = createProjector({ ...partFor(asked), log, folder: join(folder, "read") });
  const refusalsFile = join(folder, "refusals.ndjson");

  // Where time passes, what is recorded becomes known no earlier than now, and it is then as late as that.
  const timed = (events: readonly NewEvent[]): NewEvent[] => {
    if (now === undefined) return [...events];
    const since = new Date(now).toISOString();
    const recorded = events.map(({ recordedAt = since, ...event }) => {
      const isPast = recordedAt < since;
      return { ...event, recordedAt: isPast ? since : recordedAt };
    });
    now = Math.max(now, ...recorded.map(({ recordedAt }) => Date.parse(recordedAt)));
    return recorded;
  };
  const importAll = async (events: readonly NewEvent[]): Promise<EventsImported> => {
    const source = join(folder, "events.ndjson");
    const lines = timed(events)
      .sort(byInstant)
      .map((event) => JSON.stringify(writeCloudEvent(event)));
    await writeFile(source, lines.join("\n"));
    return importEvents({ source, log, historical: true, refusalsFile });
  };
  // A projector that ends instead says why.
  const booked = async (): Promise<void> =>
    Promise.race([projector.waitFor(await log.head(), BOOKED_WITHIN_MS), projector.ended]);

  const recordAll = async (events: readonly NewEvent[]): Promise<EventsImported> => {
    const imported = await importAll(events);
    if (imported.refused > 0) throw new Error(`refused: ${await readFile(refusalsFile, "utf8")}`);
    return imported;
  };

  if (history.length > 0) await recordAll(history);
  await projector.start();
  const answering = createPolicyRunner({
    log,
    read: (work) => projector.readLive(work),
    policies,
    clock: () => now ?? Date.now(),
    logger: QUIET,
  });
  const unexpected: unknown[] = [];
  const { fetch } = createApi({
    planner: () => projector.planner(),
    live: () => Promise.reject(new Error("no story asks how far the read model is")),
    logger: { error: (_, facts) => unexpected.push(facts) },
  });

  const ask = async (query: string, variables: object = {}): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    if (errors || !data)
      throw new Error(`the question was refused: ${JSON.stringify(errors)}`, { cause: unexpected.at(-1) });
    return data;
  };
  const answer = async (asked: Asked): Promise<Answer> =>
    (await ask(QUESTION, asked))["observations"] as Answer;

  return {
    ask,
    answer,
    /** The observations of an answer, period by period. */
    observe: async (asked: Asked): Promise<readonly Observed[]> => (await answer(asked)).observations,
    /** The value of the only observation of an answer. */
    value: async (asked: Asked): Promise<number | null> => {
      const [only, ...more] = (await answer(asked)).observations;
      if (!only || more.length > 0) throw new Error(`${asked.indicator}: not one observation`);
      return only.value;
    },
    /** The facts of some tables that stand, as `sql` asks them; with `asOf`, those that were known on that day. */
    facts: async (tables: readonly string[], sql: string, asOf?: string): Promise<readonly Row[]> => {
      const found = await projector.readLive((connection) => askFacts(connection, tables, sql, asOf));
      if (found === undefined) throw new Error("the read model does not follow the log live");
      return found;
    },
    /** Imports events in the order in which they became known, and waits until the answers rest on them. */
    record: async (events: readonly NewEvent[]): Promise<EventsImported> => {
      const imported = await recordAll(events);
      await booked();
      return imported;
    },
    /** The same for a file of which some is refused; resolves to the text of each refusal too. */
    tryToRecord: async (events: readonly NewEvent[]) => {
      const imported = await importAll(events);
      await booked();
      return { ...imported, refusals: await readFile(refusalsFile, "utf8") };
    },
    /** Imports a statistical table as the vintage of a day. */
    publish: async (table: {
      readonly rows: readonly string[];
      readonly vintageOn: string;
      readonly series?: string;
    }): Promise<SeriesImported> => {
      const { rows, ...named } = table;
      const file = join(folder, `${named.vintageOn}.csv`);
      await writeFile(file, `${rows.join("\n")}\n`);
      const imported = await importSeries({ file, log, refusalsFile, ...named });
      await booked();
      return imported;
    },
    /** Lets it become a day, with everything that policies record until then; resolves to how much that was. */
    pass: async (day: string): Promise<number> => {
      now = noon(day);
      for (let total = 0; ; ) {
        await booked();
        const { recorded } = await answering.run();
        if (recorded === 0) return total;
        total += recorded;
      }
    },
    /** What the log holds of a type of event. */
    recorded: (type: string): Promise<readonly RecordedEvent[]> => recordedIn(log, type),
    end: async (): Promise<void> => {
      await projector.stop();
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
