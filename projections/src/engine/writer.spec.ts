import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, type Database, openDatabase } from "./database.ts";
import { type Writer, writerOn } from "./writer.ts";

let database: Database;
let reader: Connection;
let writer: Writer;
beforeEach(async () => {
  database = await openDatabase(":memory:");
  reader = await database.connect();
  await reader.run("create schema fact; create table fact.seen (code integer, amount bigint)");
  await reader.run("insert into fact.seen select i % 4, i from range(100) r(i)");
  writer = writerOn(await database.connect());
  await writer.declare("many", MANY, ["fact.seen"], [0n]);
  await writer.declare("counted", COUNTED, ["many"]);
});
afterEach(() => {
  writer.close();
  reader.close();
  database.close();
});

const MANY = "select * from fact.seen where amount >= $1::bigint";
const COUNTED = "select code, count(*) as n from many group by code";

/** One batch: what was seen from an amount on, by code. */
const count = async (from: bigint): Promise<unknown> => {
  let found: unknown;
  await writer.transaction(async () => {
    await writer.keep("many", MANY, [from]);
    await writer.keep("counted", COUNTED);
    found = await writer.all("select code, n from counted order by code");
  });
  return found;
};

it("reads what tables hold now, not what they held when the statements were prepared", async () => {
  expect(await count(98n)).toEqual([
    { code: 2, n: 1 },
    { code: 3, n: 1 },
  ]);
  expect(await writer.prepareStatements(10_000)).toBe(0);
  await reader.run("insert into fact.seen values (70000, 1000), (-5, 1001)");
  expect(await count(1000n)).toEqual([
    { code: -5, n: 1 },
    { code: 70_000, n: 1 },
  ]);
});

it("begins every transaction with empty tables, also after one that failed", async () => {
  await count(0n);
  const failing = writer.transaction(async () => {
    await writer.keep("many", MANY, [0n]);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  for (const name of ["many", "counted"])
    expect(await writer.all(`select count(*) as n from ${name}`)).toEqual([{ n: 0 }]);
});

it("replaces what it kept under a name, and adds to it", async () => {
  await writer.transaction(async () => {
    await writer.keep("many", MANY, [50n]);
    expect(await writer.keep("many", MANY, [99n])).toBe(1);
    expect(await writer.add("many", MANY, [98n])).toBe(2);
    expect(await writer.all("select count(*) as n from many")).toEqual([{ n: 3 }]);
  });
});

it("plans nothing into the tables that it reads", async () => {
  await count(0n);
  await writer.prepareStatements(10_000);
  expect(await reader.all("select count(*) as n from fact.seen")).toEqual([{ n: 100 }]);
});

it("takes another query for a table, and keeps the one it has", async () => {
  await count(98n);
  await writer.declare("counted", COUNTED, ["many"]);
  await writer.declare("counted", "select code, sum(amount)::bigint as total from many group by code", [
    "many",
  ]);
  expect(await writer.prepareStatements(10_000)).toBe(0);
  await writer.transaction(async () => {
    await writer.keep("many", MANY, [99n]);
    await writer.keep("counted", "select code, sum(amount)::bigint as total from many group by code");
    expect(await writer.all("from counted")).toEqual([{ code: 3, total: 99 }]);
  });
});

it("refuses to prepare a statement that uses a table which does not exist", async () => {
  await writer.run("delete from fact.seen where code = 9", [], ["fact.sene"]);
  await expect(writer.prepareStatements(10_000)).rejects.toThrow(
    "uses the table fact.sene, which does not exist",
  );
});

it("runs a statement that names no tables, and never prepares it", async () => {
  await writer.prepareStatements(10_000);
  await writer.run("delete from fact.seen where code = 9");
  expect(await writer.prepareStatements(0)).toBe(0);
});
