import { describe, expect, it } from "vitest";
import { z } from "zod";
import { factTable } from "./columns.ts";
import { defineEvent } from "./contract.ts";
import { contract, contracts } from "./contracts.ts";
import { count, flag, slug } from "./field.ts";

const tableOf = (type: string) => {
  const found = contract(type);
  if (!found) throw new Error(`no contract ${type}`);
  return factTable(found);
};

const summary = (columns: readonly { name: string; type: string; required: boolean }[]) =>
  columns.map(({ name, type, required }) => `${name} ${type}${required ? "" : "?"}`);

const probe = (data: z.ZodRawShape) =>
  defineEvent({
    type: "ProbeMade",
    version: 1,
    context: "system",
    title: { fa: "آزمایش", en: "Probe" },
    meaning: { fa: "آزمایش", en: "Probe" },
    effectiveOn: { fa: "روز", en: "Day" },
    producers: ["system"],
    stream: { category: "probe", key: "probeId" },
    data: { probeId: slug("probe"), ...data },
  });

describe("a fact table", () => {
  it("has a column for each field, named in snake_case", () => {
    const { table, columns, children } = tableOf("TrainingCompleted");
    expect(table).toBe("training_completed");
    expect(summary(columns)).toEqual([
      "enrolment_id UUID",
      "person_ref PERSON",
      "course_id UUID",
      "total_hours DECIMAL(18,2)",
    ]);
    expect(columns[3]).toMatchObject({ path: ["totalHours"], unit: "hours" });
    expect(children).toEqual([]);
  });

  it("knows the code list of a column and what may be missing", () => {
    const { columns } = tableOf("EmploymentStarted");
    expect(columns.find(({ name }) => name === "isco08")).toMatchObject({
      codelist: "CL_ISCO08_SUB_MAJOR",
      required: true,
    });
    expect(columns.find(({ name }) => name === "referral_id")).toMatchObject({
      type: "UUID",
      required: false,
    });
  });

  it("has two columns for a text, the Persian one as required as the text", () => {
    expect(summary(tableOf("EstablishmentRegistered").columns)).toEqual(
      expect.arrayContaining(["name_fa VARCHAR", "name_en VARCHAR?"]),
    );
    expect(summary(tableOf("DatasetImported").columns)).toEqual(
      expect.arrayContaining(["title_fa VARCHAR?", "title_en VARCHAR?"]),
    );
  });

  it("has a child table for an array of lines", () => {
    const [lines] = tableOf("ContributionListSubmitted").children;
    expect(lines).toMatchObject({
      table: "contribution_list_submitted_lines",
      path: ["lines"],
      scalar: false,
    });
    expect(summary(lines?.columns ?? [])).toEqual([
      "person_ref PERSON",
      "days INTEGER",
      "insurable_wage BIGINT",
    ]);
  });

  it("names the column of an array of single values in the singular", () => {
    const element = (type: string) =>
      tableOf(type).children.map(({ table, scalar, columns }) => [
        table,
        scalar,
        columns[0]?.name,
        columns[0]?.path,
      ]);
    expect(element("CertificateIssued")).toEqual([
      ["certificate_issued_assessment_ids", true, "assessment_id", []],
    ]);
    expect(element("SkillStandardPublished")).toEqual([
      ["skill_standard_published_isco08", true, "isco08", []],
    ]);
    expect(element("TraineeEnrolled")).toEqual([
      ["trainee_enrolled_target_groups", true, "target_group", []],
    ]);
    expect(element("FigureRelationDeclared")).toEqual([
      ["figure_relation_declared_right", true, "value", []],
    ]);
    expect(element("ReleasePublished")).toEqual([["release_published_indicators", true, "indicator", []]]);
  });

  it("exists for every contract, under a name of its own", () => {
    const names = contracts
      .map(factTable)
      .flatMap(({ table, children }) => [table, ...children.map((child) => child.table)]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a contract that has no fact table", () => {
  it("is refused when it is defined", () => {
    expect(() => probe({ depth: z.number() })).toThrow(
      "depth is neither a field of field.ts nor an array of such fields",
    );
    expect(() => probe({ nested: z.strictObject({ depth: count("metres") }) })).toThrow("nested is neither");
    expect(() => probe({ lines: z.array(z.strictObject({ many: z.array(flag()) })) })).toThrow(
      "many is neither",
    );
  });

  it("is refused when two columns would share a name, or one that the envelope has", () => {
    expect(() => probe({ isDeep: flag(), is_deep: flag() })).toThrow(
      "probe_made has the column is_deep twice",
    );
    expect(() => probe({ position: count("metres") })).toThrow("probe_made has the column position twice");
  });
});
