import { afterAll, beforeAll, expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { textsOf } from "../testing/ledger.ts";
import { record } from "../testing/record.ts";
import { catchUpCubes } from "./catch-up.ts";
import { commitBatch } from "./commit.ts";
import { type Database, openDatabase } from "./database.ts";
import { catalogueOf, createModel } from "./model.ts";
import { type Writer, writerOn } from "./writer.ts";

type Used = { readonly sql: string; readonly uses: readonly string[] | undefined };

let database: Database;
beforeAll(async () => {
  database = await openDatabase(":memory:", { isOneThread: true });
});
afterAll(() => database.close());

/** A writer that keeps every statement it runs or declares, with the tables that it names. */
const recordingWriter = (writer: Writer, found: Used[]): Writer => {
  const declared = new Map<string, readonly string[]>();
  return {
    ...writer,
    all: (...given) => writer.all(...given),
    prepare: (sql) => writer.prepare(sql),
    prepareStatements: (ms) => writer.prepareStatements(ms),
    transaction: (work) => writer.transaction(work),
    close: () => writer.close(),
    declare(table, sql, uses, parameters) {
      declared.set(table, uses);
      found.push({ sql, uses });
      return writer.declare(table, sql, uses, parameters);
    },
    run(sql, parameters, uses) {
      found.push({ sql, uses });
      return writer.run(sql, parameters, uses);
    },
    keep(table, sql, parameters) {
      found.push({ sql, uses: declared.get(table) });
      return writer.keep(table, sql, parameters);
    },
    add(table, sql, parameters, uses) {
      found.push({ sql, uses: uses ?? declared.get(table) });
      return writer.add(table, sql, parameters, uses);
    },
  };
};

it("names for each statement of a batch every table that it uses", async () => {
  const found: Used[] = [];
  const connection = await database.connect();
  const catalogue = catalogueOf(cubes);
  await createModel(connection, catalogue, "spec");
  const writer = recordingWriter(writerOn(await database.connect()), found);
  const events = [
    record(
      "TrainingCompleted",
      "2021-06-01",
      { enrolmentId: "e1", courseId: "c1", personRef: "ali" },
      { id: "one" },
    ),
    record(
      "TrainingCompleted",
      "2021-06-02",
      { enrolmentId: "e1", courseId: "c1", personRef: "ali" },
      { corrects: "one" },
    ),
  ];
  for (const [at, event] of events.entries()) {
    const texts = textsOf([event], BigInt(at));
    await commitBatch(writer, catalogue, {
      after: BigInt(at),
      last: BigInt(at + 1),
      texts,
      recordsOnce: false,
      postOn: new Set(cubes.slice(0, at === 0 ? cubes.length : 1)),
    });
  }
  await catchUpCubes(writer, catalogue, new Set(cubes));
  const rows = await writer.all(
    "select case when temporary then table_name else schema_name || '.' || table_name end as name from duckdb_tables()",
  );
  const tables = new Set(rows.map(({ name }) => String(name)));
  const immutable = ["model.segment", "model.calendar_day"];
  const missing = found.flatMap(({ sql, uses }) => {
    const named = [...(sql.match(/(?:\w+\.)?\w+/g) ?? [])].filter(
      (name) => tables.has(name) && !immutable.includes(name),
    );
    return named.filter((name) => !uses?.includes(name)).map((name) => `${name}: ${sql.slice(0, 80)}`);
  });
  expect(found.length).toBeGreaterThan(100);
  expect([...new Set(missing)]).toEqual([]);
});
