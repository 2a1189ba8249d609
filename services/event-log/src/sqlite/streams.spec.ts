import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { SqliteStreams } from "./streams.ts";

it("remembers recently written streams and finds others in the database", () => {
  const db = new DatabaseSync(":memory:");
  db.exec("create table stream(name text primary key, stream_id integer, revision integer)");
  const streams = new SqliteStreams(db);
  for (let from = 0; from < 400_000; from += 50_000) {
    const names = Array.from({ length: 50_000 }, (_, index) => `hire-${from + index}`);
    const states = streams.load(new Set(names));
    for (const state of states.values()) Object.assign(state, { id: 1, revision: from, changed: true });
    streams.save(states);
    streams.remember(states);
  }
  expect(streams.load(new Set(["hire-0", "hire-399999", "hire-400000"]))).toEqual(
    new Map([
      ["hire-0", { id: 1, revision: 0, changed: false }],
      ["hire-399999", { id: 1, revision: 350_000, changed: false }],
      ["hire-400000", { id: 0, revision: -1, changed: false }],
    ]),
  );
  db.close();
});
