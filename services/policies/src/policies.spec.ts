import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventLog, LogError, linesIn } from "@karnameh/event-log/port";
import { openSqliteLog } from "@karnameh/event-log/sqlite/log";
import type { Row } from "@karnameh/projections/engine/database";
import { listInconsistencies } from "@karnameh/projections/planner/list-claims";
import { openPool } from "@karnameh/projections/planner/pool";
import { type Ledger, openLedger, uuid } from "@karnameh/projections/testing/ledger";
import { tell } from "@karnameh/projections/testing/tell";
import { addDays } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
import { uuid5 } from "@karnameh/schema/uuid5";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { PREDICTION } from "./calendar/predicted-holidays.ts";
import { inconsistencyWatch } from "./claims/inconsistency-watch.ts";
import { licenceClock } from "./licence/licence-clock.ts";
import { licenceDeadline } from "./licence/licence-deadline.ts";
import { policies } from "./policies.ts";
import { definePolicy, firstId, type Policy } from "./policy.ts";
import { createPolicyRunner, type PolicyRunner } from "./policy-runner.ts";
import { findAnswers } from "./run-policies.ts";

const noon = (day: string): number => Date.parse(`${day}T08:30:00.000Z`);

let home: string;
let log: EventLog;
let now: number;
let nodes: Node[];
/** Ledgers that no node has: to open one takes longer than most of the tests. */
const idle: Ledger[] = [];

/** A reader of the log with policies: it books what the log holds only when it is told to. */
class Node {
  ledger!: Ledger;
  runner!: PolicyRunner;
  log!: EventLog;
  async open(of: EventLog = log, own: readonly Policy[] = policies): Promise<this> {
    this.log = of;
    this.ledger = idle.pop() ?? (await openLedger([]));
    const { connection } = this.ledger;
    this.runner = createPolicyRunner({
      log: of,
      read: (work) => work(connection),
      policies: own,
      clock: () => now,
      logger: { info: () => undefined, error: () => undefined },
    });
    nodes.push(this);
    return this;
  }
  async catchUp(): Promise<void> {
    const { connection } = this.ledger;
    const [row] = await connection.all("select position from model.checkpoint");
    const batch = await this.log.read(BigInt(Number(row?.position)), 10_000);
    if (batch.count > 0) await this.ledger.commitTexts(batch.texts, batch.count);
  }
  /** Books and answers until there is nothing more to say; resolves to the number of events recorded. */
  async settle(): Promise<number> {
    for (let total = 0; ; ) {
      await this.catchUp();
      const { recorded } = await this.runner.run();
      if (recorded === 0) return total;
      total += recorded;
    }
  }
  facts(table: string, columns: string): Promise<Row[]> {
    return this.ledger.connection.all(
      `select ${columns} from fact.${table} where superseded_position = 9223372036854775807 order by all`,
    );
  }
}

afterAll(() => {
  for (const ledger of idle) ledger.close();
});
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "policies-"));
  now = noon("2023-03-22");
  nodes = [];
  log = await openSqliteLog({ file: join(home, "log.sqlite"), groupCommitMs: 0, clock: () => now });
});
const closeNodes = async (): Promise<void> => {
  for (const { ledger } of nodes.splice(0)) {
    await ledger.clear();
    idle.push(ledger);
  }
};
afterEach(async () => {
  await closeNodes();
  await log.close();
  rmSync(home, { recursive: true, force: true });
});

/** Records events as known on a day, and lets it be that day. */
const on = async (day: string, ...events: readonly NewEvent[]): Promise<void> => {
  now = Math.max(now, noon(day));
  await log.append(events.map(({ recordedAt: _, ...event }) => event));
};

const applied = (day: string, words = {}) =>
  tell("LicenceApplied", day, {
    applicationId: "a",
    applicantRef: "sara",
    kind: "NEW",
    standardIds: ["w"],
    area: "IR-23",
    ...words,
  });
const eligible = (day: string) => tell("ApplicantEligibilityConfirmed", day, { applicationId: "a" });
const resubmitted = (day: string, applicationId = "a") =>
  tell("ApplicationResubmitted", day, { applicationId });
const returned = (day: string) => tell("ApplicationReturned", day, { applicationId: "a" });
const granted = (day: string, id = "grant") =>
  tell("LicenceGranted", day, { applicationId: "a", licenceId: "l" }, { id });
const closed = (date: string, words = {}) =>
  tell("ClosureDeclared", date, {
    closureId: date,
    calendarVersion: "kept",
    area: "IR",
    reason: "HEAT",
    ...words,
  });
const weekend = (day: string, ...restDays: string[]) =>
  tell("WeekendRuleSet", day, { scope: "ALL", restDays });
const rule = (day: string, data: object) =>
  tell("LicenceRuleSet", day, {
    ruleVersion: "r2",
    maxWorkingDays: 3,
    countFrom: "NEXT_WORKING_DAY",
    cutoffHour: 24,
    returnEffect: "RESTART",
    isAutomatic: true,
    ...data,
  });

const ISSUED = "effective_on, due_on, rule_version, working_days";
const issuedBy = async (node: Node) =>
  (await node.facts("licence_auto_issued", ISSUED)).map(({ effective_on, due_on }) => [effective_on, due_on]);

