import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LogError } from "../port.ts";
import { patiently } from "./patience.ts";
import { unstalled } from "./unstalled.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const away = () => Promise.reject(new LogError("UNAVAILABLE", "The log is away."));

describe("waiting for a cluster", () => {
  it("is said once, after five seconds, while it is lost", async () => {
    let slow = 0;
    const waiting = patiently({ ms: 60_000, onSlow: () => (slow += 1) }, away).catch(String);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(slow).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(slow).toBe(1);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await waiting).toContain("The log is away.");
    expect(slow).toBe(1);
  });

  it("is said too where it says nothing, and not where it answers in time", async () => {
    let slow = 0;
    const patience = { ms: 60_000, onSlow: () => (slow += 1) };
    const after = (ms: number) => () => new Promise<string>((resolve) => setTimeout(resolve, ms, "answer"));
    const quick = patiently(patience, after(4_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await quick).toBe("answer");
    expect(slow).toBe(0);
    const late = patiently(patience, after(8_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toBe("answer");
    expect(slow).toBe(1);
  });
});

describe("a reading of which no more comes", () => {
  it("is given up after twenty seconds, and let go of", async () => {
    let isLetGo = false;
    const given = [1, 2];
    const events: AsyncIterableIterator<number> = {
      next: () => {
        const value = given.shift();
        return value === undefined ? new Promise(() => undefined) : Promise.resolve({ value, done: false });
      },
      return: () => {
        isLetGo = true;
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]: () => events,
    };
    const seen: number[] = [];
    const reading = (async () => {
      for await (const event of unstalled(events)) seen.push(event);
    })().catch(String);
    await vi.advanceTimersByTimeAsync(20_100);
    expect(await reading).toContain("a read took longer than 20000 ms");
    expect([seen, isLetGo]).toEqual([[1, 2], true]);
  });
});
