import { AppendRecordSizeExceededError, UnavailableError } from "@kurrent/kurrentdb-client";
import { describe, expect, it } from "vitest";
import { failureOf, isLost } from "./failure.ts";

const SHOWN = "kurrentdb://localhost:2113";

describe("a failure of a cluster", () => {
  it("that takes no record of a size is a refusal of it, and waiting does not help", () => {
    const refusal: unknown = Object.create(AppendRecordSizeExceededError.prototype);
    const failure = failureOf(SHOWN, "append", refusal);
    expect([failure.code, isLost(failure)]).toEqual(["TOO_LARGE", false]);
  });

  it.each([
    ["the greeting took longer than 5000 ms", "did not answer in time"],
    ["14 UNAVAILABLE: Server Is Too Busy", "too busy or not ready"],
    ["14 UNAVAILABLE: Server Is Not Ready", "too busy or not ready"],
    ["connect ETIMEDOUT 10.0.0.1:2113", "did not answer in time"],
    ["connect ECONNREFUSED 127.0.0.1:2113", "nothing answers there"],
    ["UnavailableError", "does not answer now"],
    ["something else", "did not answer as it should"],
  ])("that says %s is named in plain words, and waited for", (text, words) => {
    const failure = failureOf(SHOWN, "read", new Error(text));
    expect(failure.message).toContain(words);
    expect(isLost(failure)).toBe(true);
    expect(isLost(failureOf(SHOWN, "read", new UnavailableError()))).toBe(true);
  });
});