describe("the licence clock", () => {
  const filed = "2023-07-30";
  const heatwave = () => [closed("2023-08-01"), closed("2023-08-02")];

  it("issues at the end of the third working day, and not before it is over", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", ...heatwave());
    now = noon("2023-08-05");
    expect(await node.settle()).toBe(0);
    now = noon("2023-08-06");
    expect(await node.settle()).toBe(1);
    expect(await node.facts("licence_auto_issued", `${ISSUED}, calendar_version, source`)).toEqual([
      {
        effective_on: "2023-08-05",
        due_on: "2023-08-05",
        rule_version: "three-working-days",
        working_days: 3,
        calendar_version: `${PREDICTION}_2`,
        source: "urn:karnameh:system:licence-clock.v1",
      },
    ]);
  });

  it("issues a day later where Thursday is a day of rest too", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on("2023-03-22", weekend("2023-03-21", "THURSDAY", "FRIDAY"));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", ...heatwave());
    now = noon("2023-08-10");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-08-06", "2023-08-06"]]);
  });

  it("issues on 2 August where no closure was declared, and is not moved by one that is declared afterwards", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-03");
    expect(await node.settle()).toBe(1);
    await on("2023-08-03", ...heatwave());
    expect(await node.settle()).toBe(0);
    expect(await issuedBy(node)).toEqual([["2023-08-02", "2023-08-02"]]);
    const later = await new Node().open(log, [licenceClock]);
    now = noon("2023-09-01");
    expect(await later.settle()).toBe(0);
  });

  it("does not issue to who is not confirmed, and issues when the confirmation is known", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed));
    now = noon("2023-08-09");
    expect(await node.settle()).toBe(0);
    await on("2023-08-09", eligible("2023-08-07"));
    now = noon("2023-08-10");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-08-09", "2023-08-02"]]);
  });

  it("leaves what was decided on the last day alone, however late one hears of it within that day", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", granted("2023-08-02"));
    now = noon("2023-08-20");
    expect(await node.settle()).toBe(0);
  });

  it("withdraws the licence when a decision comes to light that was made in time, and not when one was made too late", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-03");
    await node.settle();
    await on("2023-08-08", granted("2023-08-08", "too late"));
    expect(await node.settle()).toBe(0);
    await on("2023-08-09", granted("2023-08-01", "in time"));
    expect(await node.settle()).toBe(1);
    expect(await issuedBy(node)).toEqual([]);
    expect(await node.facts("event_retracted", "effective_on, retracted_type")).toEqual([
      { effective_on: "2023-08-09", retracted_type: "LicenceAutoIssued" },
    ]);
    now = noon("2023-09-09");
    expect(await node.settle()).toBe(0);
  });

  it("states it anew, as a correction, when that decision is itself taken back", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-03");
    await node.settle();
    await on("2023-08-09", granted("2023-08-01", "in time"));
    await node.settle();
    const mistake = tell(
      "EventRetracted",
      "2023-08-10",
      { retractionId: "r", retractedType: "LicenceGranted" },
      { corrects: "in time" },
    );
    await on("2023-08-10", mistake);
    expect(await node.settle()).toBe(1);
    expect(await issuedBy(node)).toEqual([["2023-08-02", "2023-08-02"]]);
  });

  it("does not argue with who withdrew a licence by hand", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-03");
    await node.settle();
    const [row] = await node.facts("licence_auto_issued", "event_id");
    const { corrects: _, ...byHand } = tell("EventRetracted", "2023-08-10", {
      retractionId: "r",
      retractedType: "LicenceAutoIssued",
    });
    await on("2023-08-10", {
      ...byHand,
      source: "urn:karnameh:agency:tvto",
      corrects: String(row?.event_id),
    });
    expect(await node.settle()).toBe(0);
    expect(await issuedBy(node)).toEqual([]);
  });

  it("is stopped by a return, and starts again from nothing when the application comes back", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", returned("2023-08-02"));
    now = noon("2023-08-08");
    expect(await node.settle()).toBe(0);
    await on("2023-08-08", resubmitted("2023-08-08"));
    now = noon("2023-08-20");
    await node.settle();
    // 9, 10 and 12 August; the eleventh is a Friday.
    expect(await issuedBy(node)).toEqual([["2023-08-12", "2023-08-12"]]);
  });

  it("goes on counting after a return where the rule in force says so, and takes as many days as the rule says", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on("2023-03-22", rule("2023-03-21", { maxWorkingDays: 4, returnEffect: "RESUME" }));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-08-02", returned("2023-08-02"));
    await on("2023-08-08", resubmitted("2023-08-08"));
    now = noon("2023-08-20");
    await node.settle();
    // 31 July and 1 August before the return, 9 and 10 August after it.
    expect(await issuedBy(node)).toEqual([["2023-08-10", "2023-08-10"]]);
  });

  it("counts the day of filing where the rule says so, and is not set off by what is sent again unasked", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on("2023-03-22", rule("2023-03-21", { countFrom: "FILING_DAY", returnEffect: "RESUME" }));
    await on(filed, applied(filed), eligible(filed));
    await on("2023-07-31", resubmitted("2023-07-31"));
    now = noon("2023-08-20");
    await node.settle();
    // 30 and 31 July and 1 August.
    expect(await issuedBy(node)).toEqual([["2023-08-01", "2023-08-01"]]);
  });

  it("takes the rule that was recorded last, of those that begin on one day", async () => {
    const node = await new Node().open(log, [licenceClock]);
    for (const maxWorkingDays of [5, 6, 7, 1])
      await on("2023-03-22", rule("2023-03-21", { ruleVersion: `r${maxWorkingDays}`, maxWorkingDays }));
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-20");
    await node.settle();
    expect(await issuedBy(node)).toEqual([["2023-07-31", "2023-07-31"]]);
  });

  it("issues nothing by itself where the rule in force does not let it", async () => {
    const node = await new Node().open(log, [licenceClock]);
    await on("2023-03-22", rule("2023-03-21", { isAutomatic: false }));
    await on(filed, applied(filed), eligible(filed));
    now = noon("2023-08-20");
    expect(await node.settle()).toBe(0);
  });

  it("renews the licence that was applied for, and gives a new one an id of its own", async () => {
    const node = await new Node().open(log, [licenceClock]);
    const renewal = applied(filed, { kind: "RENEWAL", licenceId: "old" });
    await on(filed, { ...renewal, id: uuid("renewal") }, eligible(filed));
    now = noon("2023-08-20");
    await node.settle();
    const licences = () => node.facts("licence_auto_issued", "licence_id, corrects is null as is_first");
    expect(await licences()).toEqual([{ licence_id: uuid("old"), is_first: true }]);
    const other = applied(filed, { kind: "RENEWAL", licenceId: "other" });
    await on("2023-08-21", { ...other, corrects: uuid("renewal") });
    expect(await node.settle()).toBe(1);
    expect(await licences()).toEqual([{ licence_id: uuid("other"), is_first: false }]);
  });

  it("closes a province's days for its own applications alone", async () => {
    const node = await new Node().open(log, [licenceClock]);
    const dust = closed("2023-07-31", { area: "IR-06", reason: "POLLUTION" });
    await on(filed, dust, applied(filed), eligible(filed));
    await on(filed, applied(filed, { applicationId: "b", area: "IR-06" }));
    await on(filed, tell("ApplicantEligibilityConfirmed", filed, { applicationId: "b" }));
    now = noon("2023-08-20");
    await node.settle();
    expect(await issuedBy(node)).toEqual([
      ["2023-08-02", "2023-08-02"],
      ["2023-08-03", "2023-08-03"],
    ]);
  });
});

