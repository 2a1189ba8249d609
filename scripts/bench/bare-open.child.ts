import { DuckDBInstance } from "@duckdb/node-api";
import { work } from "./work.ts";

/** The minimum that any server over a DuckDB file must do before its first response. */
work<{ file: string }>(async ({ file }, { send }) => {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll("select count(*)::integer from balance.certificates");
  send(reader.getRowsJson());
});
