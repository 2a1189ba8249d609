import { AppendRecordSizeExceededError, UnavailableError } from "@kurrent/kurrentdb-client";
import { describe, expect, it } from "vitest";
import { failureOf, isUnavailable } from "./failure.ts";

const ADDRESS = "kurrentdb://localhost:2113";

describe("a failure of a cluster", () => {
  it("that rejects a record of some size is TOO_LARGE, and waiting does not help", () => {
    const rejection: unknown = Object.create(AppendRecordSizeExceededError.prototype);
    const failure = failureOf(ADDRESS, "append", rejection);
    expect([failure.code, isUnavailable(failure)]).toEqual(["TOO_LARGE", false]);
  });

  it.each([
    ["the check of read access took longer than 5000 ms", "did not respond in time"],
    ["14 UNAVAILABLE: Server Is Too Busy", "too busy or not ready"],
    ["14 UNAVAILABLE: Server Is Not Ready", "too busy or not ready"],
    ["connect ETIMEDOUT 10.0.0.1:2113", "did not respond in time"],
    ["connect ECONNREFUSED 127.0.0.1:2113", "the connection was refused"],
    ["UnavailableError", "is not available now"],
    ["something else", "its response was not expected"],
  ])("with the text %s is explained, and waiting may help", (text, words) => {
    const failure = failureOf(ADDRESS, "read", new Error(text));
    expect(failure.message).toContain(words);
    expect(isUnavailable(failure)).toBe(true);
    expect(isUnavailable(failureOf(ADDRESS, "read", new UnavailableError()))).toBe(true);
  });
});