describe("the time of an application", () => {
  const filed = "2023-07-30";
  const heatwave = () => [closed("2023-08-01"), closed("2023-08-02")];
  const assessed = (node: Node) =>
    node.facts(
      "licence_application_assessed",
      "due_on, is_in_time, decided_on, working_days, effective_on, corrects is not null as is_correction",
    );
  const start = async (...more: readonly NewEvent[]) => {
    const node = await new Node().open();
    await on(filed, applied(filed), ...more);
    await on("2023-07-31", ...heatwave());
    return node;
  };

  it("is over with the third working day, and the decision took the days up to its own", async () => {
    const node = await start();
    await on("2023-08-03", granted("2023-08-03"));
    now = noon("2023-08-05");
    expect(await node.settle()).toBe(0);
    now = noon("2023-08-06");
    expect(await node.settle()).toBe(1);
    // Monday 31 July and Thursday 3 August; due on Saturday the fifth.
    expect(await assessed(node)).toEqual([
      {
        due_on: "2023-08-05",
        is_in_time: true,
        decided_on: "2023-08-03",
        working_days: 2,
        effective_on: "2023-08-05",
        is_correction: false,
      },
    ]);
  });

  it("ran out on what nobody decided, and the decision that follows is late by the days it took", async () => {
    const node = await start();
    now = noon("2023-08-06");
    expect(await node.settle()).toBe(1);
    expect(await assessed(node)).toMatchObject([
      { is_in_time: false, decided_on: null, working_days: null, effective_on: "2023-08-05" },
    ]);
    await on("2023-08-08", granted("2023-08-08"));
    expect(await node.settle()).toBe(0);
    now = noon("2023-08-09");
    expect(await node.settle()).toBe(1);
    // The three, and the sixth, seventh and eighth of August.
    expect(await assessed(node)).toEqual([
      {
        due_on: "2023-08-05",
        is_in_time: false,
        decided_on: "2023-08-08",
        working_days: 6,
        effective_on: "2023-08-08",
        is_correction: true,
      },
    ]);
  });

  it("is kept where the system issues by itself, and said once", async () => {
    const node = await start(eligible(filed));
    now = noon("2023-08-06");
    expect(await node.settle()).toBe(2);
    expect(await assessed(node)).toMatchObject([
      { is_in_time: true, decided_on: "2023-08-05", working_days: 3, is_correction: false },
    ]);
  });

  it("begins anew with what comes back, and the days with the applicant are none of it", async () => {
    const node = await new Node().open();
    await on(filed, applied(filed));
    await on("2023-08-02", returned("2023-08-02"));
    now = noon("2023-08-07");
    expect(await node.settle()).toBe(0);
    await on("2023-08-08", resubmitted("2023-08-08"));
    await on("2023-08-10", granted("2023-08-10"));
    now = noon("2023-08-13");
    expect(await node.settle()).toBe(1);
    // 31 July, 1, 9 and 10 August; due after 9, 10 and 12 August, for the eleventh is a Friday.
    expect(await assessed(node)).toMatchObject([
      { due_on: "2023-08-12", is_in_time: true, decided_on: "2023-08-10", working_days: 4 },
    ]);
  });

  it("is withdrawn with the application", async () => {
    const node = await new Node().open();
    await on(filed, { ...applied(filed), id: uuid("filed") });
    now = noon("2023-08-10");
    expect(await node.settle()).toBe(1);
    await on(
      "2023-08-11",
      tell(
        "EventRetracted",
        "2023-08-11",
        { retractionId: "r", retractedType: "LicenceApplied" },
        { corrects: "filed" },
      ),
    );
    expect(await node.settle()).toBe(1);
    expect(await assessed(node)).toEqual([]);
  });
});

const listed = (day: string, month: string, words = {}) =>
  tell("ContributionListSubmitted", day, {
    listId: `${month} ${day}`,
    month,
    lines: [{ personRef: "p", days: 30, insurableWage: 1 }],
    ...words,
  });
const calendar = (day: string, jalaliYear: number, ...holidays: string[]) =>
  tell("CalendarPublished", day, {
    calendarVersion: `kept-${jalaliYear}`,
    jalaliYear,
    holidays: holidays.map((holiday) => ({ day: holiday, kind: "LUNAR", title: { fa: "عید" } })),
  });

