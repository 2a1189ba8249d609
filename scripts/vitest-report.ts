/** The part of Vitest's JSON report that the tests script uses. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** The file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/**
 * Counts a run's tests. A file that could not be loaded has no failed tests, and an error outside any test (or no
 * report at all, `undefined`) leaves all tests passed. Each of these counts as one failure, so that a broken run
 * never looks successful.
 */
export const tallyOf = (report: VitestReport | undefined, exitCode: number): Tally => {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The tests that failed, each as its file and its name; of a file that could not be loaded, the file. */
export const failuresOf = (report: VitestReport | undefined): readonly string[] =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      return failed.length === 0 ? [name] : failed.map(({ fullName }) => `${name} > ${fullName}`);
    });

export type SpecTime = { readonly file: string; readonly seconds: number };

/** The spec files that took longest, the slowest first. */
export const slowestFiles = (times: readonly SpecTime[], count: number): readonly SpecTime[] =>
  times.toSorted((one, other) => other.seconds - one.seconds).slice(0, count);
