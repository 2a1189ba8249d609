import { LogError } from "@karnameh/event-log/port";
import { describe, expect, it } from "vitest";
import { createIngestEndpoint } from "./ingest-endpoint.ts";
import { MAX_CONCURRENT_REQUESTS, MAX_REQUEST_BYTES, MAX_REQUEST_EVENTS } from "./limits.ts";
import { recordingLog } from "./recording-log.ts";
import { eventLine, idOf } from "./sample-events.ts";

const TOKEN = "a-token-for-the-specs";
const BATCH = "application/cloudevents-batch+json";
const NDJSON = "application/x-ndjson";

const endpointOver = (log = recordingLog()) => {
  const failures: string[] = [];
  const logger = { error: (message: string) => void failures.push(message) };
  const { fetch } = createIngestEndpoint({ log, token: TOKEN, logger });
  const send = async (body: string, headers: Readonly<Record<string, string>> = {}, method = "POST") => {
    const response = await fetch(
      new Request("http://localhost/v1/events", {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, "content-type": NDJSON, ...headers },
        ...(method === "POST" ? { body } : {}),
      }),
    );
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { log, failures, send, fetch };
};

describe("the ingest endpoint", () => {
  it.each([
    ["one CloudEvent", "application/cloudevents+json; charset=utf-8", eventLine(1), 1],
    ["a batch", BATCH, `[${eventLine(1)},${eventLine(2)}]`, 2],
    ["an empty batch", BATCH, "[]", 0],
    ["NDJSON", NDJSON, `${eventLine(1)}\n\n${eventLine(2)}\n${eventLine(3)}`, 3],
  ])("takes %s and returns the position of the last event", async (_, type, body, count) => {
    const { send, log } = endpointOver();
    const response = await send(body, { "content-type": type });
    const position = count === 0 ? null : String(count);
    expect([response.status, response.body]).toEqual([
      200,
      { recorded: count, duplicates: 0, refused: [], position },
    ]);
    expect(log.events.map(({ id }) => id)).toEqual([1, 2, 3].slice(0, count).map(idOf));
  });

  it("counts recorded events as duplicates, so that a request can be sent again", async () => {
    const { send, log } = endpointOver();
    await send(eventLine(1));
    const { status, body } = await send(`${eventLine(1)}\n${eventLine(2)}`);
    expect([status, body]).toMatchObject([200, { recorded: 1, duplicates: 1 }]);
    expect(log.events).toHaveLength(2);
  });

  it("rejects single events, with the field, and records the others", async () => {
    const { send, log } = endpointOver();
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

  it("rejects the same id with other content by its place in the batch", async () => {
    const { send, log } = endpointOver();
    await send(eventLine(1));
    const { status, body } = await send(`[${eventLine(2)},${eventLine(1, { totalHours: 41 })}]`, {
      "content-type": BATCH,
    });
    expect([status, body]).toMatchObject([422, { recorded: 1, refused: [{ number: 2, code: "CONFLICT" }] }]);
    expect(log.events).toHaveLength(2);
  });

  it("skips a byte order mark, and takes attributes that are null for absent", async () => {
    const { send } = endpointOver();
    const event = JSON.stringify({ ...JSON.parse(eventLine(1)), subject: null, traceparent: null });
    for (const [type, body] of [
      [BATCH, `[${event}]`],
      ["application/x-ndjson", event],
      ["application/cloudevents+json", event],
    ] as const)
      expect((await send(`\ufeff${body}`, { "content-type": type })).status).toBe(200);
  });

  it("rejects a time of recording", async () => {
    const { send, log } = endpointOver();
    const historical = { ...JSON.parse(eventLine(1)), recordedtime: "2023-08-04T00:00:00.000Z" };
    const { status, body } = await send(JSON.stringify(historical));
    expect([status, body.refused[0].code]).toEqual([422, "RECORDED_TIME_NOT_ALLOWED"]);
    expect(log.events).toEqual([]);
  });

  it("never repeats the content that it rejects", async () => {
    const { send } = endpointOver();
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

describe("a request of which nothing is recorded", () => {
  it.each<[string, Wrong, number, string]>([
    ["without a token", { headers: { authorization: "" } }, 401, "NOT_AUTHORISED"],
    ["with another token", { headers: { authorization: "Bearer another" } }, 401, "NOT_AUTHORISED"],
    ["with another method", { method: "GET" }, 405, "METHOD_NOT_ALLOWED"],
    [
      "with another media type",
      { headers: { "content-type": "application/json" } },
      415,
      "UNKNOWN_MEDIA_TYPE",
    ],
    ["that is compressed", { headers: { "content-encoding": "gzip" } }, 415, "UNKNOWN_MEDIA_TYPE"],
    ["that is not JSON", { headers: { "content-type": BATCH }, body: "[" }, 400, "BODY_NOT_JSON"],
    [
      "with one key twice",
      { headers: { "content-type": BATCH }, body: '[{"id":1,"id":2}]' },
      400,
      "BODY_DUPLICATE_KEY",
    ],
    [
      "with a number that would lose digits",
      { headers: { "content-type": BATCH }, body: "[12345678901234567890]" },
      400,
      "BODY_NUMBER_TOO_LONG",
    ],
    [
      "with a batch that is not an array",
      { headers: { "content-type": BATCH }, body: "{}" },
      400,
      "BODY_NOT_JSON",
    ],
    ["with too many events", { body: "1\n".repeat(MAX_REQUEST_EVENTS + 1) }, 413, "TOO_MANY_EVENTS"],
    ["that is too large", { body: " ".repeat(MAX_REQUEST_BYTES + 1) }, 413, "REQUEST_TOO_LARGE"],
  ])("%s", async (_, { headers, body = eventLine(1), method }, status, code) => {
    const { send, log } = endpointOver();
    const response = await send(body, headers, method);
    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(log.events).toEqual([]);
  });

  it("because the log cannot be written may be sent again later, and only the logger gets the cause", async () => {
    const log = {
      ...recordingLog(),
      append: () => Promise.reject(new LogError("DISK_FULL", "The event log secret.sqlite could not grow.")),
    };
    const { send, failures } = endpointOver(log);
    const { status, headers, body } = await send(eventLine(1));
    expect([status, body.code, headers.get("retry-after")]).toEqual([503, "LOG_UNAVAILABLE", "5"]);
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(failures).toHaveLength(1);
  });

  it("because too many are in progress may be sent again after a second", async () => {
    const held = Promise.withResolvers<never>();
    const { send } = endpointOver({ ...recordingLog(), append: () => held.promise });
    const waiting = Array.from({ length: MAX_CONCURRENT_REQUESTS }, (_, n) => send(eventLine(n)));
    const { status, headers, body } = await send(eventLine(40));
    expect([status, body.code, headers.get("retry-after")]).toEqual([429, "TOO_MANY_REQUESTS", "1"]);
    held.reject(new LogError("UNAVAILABLE", "held"));
    expect((await Promise.all(waiting)).map((response) => response.status)).toEqual(
      Array(MAX_CONCURRENT_REQUESTS).fill(503),
    );
  });
});
