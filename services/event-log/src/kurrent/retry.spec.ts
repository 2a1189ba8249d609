import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LogError } from "../port.ts";
import { withReadTimeout } from "./read-timeout.ts";
import { withRetry } from "./retry.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const unavailable = () => Promise.reject(new LogError("UNAVAILABLE", "The log is away."));

describe("waiting for a cluster", () => {
  it("is reported once, after five seconds, while it is unavailable", async () => {
    let slow = 0;
    const waiting = withRetry({ ms: 60_000, onSlow: () => (slow += 1) }, unavailable).catch(String);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(slow).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(slow).toBe(1);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await waiting).toContain("The log is away.");
    expect(slow).toBe(1);
  });

  it("is reported if it does not respond, and not if it responds in time", async () => {
    let slow = 0;
    const policy = { ms: 60_000, onSlow: () => (slow += 1) };
    const after = (ms: number) => () => new Promise<string>((resolve) => setTimeout(resolve, ms, "answer"));
    const quick = withRetry(policy, after(4_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await quick).toBe("answer");
    expect(slow).toBe(0);
    const late = withRetry(policy, after(8_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toBe("answer");
    expect(slow).toBe(1);
  });
});

describe("a read without further events", () => {
  it("is given up after twenty seconds, and its source is released", async () => {
    let isReleased = false;
    const given = [1, 2];
    const events: AsyncIterableIterator<number> = {
      next: () => {
        const value = given.shift();
        return value === undefined ? new Promise(() => undefined) : Promise.resolve({ value, done: false });
      },
      return: () => {
        isReleased = true;
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]: () => events,
    };
    const seen: number[] = [];
    const reading = (async () => {
      for await (const event of withReadTimeout(events)) seen.push(event);
    })().catch(String);
    await vi.advanceTimersByTimeAsync(20_100);
    expect(await reading).toContain("a read took longer than 20000 ms");
    expect([seen, isReleased]).toEqual([[1, 2], true]);
  });
});