describe("the deadline of contribution lists", () => {
  const ASSESSED = "due_on, is_on_time, days_late, calendar_version";

  it("of Mordad 1402 is 1 Mehr, because the holiday fell on the second, and not on the first as was predicted", async () => {
    const node = await new Node().open();
    await on("2023-03-22", calendar("2023-03-01", 1402, "2023-09-24"));
    await on("2023-09-23", listed("2023-09-23", "1402-05"));
    await on("2023-09-25", listed("2023-09-25", "1402-05"));
    expect(await node.settle()).toBe(1);
    now = noon("2023-09-26");
    expect(await node.settle()).toBe(1);
    expect(await node.facts("contribution_list_assessed", `${ASSESSED}, effective_on, month`)).toEqual([
      {
        due_on: "2023-09-23",
        is_on_time: false,
        days_late: 2,
        calendar_version: "kept-1402_0",
        effective_on: "2023-09-25",
        month: 140205,
      },
      {
        due_on: "2023-09-23",
        is_on_time: true,
        days_late: 0,
        calendar_version: "kept-1402_0",
        effective_on: "2023-09-23",
        month: 140205,
      },
    ]);
  });

  it("of Mordad 1402 would be 2 Mehr by the calendar of 2022", async () => {
    const node = await new Node().open();
    await on("2023-03-22", calendar("2022-03-01", 1402, "2023-09-23"));
    await on("2023-09-20", listed("2023-09-20", "1402-05"));
    now = noon("2023-09-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on")).toEqual([{ due_on: "2023-09-24" }]);
  });

  it("of Mordad 1403 is 1 Mehr, because 31 Shahrivar is a holiday", async () => {
    const node = await new Node().open();
    await on("2024-03-01", calendar("2024-03-01", 1403, "2024-09-21"));
    await on("2024-09-22", listed("2024-09-22", "1403-05"));
    now = noon("2024-09-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time")).toEqual([
      { due_on: "2024-09-22", is_on_time: true },
    ]);
  });

  it("is a month later for a small workshop", async () => {
    const node = await new Node().open();
    await on("2023-10-22", listed("2023-10-22", "1402-05", { isSmallWorkshop: true }));
    now = noon("2023-10-26");
    await node.settle();
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time")).toEqual([
      { due_on: "2023-10-22", is_on_time: true },
    ]);
  });

  it("had passed for the first list of all, though nothing that came before it is known", async () => {
    const node = await new Node().open();
    await on("2023-10-03", listed("2023-10-03", "1402-05"));
    now = noon("2023-10-04");
    await node.settle();
    // The prediction for 1402 has the feast on 2 Mehr too.
    expect(await node.facts("contribution_list_assessed", "due_on, is_on_time, days_late")).toEqual([
      { due_on: "2023-09-23", is_on_time: false, days_late: 10 },
    ]);
  });

  it("is judged again when the list turns out to have come on another day", async () => {
    const node = await new Node().open();
    await on("2023-09-20", { ...listed("2023-09-20", "1402-05"), id: uuid("list") });
    now = noon("2023-09-26");
    await node.settle();
    const corrected = {
      ...listed("2023-09-20", "1402-05"),
      effectiveOn: "2023-09-25",
      corrects: uuid("list"),
    };
    await on("2023-09-27", corrected);
    expect(await node.settle()).toBe(1);
    expect(
      await node.facts("contribution_list_assessed", "is_on_time, corrects is not null as is_correction"),
    ).toEqual([{ is_on_time: false, is_correction: true }]);
  });
});

const started = (name: string, day: string, words = {}) =>
  tell("EmploymentStarted", day, { spellId: name, personRef: name, ...words });

describe("a list that never came", () => {
  const missed = (node: Node) =>
    node.facts("contribution_list_missed", "month, effective_on, is_small_workshop");
  const others = (month: string) =>
    listed("2023-07-01", month, { listId: `other ${month}`, establishmentId: "other" });

  it("was missed in each month with an insured worker, of the months of which lists were told", async () => {
    const node = await new Node().open();
    const ended = tell("EmploymentEnded", "2023-06-25", { spellId: "ali" });
    await on("2023-06-26", started("ali", "2021-03-01"), ended);
    await on("2023-07-01", others("1402-02"), others("1402-04"), others("1402-05"));
    now = noon("2023-12-01");
    await node.settle();
    // Ali worked until 4 Tir: nothing is owed of Mordad, and of Khordad no list of anybody is known.
    expect(await missed(node)).toEqual([
      { month: 140202, effective_on: "2023-07-22", is_small_workshop: true },
      { month: 140204, effective_on: "2023-09-23", is_small_workshop: true },
    ]);
  });

  it("is owed by nobody who works for their own account, nor for a worker twice", async () => {
    const node = await new Node().open();
    await on("2023-05-01", started("owner", "2023-05-01", { statusEmp: "2", establishmentId: "shop" }));
    const six = ["a", "b", "c", "d", "e"].map((name) => started(name, "2023-05-01"));
    await on("2023-05-01", ...six, started("twice", "2023-05-01", { personRef: "e" }));
    await on("2023-07-01", others("1402-04"));
    now = noon("2023-12-01");
    await node.settle();
    expect(await missed(node)).toMatchObject([{ is_small_workshop: true }]);
    await on("2023-12-01", started("f", "2023-07-22"));
    expect(await node.settle()).toBe(1);
    // The sixth began on the last day of Tir: the workshop was no small one.
    expect(await missed(node)).toEqual([
      { month: 140204, effective_on: "2023-08-22", is_small_workshop: false },
    ]);
  });

  it("is withdrawn with the worker who turns out not to have been insured", async () => {
    const node = await new Node().open();
    await on("2023-05-01", { ...started("ali", "2023-05-01"), id: uuid("hire") });
    await on("2023-07-01", others("1402-04"));
    now = noon("2023-12-01");
    await node.settle();
    expect(await missed(node)).toHaveLength(1);
    await on("2023-12-01", { ...started("ali", "2023-05-01", { isInsured: false }), corrects: uuid("hire") });
    expect(await node.settle()).toBe(1);
    expect(await missed(node)).toEqual([]);
  });
});

const plan = (day: string, words = {}) =>
  tell("PlanParametersSet", day, {
    planVersion: "p1",
    deciles: ["1", "2", "3", "4", "5"],
    threshold: 2_000_000,
    bonus: 1_200_000,
    basis: "HOUSEHOLD",
    cycle: "MONTH",
    basket: ["RICE", "RAW_MILK"],
    basePeriod: "1401",
    ...words,
  });
const decile = (day: string, value: string) =>
  tell("DecileAssigned", day, { householdId: "h", decile: value, methodVersion: "m1" });
const line = (fromCoupon: number, words: object) => ({
  item: "RICE",
  quantity: 1,
  unit: "KGM",
  amount: 5_000_000,
  fromCoupon,
  fromBonus: 0,
  stateCompensation: 0,
  ...words,
});
const bought = (name: string, day: string, fromCoupon: number, words = {}) =>
  tell("CouponPurchaseMade", day, {
    purchaseId: name,
    householdId: "h",
    storeId: "s",
    lines: [line(fromCoupon, words)],
  });
/** A purchase that was reversed, or as much of it as was paid by the coupon. */
const reversed = (name: string, day: string, fromCoupon?: number, words = {}) =>
  tell("CouponPurchaseReversed", day, {
    purchaseId: name,
    householdId: "h",
    ...(fromCoupon === undefined ? {} : { lines: [line(fromCoupon, words)] }),
  });

