import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCloudEvent, writeCloudEvent } from "./cloud-event.ts";
import { anyEvent } from "./testing/any-event.ts";

const ID = "0198c0de-0000-7000-8000-000000000001";
const OTHER_ID = "0198c0de-0000-7000-8000-000000000002";
const NATIONAL_CODE = "0499370899";

const completed = {
  specversion: "1.0",
  id: ID,
  source: "urn:karnameh:agency:tvto",
  type: "TrainingCompleted",
  time: "2023-08-03T00:00:00+03:30",
  data: {
    enrolmentId: "0198c0de-0000-7000-8000-00000000000a",
    personRef: "00112233445566778899aabbccddeeff",
    courseId: "0198c0de-0000-7000-8000-00000000000b",
    totalHours: 171.9,
  },
};

const list = {
  ...completed,
  source: "urn:karnameh:employer:saipa",
  type: "ContributionListSubmitted",
  data: {
    listId: ID,
    establishmentId: OTHER_ID,
    month: "1402-05",
    isSmallWorkshop: false,
    lines: [
      { personRef: "00112233445566778899aabbccddeeff", days: 31, insurableWage: 100_000_000 },
      { personRef: "ffeeddccbbaa99887766554433221100", days: 30, insurableWage: 90_000_000 },
    ],
  },
};

const withLine = (line: Record<string, unknown>) => ({
  ...list,
  data: { ...list.data, lines: [list.data.lines[0], { ...list.data.lines[1], ...line }] },
});
const withData = (data: Record<string, unknown>) => ({ ...completed, data: { ...completed.data, ...data } });
const retraction = {
  ...completed,
  type: "EventRetracted",
  corrects: OTHER_ID,
  data: { retractionId: ID, retractedType: "TrainingCompleted", reason: "ثبت اشتباه" },
};

describe("reading a CloudEvent", () => {
  it("gives the event for the log", () => {
    expect(readCloudEvent(completed)).toEqual({
      ok: true,
      event: {
        id: ID,
        source: "urn:karnameh:agency:tvto",
        type: "TrainingCompleted",
        version: 1,
        stream: "enrolment-0198c0de-0000-7000-8000-00000000000a",
        effectiveOn: "2023-08-03",
        data: completed.data,
      },
    });
  });

  it("takes the Tehran day of its time", () => {
    const dayOf = (time: string) => readCloudEvent({ ...completed, time });
    expect(dayOf("2023-08-02T20:30:00Z")).toMatchObject({ event: { effectiveOn: "2023-08-03" } });
    expect(dayOf("2021-07-01T19:29:59.5Z")).toMatchObject({ event: { effectiveOn: "2021-07-01" } });
    expect(dayOf("1930-01-01T00:00:00+03:30")).toMatchObject({ event: { effectiveOn: "1930-01-01" } });
  });

  it("takes an attribute that is null for absent, also an unknown one", () => {
    const nulls = { subject: null, dataschema: null, corrects: null, synthetic: null, traceparent: null };
    expect(readCloudEvent({ ...completed, ...nulls })).toEqual(readCloudEvent(completed));
    expect(readCloudEvent({ ...completed, type: null })).toMatchObject({ code: "MISSING_ATTRIBUTE" });
  });

  it("reads the extensions", () => {
    const extensions = {
      corrects: OTHER_ID,
      correlationid: OTHER_ID,
      causationid: OTHER_ID,
      synthetic: true,
    };
    expect(readCloudEvent({ ...completed, ...extensions })).toMatchObject({
      event: { corrects: OTHER_ID, correlationId: OTHER_ID, causationId: OTHER_ID, synthetic: true },
    });
  });

  it("takes the time of recording only from a historical import, in UTC with milliseconds", () => {
    const past = { ...completed, recordedtime: "2023-08-04T13:00:00+03:30" };
    expect(readCloudEvent(past)).toMatchObject({ ok: false, code: "RECORDED_TIME_NOT_ALLOWED" });
    expect(readCloudEvent(past, { historical: true })).toMatchObject({
      event: { recordedAt: "2023-08-04T09:30:00.000Z" },
    });
  });

  it("orders the data as the contract does, so that equal events are equal bytes", () => {
    const shuffled = { ...completed, data: Object.fromEntries(Object.entries(completed.data).reverse()) };
    expect(JSON.stringify(readCloudEvent(shuffled))).toBe(JSON.stringify(readCloudEvent(completed)));
  });
});

