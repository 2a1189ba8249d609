import { expect, it } from "vitest";
import { waits } from "../domains/certification/waits.ts";
import { dealings } from "../domains/network/dealings.ts";
import { trainingHours } from "../domains/training/hours.ts";
import { sharedRule } from "./shared.ts";

it("strikes the life out of joins with what only describes, by the key of its thing", () => {
  const { sql, shared } = sharedRule(trainingHours);
  expect([...shared]).toEqual(["trainee_enrolled", "course_scheduled", "worker_registered"]);
  expect(sql).toContain("left join course_scheduled c using (course_id)");
});

it("does so with what a rule groups by that key alone, and leaves what it reads otherwise", () => {
  const { sql, shared } = sharedRule(waits);
  expect([...shared]).toEqual(["worker_registered", "skill_standard_published_isco08"]);
  expect(sql).toContain("select standard_id, min_by(isco08, line_no) as occupation");
  expect(sql).toContain("left join standard s using (standard_id)");
});

it("leaves a rule as it is that reads what describes in another way", () => {
  expect(sharedRule(dealings)).toEqual({ sql: dealings.sql, shared: new Set() });
});
