import { hash } from "node:crypto";
import type { RecordedEvent } from "@karnameh/schema/event";
import { describe, expect, it } from "vitest";
import { canonicalEvent, chained, NO_EVENTS } from "./chain.ts";

const event: RecordedEvent = {
  id: "018f3c2a-0000-7000-8000-000000000001",
  source: "urn:karnameh:agency:tvto",
  type: "TrainingCompleted",
  version: 1,
  stream: "enrolment-1",
  effectiveOn: "2021-03-21",
  recordedAt: "2021-03-22T08:00:00.000Z",
  position: 7,
  knownOn: "2021-03-22",
  data: { note: "دوره\n", hours: 1.5, days: [{ b: null, a: true }] },
};

describe("the canonical JSON of an event", () => {
  it("has names in order, no white space, and nothing of its place in a log", () => {
    expect(canonicalEvent(event)).toBe(
      '{"data":{"days":[{"a":true,"b":null}],"hours":1.5,"note":"دوره\\n"},"effectiveOn":"2021-03-21",' +
        '"id":"018f3c2a-0000-7000-8000-000000000001","recordedAt":"2021-03-22T08:00:00.000Z",' +
        '"source":"urn:karnameh:agency:tvto","stream":"enrolment-1","type":"TrainingCompleted","version":1}',
    );
  });

  it("does not depend on the order of names, nor on where the log keeps the event", () => {
    const turned = Object.fromEntries(Object.entries(event).reverse()) as RecordedEvent;
    expect(canonicalEvent({ ...turned, position: 1 })).toBe(canonicalEvent(event));
  });

  it.each([
    ["an instant", { recordedAt: "2021-03-22T08:00:00.001Z" }],
    ["a correction", { corrects: "018f3c2a-0000-7000-8000-000000000000" }],
    ["a datum", { data: { ...event.data, hours: 1.25 } }],
  ])("distinguishes %s", (_, other) => {
    expect(canonicalEvent({ ...event, ...other })).not.toBe(canonicalEvent(event));
  });
});

it("a chain is what any SHA-256 makes of the chain before, a line feed and the event", () => {
  const first = chained(NO_EVENTS, "{}");
  expect(first).toBe(hash("sha256", `${"0".repeat(64)}\n{}`));
  expect(chained(first, "{}")).not.toBe(first);
});
