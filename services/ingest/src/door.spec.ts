import { LogError } from "@karnameh/event-log/port";
import { describe, expect, it } from "vitest";
import { createDoor } from "./door.ts";
import { MAX_REQUEST_BYTES, MAX_REQUEST_EVENTS } from "./door-body.ts";
import { recordingLog } from "./recording-log.ts";
import { eventLine, idOf } from "./sample-events.ts";

const TOKEN = "a-token-for-the-specs";
const BATCH = "application/cloudevents-batch+json";
const NDJSON = "application/x-ndjson";

const doorOver = (log = recordingLog()) => {
  const failures: string[] = [];
  const logger = { error: (message: string) => void failures.push(message) };
  const { fetch } = createDoor({ log, token: TOKEN, logger });
  const send = async (body: string, headers: Readonly<Record<string, string>> = {}, method = "POST") => {
    const response = await fetch(
      new Request("http://localhost/events", {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, "content-type": NDJSON, ...headers },
        ...(method === "POST" ? { body } : {}),
      }),
    );
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { log, failures, send, fetch };
};

describe("the door", () => {
  it.each([
    ["one CloudEvent", "application/cloudevents+json; charset=utf-8", eventLine(1), 1],
    ["a batch", BATCH, `[${eventLine(1)},${eventLine(2)}]`, 2],
    ["an empty batch", BATCH, "[]", 0],
    ["NDJSON", NDJSON, `${eventLine(1)}\n\n${eventLine(2)}\n${eventLine(3)}`, 3],
  ])("takes %s, and says how far the log is with it", async (_, type, body, count) => {
    const { send, log } = doorOver();
    const told = await send(body, { "content-type": type });
    const position = count === 0 ? null : String(count);
    expect([told.status, told.body]).toEqual([
      200,
      { recorded: count, duplicates: 0, refused: [], position },
    ]);
    expect(log.events.map(({ id }) => id)).toEqual([1, 2, 3].slice(0, count).map(idOf));
  });

  it("counts what is there already as duplicates, so that a request can be sent again", async () => {
    const { send, log } = doorOver();
    await send(eventLine(1));
    const { status, body } = await send(`${eventLine(1)}\n${eventLine(2)}`);
    expect([status, body]).toMatchObject([200, { recorded: 1, duplicates: 1 }]);
    expect(log.events).toHaveLength(2);
  });

  it("refuses events one by one, with the field, and takes the others", async () => {
    const { send, log } = doorOver();
    const { status, body } = await send(
      [eventLine(1), eventLine(2, { totalHours: -1 }), "{", eventLine(3)].join("\n"),
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({
      recorded: 2,
      refused: [
        { number: 2, code: "INVALID_FIELD", path: "data.totalHours" },
        { number: 3, code: "NOT_JSON", path: "" },
      ],
    });
    expect(log.events.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
  });

  it("refuses the same id with other content by its place in the batch", async () => {
    const { send, log } = doorOver();
    await send(eventLine(1));
    const { status, body } = await send(`[${eventLine(2)},${eventLine(1, { totalHours: 41 })}]`, {
      "content-type": BATCH,
    });
    expect([status, body]).toMatchObject([422, { recorded: 1, refused: [{ number: 2, code: "CONFLICT" }] }]);
    expect(log.events).toHaveLength(2);
  });

  it("lets nobody bring the time of recording", async () => {
    const { send, log } = doorOver();
    const historical = { ...JSON.parse(eventLine(1)), recordedtime: "2023-08-04T00:00:00.000Z" };
    const { status, body } = await send(JSON.stringify(historical));
    expect([status, body.refused[0].code]).toEqual([422, "RECORDED_TIME_NOT_ALLOWED"]);
    expect(log.events).toEqual([]);
  });

  it("never repeats what it refuses", async () => {
    const { send } = doorOver();
    const { body } = await send(eventLine(1, { personRef: "0012345679" }));
    expect(body.refused).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain("0012345679");
  });
});

type Wrong = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly method?: string;
};

describe("a request of which nothing is taken", () => {
  it.each<[string, Wrong, number, string]>([
    ["without a token", { headers: { authorization: "" } }, 401, "NOT_AUTHORISED"],
    ["with another token", { headers: { authorization: "Bearer another" } }, 401, "NOT_AUTHORISED"],
    ["that is no POST", { method: "GET" }, 405, "METHOD_NOT_ALLOWED"],
    ["of another type", { headers: { "content-type": "application/json" } }, 415, "UNKNOWN_MEDIA_TYPE"],
    ["that is compressed", { headers: { "content-encoding": "gzip" } }, 415, "UNKNOWN_MEDIA_TYPE"],
    ["that is no JSON", { headers: { "content-type": BATCH }, body: "[" }, 400, "BODY_NOT_JSON"],
    ["of a batch that is no array", { headers: { "content-type": BATCH }, body: "{}" }, 400, "BODY_NOT_JSON"],
    ["of too many events", { body: "1\n".repeat(MAX_REQUEST_EVENTS + 1) }, 413, "TOO_MANY_EVENTS"],
    ["that is too large", { body: " ".repeat(MAX_REQUEST_BYTES + 1) }, 413, "REQUEST_TOO_LARGE"],
  ])("%s", async (_, { headers, body = eventLine(1), method }, status, code) => {
    const { send, log } = doorOver();
    const told = await send(body, headers, method);
    expect([told.status, told.body.code]).toEqual([status, code]);
    expect(log.events).toEqual([]);
  });

  it("because the log takes nothing now may be sent again later, and its cause is in the journal alone", async () => {
    const log = {
      ...recordingLog(),
      append: () => Promise.reject(new LogError("DISK_FULL", "The event log secret.sqlite could not grow.")),
    };
    const { send, failures } = doorOver(log);
    const { status, headers, body } = await send(eventLine(1));
    expect([status, body.code, headers.get("retry-after")]).toEqual([503, "LOG_UNAVAILABLE", "5"]);
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(failures).toHaveLength(1);
  });

  it("because too many are under way may be sent again soon", async () => {
    const held = Promise.withResolvers<never>();
    const { send } = doorOver({ ...recordingLog(), append: () => held.promise });
    const waiting = Array.from({ length: 32 }, (_, n) => send(eventLine(n)));
    const { status, body } = await send(eventLine(40));
    expect([status, body.code]).toEqual([503, "DOOR_BUSY"]);
    held.reject(new LogError("UNAVAILABLE", "held"));
    expect((await Promise.all(waiting)).map((told) => told.status)).toEqual(Array(32).fill(503));
  });
});