describe("the coupon's bonus", () => {
  const granted = (node: Node) => node.facts("bonus_granted", "month, amount, effective_on, plan_version");
  const start = async () => {
    const node = await new Node().open();
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "4"));
    return node;
  };

  it("comes with the purchase that reaches the threshold, once a month", async () => {
    const node = await start();
    await on("2023-08-26", bought("1", "2023-08-24", 1_500_000), bought("2", "2023-08-26", 500_000));
    expect(await node.settle()).toBe(1);
    await on("2023-08-28", bought("3", "2023-08-28", 2_000_000));
    expect(await node.settle()).toBe(0);
    expect(await granted(node)).toEqual([
      { month: 140206, amount: 1_200_000, effective_on: "2023-08-26", plan_version: "p1" },
    ]);
    await on("2023-09-24", bought("4", "2023-09-24", 2_000_000));
    await node.settle();
    expect((await granted(node)).map(({ month }) => month)).toEqual([140206, 140207]);
  });

  it("counts the basket alone, the deciles of the plan alone, and the plan that was in force", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000, { item: "SUGAR" }));
    await on("2023-08-25", decile("2023-08-25", "6"), bought("2", "2023-08-25", 2_000_000));
    expect(await node.settle()).toBe(0);
    await on("2023-09-24", plan("2023-09-23", { planVersion: "p2", deciles: ["6"], bonus: 1_000_000 }));
    await on("2023-09-25", bought("3", "2023-09-25", 2_000_000));
    await node.settle();
    expect(await granted(node)).toMatchObject([{ plan_version: "p2", amount: 1_000_000 }]);
  });

  it("is as many times as large as the household by the person, and of one that is not registered is none", async () => {
    const node = await start();
    const family = tell("HouseholdRegistered", "2023-08-01", {
      householdId: "h",
      headRef: "mina",
      memberRefs: ["nader", "omid"],
      area: "IR-23",
    });
    const member = { householdId: "h", memberRef: "omid", reason: "MOVE" };
    await on("2023-08-24", plan("2023-08-24", { planVersion: "p2", basis: "PERSON" }));
    await on("2023-08-25", bought("1", "2023-08-25", 5_000_000));
    expect(await node.settle()).toBe(0);
    // Three persons have to buy for 6,000,000; from 28 August they are two, who have to for 4,000,000.
    await on("2023-08-26", family);
    expect(await node.settle()).toBe(0);
    await on("2023-08-28", tell("HouseholdMemberLeft", "2023-08-27", member));
    await on("2023-08-28", bought("2", "2023-08-28", 0));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-28", amount: 2_400_000 }]);
    await on("2023-08-29", tell("HouseholdMemberJoined", "2023-08-28", { ...member, memberRef: "parvin" }));
    await on("2023-08-30", bought("3", "2023-08-30", 1_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-30", amount: 3_600_000 }]);
  });

  it("comes once a quarter by a plan with that cycle, in the month that reached the threshold, and lasts until its end", async () => {
    const node = await start();
    await on("2023-06-22", plan("2023-06-22", { planVersion: "p2", cycle: "QUARTER" }));
    await on("2023-08-24", bought("1", "2023-07-01", 1_000_000), bought("2", "2023-08-01", 1_000_000));
    expect(await node.settle()).toBe(1);
    await on("2023-08-25", bought("3", "2023-08-25", 2_000_000, { fromBonus: 0 }));
    expect(await node.settle()).toBe(0);
    expect(await granted(node)).toMatchObject([{ month: 140205, effective_on: "2023-08-01" }]);
    // Spent in the month after that of the grant, of the same quarter; the next quarter begins anew.
    await on("2023-09-01", bought("4", "2023-09-01", 0, { fromBonus: 900_000 }));
    await on("2023-09-25", bought("5", "2023-09-25", 2_000_000));
    now = noon("2023-09-25");
    expect(await node.settle()).toBe(2);
    expect((await granted(node)).map(({ month }) => month)).toEqual([140205, 140207]);
    expect(await node.facts("bonus_expired", "month, amount, effective_on")).toEqual([
      { month: 140205, amount: 300_000, effective_on: "2023-09-22" },
    ]);
  });

  it("is by the plan that was recorded last, of those that begin on one day", async () => {
    const node = await start();
    const versions = ["p2", "p3", "p4", "p5"];
    for (const [index, planVersion] of versions.entries())
      await on("2023-08-01", plan("2023-08-01", { planVersion, bonus: 1_000_000 + index }));
    await on("2023-08-12", bought("1", "2023-08-12", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ plan_version: "p5", amount: 1_000_003 }]);
  });

  it("is one where a plan by the month follows one by the quarter within a month", async () => {
    const node = await start();
    await on("2023-08-01", plan("2023-08-01", { planVersion: "p2", cycle: "QUARTER" }));
    await on("2023-08-10", plan("2023-08-10", { planVersion: "p3" }));
    await on("2023-08-12", bought("1", "2023-08-02", 2_000_000), bought("2", "2023-08-12", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ month: 140205, plan_version: "p2" }]);
  });

  it("stays with what is left of a purchase reversed in part, and goes when that is less than the threshold", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_600_000));
    await node.settle();
    await on("2023-08-25", reversed("1", "2023-08-25", 500_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", reversed("1", "2023-08-26", 200_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toEqual([]);
    // 1,900,000 are left of the first.
    await on("2023-08-27", bought("2", "2023-08-27", 100_000));
    await node.settle();
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-27" }]);
  });

  it("that was spent on what was given back in part is not spent", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await on("2023-08-26", bought("2", "2023-08-26", 0, { fromBonus: 1_200_000 }));
    await on("2023-08-27", reversed("2", "2023-08-27", 0, { fromBonus: 200_000 }));
    now = noon("2023-09-23");
    await node.settle();
    expect(await node.facts("bonus_expired", "month, amount")).toEqual([{ month: 140206, amount: 200_000 }]);
  });

  it("goes back with a purchase that is reversed, and comes again with the next", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await node.settle();
    await on("2023-08-25", reversed("1", "2023-08-25"));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toEqual([]);
    await on("2023-08-27", bought("2", "2023-08-27", 2_000_000));
    expect(await node.settle()).toBe(1);
    expect(await granted(node)).toMatchObject([{ effective_on: "2023-08-27", amount: 1_200_000 }]);
  });

  it("is lost at the end of the month as far as the basket did not take it", async () => {
    const node = await start();
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    await on("2023-08-26", bought("2", "2023-08-26", 0, { fromBonus: 500_000 }));
    await on("2023-08-27", bought("3", "2023-08-27", 0, { item: "SUGAR", fromBonus: 700_000 }));
    await node.settle();
    now = noon("2023-09-23");
    expect(await node.settle()).toBe(1);
    const expired = () => node.facts("bonus_expired", "month, amount, effective_on");
    expect(await expired()).toEqual([{ month: 140206, amount: 700_000, effective_on: "2023-09-22" }]);
    await on("2023-09-24", bought("4", "2023-09-01", 0, { fromBonus: 700_000 }));
    expect(await node.settle()).toBe(1);
    expect(await expired()).toEqual([]);
  });
});

