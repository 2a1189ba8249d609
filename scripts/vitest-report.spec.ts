import { describe, expect, it } from "vitest";
import { tallyOf, type VitestReport } from "./vitest-report.ts";

const report = (changes: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
  ...changes,
});

describe("the tally of a run of specs", () => {
  it("counts tests, and what was left out apart", () => {
    const tally = tallyOf(report({ numPendingTests: 2, numTodoTests: 1 }), 0);
    expect(tally).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it("counts a failed test once", () => {
    const testResults = [
      { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    ];
    expect(tallyOf(report({ numFailedTests: 1, testResults }), 1).failed).toBe(1);
  });

  it("counts a file that could not be loaded", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(tallyOf(report({ testResults }), 1).failed).toBe(1);
  });

  it("counts an error outside any test", () => {
    expect(tallyOf(report(), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a run that left no report", () => {
    expect(tallyOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
