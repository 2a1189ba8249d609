import { describe, expect, it } from "vitest";
import { failuresOf, slowestFiles, tallyOf, type VitestReport } from "./vitest-report.ts";

type File = VitestReport["testResults"][number];

const file = (name: string, statuses: readonly string[]): File => ({
  name,
  status: statuses.length > 0 && statuses.every((status) => status === "passed") ? "passed" : "failed",
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index + 1}` })),
});

const report = (changes: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file("a.spec.ts", ["passed"])],
  ...changes,
});

describe("the tally of a run of specs", () => {
  it("counts tests, and what was left out apart", () => {
    const tally = tallyOf(report({ numPendingTests: 2, numTodoTests: 1 }), 0);
    expect(tally).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it("counts a failed test once", () => {
    const testResults = [file("a.spec.ts", ["failed", "passed"])];
    expect(tallyOf(report({ numFailedTests: 1, testResults }), 1).failed).toBe(1);
  });

  it("counts a file that could not be loaded", () => {
    const testResults = [file("a.spec.ts", [])];
    expect(tallyOf(report({ testResults }), 1).failed).toBe(1);
  });

  it("counts an error outside any test", () => {
    expect(tallyOf(report(), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a run that left no report", () => {
    expect(tallyOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("the failures of a run", () => {
  it("are named by file and test, a file without tests by itself", () => {
    const testResults = [
      file("a.spec.ts", ["passed", "failed"]),
      file("b.spec.ts", []),
      file("c.spec.ts", ["passed"]),
    ];
    expect(failuresOf(report({ testResults }))).toEqual(["a.spec.ts > test 2", "b.spec.ts"]);
  });

  it("are none where there is no report", () => {
    expect(failuresOf(undefined)).toEqual([]);
  });
});

describe("the slowest files", () => {
  it("are as many as wanted, the slowest first", () => {
    const times = [1, 3, 2].map((seconds) => ({ file: `${seconds}.spec.ts`, seconds }));
    expect(slowestFiles(times, 2).map((each) => each.file)).toEqual(["3.spec.ts", "2.spec.ts"]);
  });
});