const basePrice = (day: string, price: number, words = {}) =>
  tell("BasePriceFixed", day, { item: "RICE", unit: "KGM", price, basePeriod: "1401", ...words });

describe("the compensation of prices", () => {
  const CLAIM = "purchase_id, claimed, due, store_id, plan_version";
  const overclaimed = (node: Node, columns = "claimed, due") =>
    node.facts("compensation_overclaimed", columns);
  /** Rice of 8,000,000 rial a kilogram, which was 5,000,000 in the base period. */
  const claiming = (name: string, stateCompensation: number, words = {}) =>
    bought(name, "2023-08-26", 2_000_000, { amount: 8_000_000, stateCompensation, ...words });
  const start = async (...more: readonly NewEvent[]) => {
    const node = await new Node().open();
    await on("2023-03-22", plan("2023-03-21"), basePrice("2023-03-21", 5_000_000), ...more);
    return node;
  };

  it("is at most what the same cost less in the base period, to a hundredth of its unit", async () => {
    const node = await start();
    // The rise is 3,000,000, and a hundredth of a kilogram cost 50,000.
    await on("2023-08-26", claiming("due", 3_000_000), claiming("unsure", 3_050_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", claiming("more", 3_050_001, { fromBonus: 1_000_000 }));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node, CLAIM)).toEqual([
      { purchase_id: uuid("more"), claimed: 3_050_001, due: 3_000_000, store_id: "s", plan_version: "p1" },
    ]);
    const cheaper = { quantity: 2, amount: 8_000_000, stateCompensation: 1_000_000 };
    // Two kilograms cost 10,000,000 then and 8,000,000 now: nothing rose.
    await on("2023-08-27", bought("cheaper", "2023-08-27", 0, cheaper));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toContainEqual({ claimed: 1_000_000, due: 0 });
  });

  it("is none for what is not in the basket, and unknown where nobody fixed a price", async () => {
    const node = await start();
    await on(
      "2023-08-26",
      claiming("sugar", 400_000, { item: "SUGAR" }),
      claiming("milk", 400_000, { item: "RAW_MILK", unit: "LTR" }),
      claiming("sack", 4_000_000, { unit: "C62" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 400_000, due: 0 }]);
  });

  it("is held against the price that was fixed last for the day, of the period that the plan names", async () => {
    const node = await start(
      basePrice("2023-04-01", 1_000_000, { endsOn: "2023-08-25" }),
      basePrice("2023-04-01", 1_000_000, { basePeriod: "1400" }),
    );
    await on("2023-08-26", claiming("1", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 4_000_000, due: 3_000_000 }]);
    await on("2023-09-01", basePrice("2023-08-20", 4_500_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 4_000_000, due: 3_500_000 }]);
    await on("2023-09-02", basePrice("2023-08-25", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([]);
  });

  it("is held against the price by the plan that was recorded last, of those that begin on one day", async () => {
    const node = await start();
    for (const basePeriod of ["1400", "1399", "1398", "1401"])
      await on("2023-08-01", plan("2023-08-01", { planVersion: `by-${basePeriod}`, basePeriod }));
    await on("2023-08-26", claiming("1", 4_000_000));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node, CLAIM)).toMatchObject([{ plan_version: "by-1401", due: 3_000_000 }]);
  });

  it("is held together for the lines of one item, each with a quantity to the hundredth", async () => {
    const node = await start();
    // Three bags of 1.335 kg are told as 1.34 each: 4.02 kg cost 20,100,000 then, and 4.005 kg 20,025,000.
    const bag = line(0, { quantity: 1.34, amount: 10_680_000, stateCompensation: 4_005_000 });
    const sold = (name: string, more: number) =>
      tell("CouponPurchaseMade", "2023-08-26", {
        purchaseId: name,
        householdId: "h",
        storeId: "s",
        lines: [bag, bag, { ...bag, stateCompensation: 4_005_000 + more }],
      });
    // 32,040,000 less 20,100,000 are 11,940,000, and three hundredths of a kilogram cost 150,000.
    await on("2023-08-26", sold("rounded", 0), sold("unsure", 75_000));
    expect(await node.settle()).toBe(0);
    await on("2023-08-26", sold("more", 75_001));
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 12_090_001, due: 11_940_000 }]);
  });

  it("is judged anew for a purchase that is corrected", async () => {
    const node = await start();
    const sold = claiming("1", 4_000_000);
    await on("2023-08-26", sold);
    expect(await node.settle()).toBe(1);
    await on("2023-08-27", { ...claiming("1", 3_500_000), id: uuid("said again"), corrects: sold.id });
    expect(await node.settle()).toBe(1);
    expect(await overclaimed(node)).toEqual([{ claimed: 3_500_000, due: 3_000_000 }]);
  });

  it("is what is left of it when a part is given back, and nothing when all of it is", async () => {
    const node = await start();
    await on("2023-08-26", claiming("1", 4_000_000), claiming("2", 4_000_000));
    expect(await node.settle()).toBe(2);
    const half = { quantity: 0.5, amount: 4_000_000, stateCompensation: 2_000_000 };
    await on("2023-08-27", reversed("1", "2023-08-27", 0, half), reversed("2", "2023-08-27"));
    expect(await node.settle()).toBe(2);
    expect(await overclaimed(node)).toEqual([{ claimed: 2_000_000, due: 1_500_000 }]);
  });
});

const stated = (figureId: string, data: object, words = {}) =>
  tell("FigureReported", "2023-08-03", { figureId, ...data }, words);
const related = (relationId: string, kind: string, left: string, ...right: readonly string[]) =>
  tell("FigureRelationDeclared", "2023-08-03", { relationId, kind, left, right });

