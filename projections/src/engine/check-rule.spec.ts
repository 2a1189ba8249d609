import { expect, it } from "vitest";
import { waits } from "../domains/certification/waits.ts";
import { trainees } from "../domains/training/trainees.ts";
import { checkRule } from "./check-rule.ts";
import type { Cube, Read } from "./cube.ts";

/** The error for the rule of a cube, in which one text is replaced by another. */
const refusal = (cube: Cube, from = "", to = ""): string => {
  try {
    checkRule({ ...cube, sql: cube.sql.replace(from, to) }, "rule.sql");
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const withRead = (cube: Cube, name: string, read: Partial<Read>): Cube => ({
  ...cube,
  reads: { ...cube.reads, [name]: { ...cube.reads[name], ...read } },
});

const JOIN = "left join course_scheduled k using (version_id, course_id)";

it("accepts the rules of the ledger", () => {
  expect(refusal(trainees)).toBe("accepted");
  expect(refusal(waits)).toBe("accepted");
});

it("refuses a text in braces that is no marker", () => {
  expect(refusal(trainees, "{{lookup course_scheduled k}}", "{{look course_scheduled k}}")).toBe(
    "rule.sql:12: {{look course_scheduled k}} is no marker",
  );
});

it("refuses a lookup that the rule joins by plain text, or names outside a marker", () => {
  expect(refusal(trainees, "{{lookup course_scheduled k}}", JOIN)).toBe(
    'rule.sql:12: course_scheduled is a "BY_KEY" lookup, but named outside a marker',
  );
});

it("refuses a lookup that could be shared and is not declared so", () => {
  const cube = withRead(trainees, "course_scheduled", { lookup: "BY_VERSION" });
  expect(refusal(cube, "{{lookup course_scheduled k}}", JOIN)).toBe(
    'rule.sql:12: course_scheduled is joined by its key: declare it as lookup: "BY_KEY" and mark the join',
  );
});

it("refuses a marked read that is no lookup by key, and a relation that groups none", () => {
  const cube = withRead(trainees, "course_scheduled", { lookup: "BY_VERSION" });
  expect(refusal(cube)).toContain(
    "rule.sql:12: course_scheduled is marked, but the cube does not declare it",
  );
  expect(
    refusal(trainees, "{{lookup course_scheduled k}}", "{{lookup course k}}{{lookup course_scheduled k}}"),
  ).toBe('rule.sql:12: course is neither a "BY_KEY" lookup nor a relation that groups one');
});

it("refuses a declared lookup that the rule does not mark", () => {
  expect(refusal(trainees, "{{lookup course_scheduled k}}")).toBe(
    'rule.sql:1: course_scheduled is declared as lookup: "BY_KEY", but the rule does not mark it',
  );
});

it("refuses to share what is not found by the key of its thing, or on which something depends by version", () => {
  expect(refusal(withRead(trainees, "worker_registered", { subject: "hash(person_key)" }))).toBe(
    "rule.sql:1: worker_registered is not found by the key of its thing, so no version may share it",
  );
  const cube = withRead(trainees, "worker_registered", { via: "course_scheduled", lookup: "BY_VERSION" });
  expect(refusal(cube)).toContain('another read that is no "BY_KEY" lookup depends on course_scheduled');
});

it("refuses a rule that asks a lookup for its version", () => {
  expect(refusal(trainees, "k.provider", "k.version_id")).toBe(
    "rule.sql:9: a lookup has no version_id: all versions share it",
  );
});

it("refuses shared rows that are declared and not marked, marked and not declared, or marked twice", () => {
  expect(refusal(waits, "{{shared_rows cases c}}", "cases c")).toContain(
    "declares cases as sharedRows, the rule marks none",
  );
  const { sharedRows: _, ...undeclared } = waits;
  expect(refusal(undeclared)).toContain("declares no as sharedRows, the rule marks cases");
  expect(
    refusal(waits, "{{shared_rows cases c}}", "{{shared_rows cases c}} {{shared_rows cases d}}"),
  ).toContain("the shared rows are read once");
});

it("refuses a description of shared rows by version", () => {
  expect(refusal(waits, "{{lookup standard s}}", "{{lookup standard s}}\nwhere c.version_id > 0")).toContain(
    "what describes shared rows is joined by lookups, not by version",
  );
});

it("takes no notice of comments and of texts in quotes", () => {
  expect(refusal(trainees, "with completion", "-- course_scheduled\nwith completion")).toBe("accepted");
});