describe("a refusal", () => {
  const refusals: readonly (readonly [rule: string, value: unknown, code: string, path: string])[] = [
    ["of what is no object", [completed], "NOT_A_CLOUD_EVENT", ""],
    [
      "of another version of CloudEvents",
      { ...completed, specversion: "0.3" },
      "NOT_A_CLOUD_EVENT",
      "specversion",
    ],
    ["of an unknown attribute, by its name", { ...completed, subjekt: 1 }, "UNKNOWN_ATTRIBUTE", "subjekt"],
    ["of a missing attribute", { ...completed, time: undefined }, "MISSING_ATTRIBUTE", "time"],
    ["of an id that is no UUID", { ...completed, id: "1" }, "INVALID_ATTRIBUTE", "id"],
    [
      "of data that is not JSON",
      { ...completed, datacontenttype: "text/csv" },
      "INVALID_ATTRIBUTE",
      "datacontenttype",
    ],
    [
      "of a source that is no producer",
      { ...completed, source: "https://example.org" },
      "INVALID_ATTRIBUTE",
      "source",
    ],
    [
      "of a role that does not exist",
      { ...completed, source: "urn:karnameh:king:x" },
      "INVALID_ATTRIBUTE",
      "source",
    ],
    [
      "of a producer named by a national code",
      { ...completed, source: `urn:karnameh:worker:${NATIONAL_CODE}` },
      "LOOKS_LIKE_NATIONAL_CODE",
      "source",
    ],
    ["of an unknown type", { ...completed, type: "TrainingEnjoyed" }, "UNKNOWN_TYPE", "type"],
    [
      "of an unknown version",
      { ...completed, dataschema: "urn:karnameh:event:TrainingCompleted:9" },
      "UNKNOWN_VERSION",
      "dataschema",
    ],
    [
      "of a schema of another type",
      { ...completed, dataschema: "urn:karnameh:event:TraineeEnrolled:1" },
      "INVALID_ATTRIBUTE",
      "dataschema",
    ],
    [
      "of a producer that may not say this",
      { ...completed, source: "urn:karnameh:worker:w1" },
      "PRODUCER_NOT_ALLOWED",
      "source",
    ],
    ["of a time without an offset", { ...completed, time: "2023-08-03T00:00:00" }, "INVALID_TIME", "time"],
    [
      "of a day that its month lacks",
      { ...completed, time: "2023-02-30T00:00:00+03:30" },
      "INVALID_TIME",
      "time",
    ],
    [
      "of a time outside the calendar",
      { ...completed, time: "2072-03-20T00:00:00+03:30" },
      "INVALID_TIME",
      "time",
    ],
    ["of a missing field", withData({ totalHours: undefined }), "INVALID_FIELD", "data.totalHours"],
    ["of an unknown field", withData({ mood: "glad" }), "INVALID_FIELD", "data.mood"],
    ["of a field inside a line", withLine({ days: 32 }), "INVALID_FIELD", "data.lines[1].days"],
    ["of an unknown field inside a line", withLine({ name: "x" }), "INVALID_FIELD", "data.lines[1].name"],
    [
      "of a national code in the place of a pseudonym",
      withLine({ personRef: NATIONAL_CODE }),
      "INVALID_FIELD",
      "data.lines[1].personRef",
    ],
    [
      "of a national code in a free text",
      { ...retraction, data: { ...retraction.data, reason: "کد ۰۴۹۹۳۷۰۸۹۹" } },
      "LOOKS_LIKE_NATIONAL_CODE",
      "data.reason",
    ],
    [
      "of a national code with separators",
      { ...retraction, data: { ...retraction.data, reason: "کد ۰۴۹-۹۳۷۰۸۹-۹" } },
      "LOOKS_LIKE_NATIONAL_CODE",
      "data.reason",
    ],
    ["of another stream's subject", { ...completed, subject: `worker-${ID}` }, "WRONG_SUBJECT", "subject"],
    [
      "of a link that is no UUID",
      { ...completed, causationid: "yesterday" },
      "INVALID_ATTRIBUTE",
      "causationid",
    ],
    [
      "of a mark that is neither true nor false",
      { ...completed, synthetic: "yes" },
      "INVALID_ATTRIBUTE",
      "synthetic",
    ],
    ["of a retraction of nothing", { ...retraction, corrects: undefined }, "CORRECTS_MISSING", "corrects"],
    [
      "of a retraction of an unknown type",
      { ...retraction, data: { ...retraction.data, retractedType: "Nothing" } },
      "INVALID_FIELD",
      "data.retractedType",
    ],
    ["of an event that corrects itself", { ...completed, corrects: ID }, "CORRECTS_ITSELF", "corrects"],
  ];

  it.each(refusals)("%s says where and why", (_, value, code, path) => {
    const result = readCloudEvent(value);
    expect(result).toMatchObject({ ok: false, code, path });
    expect(result).toHaveProperty("hint", expect.stringMatching(/\.$/));
    expect(JSON.stringify(result)).not.toContain(NATIONAL_CODE);
  });

  it("names fields that contradict each other", () => {
    const forecast = {
      establishmentId: ID,
      jalaliYear: 1400,
      headcount: 300,
      workersOfThem: 700,
      qualifier: "EQ",
    };
    const value = {
      ...completed,
      source: "urn:karnameh:employer:saipa",
      type: "RetirementForecasted",
      data: forecast,
    };
    expect(readCloudEvent(value)).toMatchObject({
      code: "INCONSISTENT_FIELDS",
      message: expect.stringContaining("headcount"),
    });
  });

  it("never repeats a refused value, wherever it stood", () => {
    const paths = [
      "id",
      "source",
      "type",
      "subject",
      "time",
      "dataschema",
      "recordedtime",
      "corrects",
      "synthetic",
      "specversion",
    ];
    for (const path of paths) {
      const result = readCloudEvent({ ...completed, [path]: NATIONAL_CODE }, { historical: true });
      expect(result.ok, path).toBe(false);
      expect(JSON.stringify(result), path).not.toContain(NATIONAL_CODE);
    }
    for (const field of [...Object.keys(completed.data), NATIONAL_CODE, `k${NATIONAL_CODE}`]) {
      const result = readCloudEvent(withData({ [field]: NATIONAL_CODE }));
      expect(result.ok, field).toBe(false);
      expect(JSON.stringify(result), field).not.toContain(NATIONAL_CODE);
    }
    expect(JSON.stringify(readCloudEvent({ ...completed, [NATIONAL_CODE]: 1 }))).not.toContain(NATIONAL_CODE);
  });
});

describe("writing a CloudEvent", () => {
  it("is undone by reading it, for every type of event", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const wire: unknown = JSON.parse(JSON.stringify(writeCloudEvent(event)));
        expect(readCloudEvent(wire, { historical: true })).toEqual({ ok: true, event });
      }),
      { numRuns: 500 },
    );
  });

  it("undoes reading, subject and schema added", () => {
    const read = readCloudEvent(list);
    if (!read.ok) throw new Error(read.message);
    expect(writeCloudEvent(read.event)).toEqual({
      ...list,
      subject: `list-${ID}`,
      datacontenttype: "application/json",
      dataschema: "urn:karnameh:event:ContributionListSubmitted:1",
    });
  });
});