describe("what does not agree", () => {
  const DETECTED =
    "inconsistency_id, relation_id, gap, round(gap_percent, 3) as gap_percent, severity, reason";
  const detected = (node: Node, columns = DETECTED) => node.facts("inconsistency_detected", columns);
  const start = async (...more: readonly NewEvent[]) => {
    const node = await new Node().open();
    await on(
      "2023-08-03",
      stated("all", { value: 2_861_000 }),
      stated("state", { value: 1_039_000 }, { id: "state" }),
      stated("private", { value: 1_463_000 }),
      related("sum", "SUM", "all", "state", "private"),
      ...more,
    );
    return node;
  };

  it("is recorded once for each finding, with its gap, or with the reason alone where there is none", async () => {
    const node = await start(
      stated("meeting", { valueText: "2021-05-11", unit: "DATE", weekday: "MONDAY" }),
      stated("courses", { value: 2_861_000, unit: "PERSON_COURSES" }),
      related("same", "SAME_AS", "all", "courses"),
    );
    expect(await node.settle()).toBe(3);
    // 2,861,000 − (1,039,000 + 1,463,000) = 359,000, which is 12.548 percent of the first.
    expect(
      await detected(node, "relation_id, gap, round(gap_percent, 3) as gap_percent, severity, reason"),
    ).toEqual([
      {
        relation_id: "meeting",
        gap: null,
        gap_percent: null,
        severity: "WARNING",
        reason: "WEEKDAY_DIFFERS",
      },
      { relation_id: "same", gap: null, gap_percent: null, severity: "WARNING", reason: "UNITS_DIFFER" },
      {
        relation_id: "sum",
        gap: 359_000,
        gap_percent: 12.548,
        severity: "CONTRADICTION",
        reason: "SUM_DIFFERS",
      },
    ]);
    const head = await log.head();
    expect(await node.settle()).toBe(0);
    const rebuilt = await new Node().open();
    expect(await rebuilt.settle()).toBe(0);
    expect(await log.head()).toBe(head);
  });

  it("has the same id from whoever finds it, made of the policy and the finding", async () => {
    const node = await start();
    const [one, other] = await Promise.all(
      [node, await new Node().open()].map(async (each) => {
        await each.catchUp();
        const { answers } = await findAnswers(each.ledger.connection, policies, "2023-08-04");
        return answers.map(({ id, effectiveOn, causationId }) => [id, effectiveOn, causationId]);
      }),
    );
    expect(one).toEqual(other);
    const found = firstId(
      inconsistencyWatch,
      JSON.stringify([uuid5("InconsistencyDetected", "sum", "SUM_DIFFERS")]),
    );
    expect(one).toMatchObject([[found, "2023-08-03", expect.any(String)]]);
  });

  it("is corrected with its gap, and withdrawn when the figures agree", async () => {
    const node = await start();
    await node.settle();
    await on(
      "2023-08-10",
      tell("FigureCorrected", "2023-08-10", { figureId: "state", value: 1_390_000, reason: "slip" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node, "gap, severity, effective_on")).toEqual([
      { gap: 8_000, severity: "NOTE", effective_on: "2023-08-10" },
    ]);
    await on(
      "2023-08-11",
      tell("FigureCorrected", "2023-08-11", { figureId: "state", value: 1_398_000, reason: "slip" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node)).toEqual([]);
    expect(await node.settle()).toBe(0);
  });

  it("stays found, and as it is, when it is explained or dismissed", async () => {
    const node = await start();
    await node.settle();
    const [found] = await detected(node);
    const explanation = { fa: "دستهٔ سوم", en: "A third group" };
    await on(
      "2023-08-12",
      tell("InconsistencyExplained", "2023-08-12", { inconsistencyId: found?.inconsistency_id, explanation }),
    );
    expect(await node.settle()).toBe(0);
    const items = async () => {
      const pool = await openPool(node.ledger.database, 1);
      const page = await listInconsistencies(pool, { first: 10, after: 0 });
      pool.close();
      return page.items.map(({ relationId, status, remarks }) => [relationId, status, remarks.length]);
    };
    expect(await items()).toEqual([["sum", "EXPLAINED", 1]]);
    await on(
      "2023-08-13",
      tell("InconsistencyDismissed", "2023-08-13", {
        inconsistencyId: found?.inconsistency_id,
        reason: "Two years",
      }),
    );
    expect(await node.settle()).toBe(0);
    expect(await items()).toEqual([["sum", "DISMISSED", 2]]);
    expect(await detected(node)).toEqual([found]);
  });

  it("names a forecast that did not come true, from the day on which that was known, and is simulated where a figure is", async () => {
    const node = await new Node().open();
    await on("2023-08-03", stated("games", { valueText: "2021", kind: "FORECAST" }, { synthetic: true }));
    expect(await node.settle()).toBe(0);
    await on(
      "2023-08-20",
      tell("ForecastFalsified", "2023-08-20", { figureId: "games", outcome: "cancelled" }),
    );
    expect(await node.settle()).toBe(1);
    expect(await detected(node, "relation_id, reason, effective_on, is_synthetic")).toEqual([
      { relation_id: "games", reason: "FORECAST_FALSIFIED", effective_on: "2023-08-20", is_synthetic: true },
    ]);
  });
});

type Act = { readonly kind: number; readonly gap: number; readonly delay: number; readonly name: string };

/** So that there is something to issue: without it most histories say nothing. */
const filing: readonly Act[] = [0, 1].map((kind) => ({ kind, gap: 1, delay: 0, name: "a" }));

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(7),
  gap: fc.nat(4),
  delay: fc.nat(6),
  name: fc.constantFrom("a", "b"),
});

/** What an act says on a day of something that happened some days before. */
const sayings: readonly ((name: string, day: string, id: string) => NewEvent)[] = [
  (name, day) => applied(day, { applicationId: name }),
  (name, day) => tell("ApplicantEligibilityConfirmed", day, { applicationId: name }),
  (name, day) => tell("ApplicationReturned", day, { applicationId: name }),
  (name, day, id) => tell("LicenceGranted", day, { applicationId: name, licenceId: id }),
  (name, day) => tell("LicenceRefused", day, { applicationId: name, grounds: "no room" }),
  (_, day, id) => closed(addDays(day, 2), { closureId: id }),
  (_, day) => weekend(day, "THURSDAY", "FRIDAY"),
  (name, day) => resubmitted(day, name),
];

/** The policies that these acts concern: the rest would look, each day, at nothing. */
const concerned = [licenceClock, licenceDeadline];

