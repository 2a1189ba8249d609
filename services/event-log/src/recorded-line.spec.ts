import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { positionOfLine, RECORDED_LINE_SQL, recordedLine } from "./recorded-line.ts";

const STAMP = { position: 7n, recordedAt: "2023-08-03T20:30:00.000Z", knownOn: "2023-08-04" };
const BODY = '{"id":"0198c0de-0000-7000-8000-000000000001","data":{"text":"{\\"a\\":1} 50% ۱۲"}}';

const lineOfSqlite = ({ position, recordedAt, knownOn }: typeof STAMP, body: string): unknown => {
  const db = new DatabaseSync(":memory:");
  db.exec("create table event(position integer, recorded_at text, known_on text, body text)");
  db.prepare("insert into event values (?, ?, ?, ?)").run(position, recordedAt, knownOn, body);
  const line = db.prepare(`select ${RECORDED_LINE_SQL} as line from event`).get()?.["line"];
  db.close();
  return line;
};

describe("a line of a recorded event", () => {
  it("is JSON with what the log adds in front of the event", () => {
    expect(JSON.parse(recordedLine(STAMP, BODY))).toEqual({
      ...STAMP,
      position: 7,
      id: "0198c0de-0000-7000-8000-000000000001",
      data: { text: '{"a":1} 50% ۱۲' },
    });
  });

  it("is the same from SQLite, byte by byte", () => {
    expect(lineOfSqlite(STAMP, BODY)).toBe(recordedLine(STAMP, BODY));
  });

  it("gives its position without being parsed, also one beyond the whole numbers of JavaScript", () => {
    const position = 2n ** 62n;
    expect(positionOfLine(recordedLine({ ...STAMP, position }, BODY))).toBe(position);
  });
});
