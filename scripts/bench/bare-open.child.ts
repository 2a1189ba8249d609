import { DuckDBInstance } from "@duckdb/node-api";
import { work } from "./work.ts";

/** The least that any server over a DuckDB file must do before it can answer. */
work<{ file: string }>(async ({ file }, { say }) => {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll("select count(*)::integer from balance.certificates");
  say(reader.getRowsJson());
});
