import { expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { waits } from "../domains/certification/waits.ts";
import { coverage } from "../domains/insurance/coverage.ts";
import { dealings } from "../domains/network/dealings.ts";
import { trainingHours } from "../domains/training/hours.ts";
import { expandRule, sharedReads } from "./expand-rule.ts";

it("shares in each cube what it shared before: a loss makes a rebuild slower", () => {
  const lines = cubes.map((cube) =>
    [`${cube.name}: ${[...sharedReads(cube)].join(", ") || "nothing"}`, cube.sharedRows]
      .filter(Boolean)
      .join("; rows of "),
  );
  expect(lines.join("\n")).toMatchSnapshot();
});

it("joins a lookup by version and key, or by the key alone where all versions share it", () => {
  expect(expandRule(trainingHours, "VERSIONS")).toContain(
    "left join course_scheduled c using (version_id, course_id)",
  );
  expect(expandRule(trainingHours, "SHARED_LOOKUPS")).toContain(
    "left join course_scheduled c using (course_id)",
  );
});

it("groups a lookup by version and key, or by the key alone", () => {
  expect(expandRule(waits, "VERSIONS")).toContain("select version_id, standard_id, min_by(isco08, line_no)");
  const shared = expandRule(waits, "SHARED_LOOKUPS");
  expect(shared).toContain("select standard_id, min_by(isco08, line_no) as occupation");
  expect(shared).toContain("left join standard s using (standard_id)");
});

it("cuts spells that overlap and moves the measure at both ends", () => {
  const sql = expandRule(coverage, "VERSIONS");
  expect(sql).toContain("1 as covered from trimmed where from_on <= ends_on");
  expect(sql).toMatch(/trimmed as \(\n.*\n {2}from spell\n/);
});

it("reads equal rows of versions as one only where it is asked to", () => {
  expect(expandRule(waits, "SHARED_LOOKUPS")).toMatch(/from cases c\n/);
  expect(expandRule(waits, "SHARED_ROWS")).toContain("version_row as materialized (from cases)");
});

it("leaves a rule without markers as it is", () => {
  expect(expandRule(dealings, "SHARED_LOOKUPS")).toBe(dealings.sql);
});
