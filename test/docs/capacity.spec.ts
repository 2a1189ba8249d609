import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "@karnameh/event-log/encode";
import type { NewEvent } from "@karnameh/schema/event";
import { simulate } from "@karnameh/simulator/simulate";
import { describe, expect, it } from "vitest";
import { ROOT } from "./markdown.ts";

type Row = {
  readonly event: string;
  readonly population: number;
  readonly times: number;
  readonly events: number;
  readonly bytes: number;
  readonly gigabytes: number;
};

const number = (text = ""): number => Number(text.replaceAll(",", ""));

/** The rows of the table, the sum last. */
const rows = readFileSync(join(ROOT, "docs/capacity.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (`|\*\*all)/.test(line))
  .map((line): Row => {
    const [event = "", population, , times, events, bytes, gigabytes] = line.slice(2).split(" | ");
    return {
      event: /`(\w+)`/.exec(event)?.[1] ?? "",
      population: number(population),
      times: number(times),
      events: number(events),
      bytes: number(bytes),
      gigabytes: number(gigabytes?.replace(" |", "")),
    };
  });
const [sum, ...reversed] = rows.toReversed();
const of = (name: string): Row | undefined => rows.find(({ event }) => event === name);

const simulated = [...simulate({ seed: 1, people: 1_500, years: 2, startYear: 1400 })];
const bytesOf = (event: NewEvent): number => Buffer.byteLength(encode(event).body);
const linesOf = ({ data }: NewEvent): number => (Array.isArray(data["lines"]) ? data["lines"].length : 0);

describe("the table of docs/capacity.md", () => {
  it("multiplies and adds as it says", () => {
    expect(reversed.length).toBeGreaterThan(15);
    for (const { event, population, times, events, bytes, gigabytes } of reversed) {
      expect(events, event).toBe(Math.round(population * times));
      expect(gigabytes, event).toBeCloseTo((events * bytes) / 1e9, 2);
    }
    expect(sum?.events).toBe(reversed.reduce((total, { events }) => total + events, 0));
    expect(sum?.gigabytes).toBeCloseTo(
      reversed.reduce((total, row) => total + row.events * row.bytes, 0) / 1e9,
      2,
    );
  });

  it.each(
    reversed
      .map(({ event }) => event)
      .filter((event) => !["ContributionListSubmitted", "EventRetracted"].includes(event)),
  )("has the bytes of %s within a tenth of what is simulated", (name) => {
    const events = simulated.filter(({ type }) => type === name);
    const mean = events.reduce((total, event) => total + bytesOf(event), 0) / events.length;
    expect(Math.abs((of(name)?.bytes ?? 0) / mean - 1)).toBeLessThan(0.1);
  });

  it("has the bytes of a contribution list by its lines", () => {
    const lists = simulated.filter(({ type }) => type === "ContributionListSubmitted");
    const short = lists.filter((list) => linesOf(list) === 1);
    const long = lists.toSorted((one, other) => linesOf(other) - linesOf(one))[0];
    if (long === undefined) throw new Error("no list");
    const first = short.reduce((total, list) => total + bytesOf(list), 0) / short.length;
    const aLine = (bytesOf(long) - first) / (linesOf(long) - 1);
    expect(Math.abs(aLine / 84 - 1)).toBeLessThan(0.1);
    expect(Math.abs((first - aLine) / 397 - 1)).toBeLessThan(0.1);
    expect(of("ContributionListSubmitted")?.bytes).toBe(Math.round(397 + 84.1 * 8.75));
  });
});