describe("answers", () => {
  it("stand in the end as if nobody had looked before the end, whenever policies were run", async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 4, maxLength: 14 }),
        fc.array(fc.boolean()),
        async (acts, looks) => {
          number += 1;
          const open = (name: string) =>
            openSqliteLog({
              file: join(home, `${name}-${number}.sqlite`),
              groupCommitMs: 0,
              clock: () => now,
            });
          const [watched, alone] = [await open("watched"), await open("alone")];
          now = noon("2023-07-01");
          const watcher = await new Node().open(watched, concerned);
          for (const [index, { kind, gap, delay, name }] of [...filing, ...acts].entries()) {
            now += gap * 86_400_000;
            const day = new Date(now).toISOString().slice(0, 10);
            const said = sayings[kind]?.(name, addDays(day, -delay), `act-${index}`);
            const { recordedAt: _, ...event } = said ?? applied(day);
            await watched.append([event]);
            await alone.append([event]);
            if (looks[index] === true) await watcher.settle();
          }
          now += 30 * 86_400_000;
          const last = await new Node().open(alone, concerned);
          await Promise.all([watcher.settle(), last.settle()]);
          const columns = "application_id, licence_id, effective_on, due_on, calendar_version";
          expect(await watcher.facts("licence_auto_issued", columns)).toEqual(
            await last.facts("licence_auto_issued", columns),
          );
          const assessed = "application_id, effective_on, due_on, is_in_time, decided_on, working_days";
          expect(await watcher.facts("licence_application_assessed", assessed)).toEqual(
            await last.facts("licence_application_assessed", assessed),
          );
          expect(await watcher.settle()).toBe(0);
          await closeNodes();
          await Promise.all([watched.close(), alone.close()]);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("every policy", () => {
  const story = async () => {
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "1"));
    await on("2023-07-30", applied("2023-07-30"), eligible("2023-07-30"), listed("2023-07-30", "1402-03"));
    await on("2023-08-24", bought("1", "2023-08-24", 2_000_000));
    now = noon("2023-10-01");
  };
  // A licence, when its application was due, a list, a bonus, and that it was not spent.
  const ANSWERS = 5;

  it("says a thing once, though it is run twice, from another node, or after a rebuild from nothing", async () => {
    await story();
    const node = await new Node().open();
    expect(await node.settle()).toBe(ANSWERS);
    const head = await log.head();
    expect(await node.settle()).toBe(0);
    const rebuilt = await new Node().open();
    expect(await rebuilt.settle()).toBe(0);
    now = noon("2023-10-02");
    expect(await rebuilt.settle()).toBe(0);
    expect(await log.head()).toBe(head);
  });

  it("says a thing once where two runners look at the same facts at the same time", async () => {
    await story();
    const [one, other] = [await new Node().open(), await new Node().open()];
    await Promise.all([one.catchUp(), other.catchUp()]);
    const found = await Promise.all([one.runner.run(), other.runner.run()]);
    expect(found.map(({ recorded }) => recorded).sort()).toEqual([0, 3]);
    await Promise.all([one.settle(), other.settle()]);
    expect(await log.head()).toBe(6n + BigInt(ANSWERS));
  });

  it("lets the first word stand where two runners differ, and then puts it right", async () => {
    await on("2023-03-22", plan("2023-03-21"), decile("2023-03-21", "1"));
    await on("2023-08-25", bought("2", "2023-08-25", 2_000_000));
    const behind = await new Node().open();
    await behind.catchUp();
    // What the second runner knows and the first does not: an earlier purchase that was reported late.
    await on("2023-08-26", bought("1", "2023-08-24", 2_000_000));
    const ahead = await new Node().open();
    expect(await behind.runner.run()).toEqual({ recorded: 0, known: 0 });
    expect(await ahead.settle()).toBe(1);
    await behind.settle();
    expect(await ahead.facts("bonus_granted", "effective_on")).toEqual([{ effective_on: "2023-08-24" }]);
    expect(await log.head()).toBe(5n);
  });

  it("leaves what an earlier version answered as it stands", async () => {
    await story();
    const node = await new Node().open();
    await node.settle();
    const changed = policies.map((policy) => ({
      ...policy,
      version: 2,
      source: policy.source.replace("v1", "v2"),
      sql: policy.sql.replaceAll("today from today", "today - 1000 from today"),
    }));
    const { answers } = await findAnswers(node.ledger.connection, changed, "2023-10-01");
    expect(answers).toEqual([]);
  });

  it("marks what rests on simulated events as simulated, and names the event that brought it about", async () => {
    const cause = { ...applied("2023-07-30"), id: uuid("filed"), synthetic: true };
    await on("2023-07-30", cause, eligible("2023-07-30"));
    now = noon("2023-10-01");
    const node = await new Node().open();
    await node.settle();
    const [text = ""] = [...(await log.read(2n, 1)).texts.values()].flatMap(linesIn);
    expect(JSON.parse(text)).toMatchObject({
      synthetic: true,
      causationId: uuid("filed"),
      type: "LicenceAutoIssued",
    });
  });

  it("says in one sentence, without where it came from, that the log is away, and looks again later", async () => {
    const said: unknown[][] = [];
    const runner = createPolicyRunner({
      log: { ...log, head: () => Promise.reject(new LogError("UNAVAILABLE", "It cannot be reached.")) },
      read: () => Promise.resolve(undefined),
      policies,
      clock: () => now,
      logger: { info: () => undefined, error: (...words) => said.push(words) },
      restMs: 1,
    });
    runner.start();
    await expect.poll(() => said).toEqual([["Policies wait for the log. It cannot be reached."]]);
    await runner.stop();
  });

  it("cannot be defined to read its own answers, or to answer with what the system may not record", () => {
    const words = { name: "p", version: 1, cause: ["application_id"], withdrawal: "w" };
    const rule = new URL("./licence/licence-clock.sql", import.meta.url);
    expect(() =>
      definePolicy({ ...words, event: "LicenceAutoIssued", reads: ["licence_auto_issued"], rule }),
    ).toThrow("its own answers");
    expect(() => definePolicy({ ...words, event: "LicenceGranted", reads: [], rule })).toThrow(
      "may not record",
    );
    expect(() => definePolicy({ ...words, event: "LicenceThought", reads: [], rule })).toThrow("no event");
  });
});
