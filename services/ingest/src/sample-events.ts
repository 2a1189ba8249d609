const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, "0");

/** The id of the nth event of specs. */
export const idOf = (n: number): string => `0198c0de-0000-7000-8000-${hex(n, 12)}`;

/** One line of NDJSON for specs: the nth completed training. `data` replaces or adds fields. */
export const eventLine = (n: number, data: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    specversion: "1.0",
    id: idOf(n),
    source: "urn:karnameh:agency:tvto",
    type: "TrainingCompleted",
    time: "2023-08-03T00:00:00+03:30",
    data: {
      enrolmentId: `0198c0de-0000-7000-9000-${hex(n, 12)}`,
      personRef: hex(n, 32),
      courseId: "0198c0de-0000-7000-a000-000000000001",
      totalHours: 40,
      ...data,
    },
  });
