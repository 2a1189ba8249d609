import { expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { type Connection, openDatabase } from "../engine/database.ts";
import { catalogueOf, createModel } from "../engine/model.ts";
import { openLedger } from "./ledger.ts";

const contentsOf = async (connection: Connection) => ({
  tables: await connection.all(
    "select schema_name, table_name, sql from duckdb_tables() where not temporary order by all",
  ),
  about: await connection.all("from model.about"),
  cubes: await connection.all("from model.cube order by all"),
  checkpoint: await connection.all("from model.checkpoint"),
  days: await connection.all(
    "select count(*) as days, min(day) as first, max(day) as last from model.calendar_day",
  ),
});

it("opens a copy of the template with the tables and the hash of a read model that is made", async () => {
  const some = cubes.slice(0, 3);
  const ledger = await openLedger(some);
  const database = await openDatabase(":memory:");
  const made = await database.connect();
  await createModel(made, catalogueOf(some), "spec");
  expect(await contentsOf(ledger.connection)).toEqual(await contentsOf(made));
  database.close();
  ledger.close();
});
