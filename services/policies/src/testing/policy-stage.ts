import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventLog } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import type { Row } from "@karnameh/projections/engine/database";
import { factsAsOf } from "@karnameh/projections/engine/visible-facts-sql";
import { type Ledger, openLedger } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterEach, beforeEach } from "vitest";
import type { Policy } from "../policy.ts";
import { createPolicyRunner, type PolicyRunner } from "../policy-runner.ts";

const noon = (day: string): number => Date.parse(`${day}T08:30:00.000Z`);

/** A reader of a log with policies: it posts what the log holds only when it is asked to. */
export type Node = {
  readonly ledger: Ledger;
  readonly runner: PolicyRunner;
  readonly catchUp: () => Promise<void>;
  /** Posts and runs policies until there is nothing more to record; resolves to the number of events recorded. */
  readonly settle: () => Promise<number>;
  /** The current facts of a table. */
  readonly facts: (table: string, columns: string) => Promise<Row[]>;
};

const nodeOver = (log: EventLog, ledger: Ledger, policies: readonly Policy[], clock: () => number): Node => {
  const { connection } = ledger;
  const runner = createPolicyRunner({
    log,
    read: (work) => work(connection),
    policies,
    clock,
    logger: { info: () => undefined, error: () => undefined },
  });
  const catchUp = async (): Promise<void> => {
    const [row] = await connection.all("select position from model.checkpoint");
    const batch = await log.read(BigInt(Number(row?.position)), 10_000);
    if (batch.count > 0) await ledger.commitTexts(batch.texts, batch.count);
  };
  return {
    ledger,
    runner,
    catchUp,
    settle: async () => {
      for (let total = 0; ; ) {
        await catchUp();
        const { recorded } = await runner.run();
        if (recorded === 0) return total;
        total += recorded;
      }
    },
    facts: (table, columns) => connection.all(`select ${columns} from ${factsAsOf(table)} order by all`),
  };
};

/** Ledgers that no node has: to open one takes longer than most of the tests. */
const idle: Ledger[] = [];

/** What nodes are opened with where it is not the log of the test and the policies of the spec. */
type Opening = { readonly of?: EventLog; readonly policies?: readonly Policy[] };

/** A log, a clock and nodes for the tests of a file: each test begins with an empty log on 22 March 2023. */
export const policyStage = (policies: readonly Policy[]) => {
  let home = "";
  let log: EventLog | undefined;
  let now = 0;
  const nodes: Node[] = [];
  const clock = (): number => now;
  const openLog = (name: string): Promise<EventLog> =>
    openSqliteLog({ file: join(home, `${name}.sqlite`), groupCommitMs: 0, clock });
  const theLog = (): EventLog => {
    if (log === undefined) throw new Error("there is a log only inside of tests");
    return log;
  };
  const closeNodes = async (): Promise<void> => {
    for (const { ledger } of nodes.splice(0)) {
      await ledger.clear();
      idle.push(ledger);
    }
  };
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "policies-"));
    now = noon("2023-03-22");
    log = await openLog("log");
  });
  afterEach(async () => {
    await closeNodes();
    await log?.close();
    rmSync(home, { recursive: true, force: true });
  });
  return {
    clock,
    openLog,
    closeNodes,
    get log() {
      return theLog();
    },
    /** Lets it be noon of a day. */
    passTo: (day: string): void => {
      now = noon(day);
    },
    /** Lets some days pass; resolves to the day that it is then. */
    passDays: (days: number): string => {
      now += days * 86_400_000;
      return new Date(now).toISOString().slice(0, 10);
    },
    /** Records events as known on a day, and lets it be that day. */
    on: async (day: string, ...events: readonly NewEvent[]): Promise<void> => {
      now = Math.max(now, noon(day));
      await theLog().append(events.map(({ recordedAt: _, ...event }) => event));
    },
    open: async ({ of = theLog(), policies: own = policies }: Opening = {}): Promise<Node> => {
      const node = nodeOver(of, idle.pop() ?? (await openLedger([])), own, clock);
      nodes.push(node);
      return node;
    },
  };
};
