import { isUuid } from "@karnameh/schema/field";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimOf } from "../testing/claim.ts";
import type { Annotation, ClaimInputs, Falsification, Relation } from "./claim.ts";
import type { ClaimRow } from "./claim-types.ts";
import { compareFigures } from "./compare-figures.ts";
import { findInconsistencies } from "./findings.ts";

const relation = (kind: string, left: string, right: readonly string[], tolerance = 0): Relation => ({
  relationId: `${kind}-${left}`,
  kind,
  left,
  right,
  tolerance,
});
const inputsOf = (
  figures: readonly ClaimRow[],
  relations: readonly Relation[],
  falsifications: readonly Falsification[] = [],
  annotations: readonly Annotation[] = [],
): ClaimInputs => ({
  figures: new Map(figures.map((each) => [each.figureId, each])),
  relations,
  falsifications,
  annotations,
});
const find = (...given: Parameters<typeof inputsOf>) => findInconsistencies(inputsOf(...given));
/** The findings on a relation between a left and a right figure. */
const between = (kind: string, left: Partial<ClaimRow>, right: Partial<ClaimRow>) =>
  find(
    [claimOf("a", left.value ?? null, left), claimOf("b", right.value ?? null, right)],
    [relation(kind, "a", ["b"])],
  );
const reasons = (...given: Parameters<typeof between>) => between(...given).map(({ reason }) => reason);

describe("a sum", () => {
  const parts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 5 });
  const annotation = (whole: number, values: readonly number[], qualifier = "EQ") =>
    find(
      [claimOf("whole", whole), ...values.map((value, at) => claimOf(`p${at}`, value, { qualifier }))],
      [
        relation(
          "SUM",
          "whole",
          values.map((_, at) => `p${at}`),
        ),
      ],
    );

  it("that holds is no finding, and one that is off by anything is one with that gap", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -500, max: 500 }), (values, gap) => {
        const whole = values.reduce((a, b) => a + b, 0) + gap;
        expect(annotation(whole, values).map((each) => each.gap)).toEqual(gap === 0 ? [] : [gap]);
      }),
    );
  });

  it("of parts that are more than so much is contradicted only by a smaller whole", () => {
    expect(annotation(30, [10, 15], "GT")).toEqual([]);
    expect(annotation(20, [10, 15], "GT").map(({ gap, reason }) => [gap, reason])).toEqual([
      [-5, "SUM_DIFFERS"],
    ]);
  });

  it("is as severe as its gap is large", () => {
    const severity = (whole: number) => annotation(whole, [1_000])[0]?.severity;
    expect([severity(1_100), severity(1_020), severity(1_001)]).toEqual(["CONTRADICTION", "WARNING", "NOTE"]);
  });

  it("bears a gap within its tolerance", () => {
    const figures = [claimOf("a", 100), claimOf("b", 95)];
    expect(find(figures, [relation("SUM", "a", ["b"], 0.05)])).toEqual([]);
    expect(find(figures, [relation("SUM", "a", ["b"], 0.04)])).toHaveLength(1);
  });

  it("with a figure that was withdrawn is not judged", () => {
    expect(find([claimOf("a", 1)], [relation("SUM", "a", ["gone"])])).toEqual([]);
  });
});

describe("figures of different kinds", () => {
  it("are not the same where persons meet courses or documents", () => {
    expect(reasons("SAME_AS", { value: 10 }, { value: 10, unit: "PERSON_COURSES" })).toEqual([
      "UNITS_DIFFER",
    ]);
    expect(reasons("RATIO", { value: 8, unit: "CERTIFICATES" }, { value: 10 })).toEqual(["UNITS_DIFFER"]);
    expect(reasons("PART_OF", { value: 8, unit: "CERTIFICATES" }, { value: 10 })).toEqual(["UNITS_DIFFER"]);
  });

  it("may be persons among person-courses, and hours for each person", () => {
    expect(reasons("PART_OF", { value: 8 }, { value: 10, unit: "PERSON_COURSES" })).toEqual([]);
    expect(reasons("RATIO", { value: 80, unit: "PERSON_HOURS" }, { value: 10 })).toEqual([]);
  });

  it("are a stock and a flow, which a ratio may compare and a sum may not", () => {
    expect(reasons("PART_OF", { value: 5, kind: "STOCK" }, { value: 9 })).toEqual(["STOCK_AGAINST_FLOW"]);
    expect(reasons("RATIO", { value: 5, kind: "STOCK" }, { value: 9 })).toEqual([]);
  });

  it("are a result short of its target, on whichever side it stands", () => {
    const [result, target] = [{ value: 7 }, { value: 100, kind: "TARGET" }];
    const short = {
      reason: "TARGET_AGAINST_RESULT",
      gap: -93,
      gapPercent: -93,
      expected: 100,
      severity: "WARNING",
    };
    expect(between("RATIO", result, target)).toMatchObject([short]);
    expect(between("RATIO", target, result)).toMatchObject([short]);
    expect(between("RATIO", { value: 100 }, target)).toEqual([]);
  });

  it("are a part larger than its whole, unless the whole is stated as a lower bound", () => {
    expect(reasons("PART_OF", { value: 11 }, { value: 10 })).toEqual(["PART_EXCEEDS_WHOLE"]);
    expect(reasons("PART_OF", { value: 11 }, { value: 10, qualifier: "GT" })).toEqual([]);
  });
});

describe("two dates for one act", () => {
  const day = (valueText: string) => ({ value: null, valueText, unit: "DATE", kind: "PARAMETER" });
  const year = (value: number, unit: string) => ({ value, unit, kind: "PARAMETER" });

  it("differ by the days between them", () => {
    expect(between("SAME_AS", day("2022-05-09"), day("2022-05-07"))).toMatchObject([
      { reason: "DATES_DIFFER", gap: 2, gapUnit: "DAYS", gapPercent: null, severity: "WARNING" },
    ]);
    expect(between("SAME_AS", day("2022-05-09"), day("2022-05-09"))).toEqual([]);
  });

  it("agree where years of two calendars share a day, and else differ by the days between", () => {
    expect(between("SAME_AS", year(2016, "GREGORIAN_YEAR"), year(1394, "JALALI_YEAR"))).toEqual([]);
    // 1391 ends on 20 March 2013; 1,017 days later 2016 begins.
    expect(between("SAME_AS", year(2016, "GREGORIAN_YEAR"), year(1391, "JALALI_YEAR"))).toMatchObject([
      { gap: 1_017, gapUnit: "DAYS" },
    ]);
  });

  it("are one date and a day of the week on which it did not fall", () => {
    const stated = (weekday: string) => find([claimOf("d", null, { ...day("2021-05-10"), weekday })], []);
    expect(stated("MONDAY")).toEqual([]);
    expect(stated("SUNDAY")).toMatchObject([{ reason: "WEEKDAY_DIFFERS", expectedText: "MONDAY" }]);
  });
});

describe("a forecast", () => {
  it("that did not come true is a finding on the figure alone, with what came instead", () => {
    const figure = claimOf("f", 2021, { kind: "FORECAST", unit: "GREGORIAN_YEAR" });
    const came = { figureId: "f", outcome: "moved by a year" };
    expect(find([figure], [], [came])).toMatchObject([
      {
        relationId: "f",
        reason: "FORECAST_FALSIFIED",
        expected: null,
        expectedText: "moved by a year",
        gap: null,
      },
    ]);
    expect(find([], [], [came])).toEqual([]);
  });
});

describe("a finding", () => {
  const once = (value: number) => between("SUM", { value }, { value: 4 })[0];

  it("keeps its identity while its gap changes", () => {
    const [one, other] = [once(5), once(6)];
    if (!one || !other) throw new Error("no finding");
    expect(isUuid(one.inconsistencyId)).toBe(true);
    expect(other.inconsistencyId).toBe(one.inconsistencyId);
  });

  it("stands before those that are less severe", () => {
    const figures = [
      claimOf("a", 100),
      claimOf("b", 99),
      claimOf("c", 50),
      claimOf("d", 1, { kind: "STOCK" }),
      claimOf("e", 99.5),
    ];
    const found = find(figures, [
      relation("SUM", "e", ["b"]),
      relation("PART_OF", "d", ["a"]),
      relation("SUM", "a", ["b"]),
      relation("SUM", "b", ["c"]),
    ]);
    expect(found.map(({ relationId, severity }) => [relationId, severity])).toEqual([
      ["SUM-b", "CONTRADICTION"],
      ["SUM-a", "WARNING"],
      ["PART_OF-d", "WARNING"],
      ["SUM-e", "NOTE"],
    ]);
  });
});

describe("a remark on a finding", () => {
  const figures = [claimOf("a", 5), claimOf("b", 4), claimOf("c", 3)];
  const relations = [relation("SUM", "a", ["b"]), relation("SUM", "b", ["c"])];
  const [first] = find(figures, relations);
  const remark = (status: "EXPLAINED" | "DISMISSED", words: string) => ({
    remark: { status, text: { fa: words, en: words }, evidence: null, on: "2024-01-01", by: "urn:x" },
  });
  const annotation = (inconsistencyId: string, more: Partial<Annotation> = {}): Annotation => ({
    inconsistencyId,
    recorded: null,
    ...remark("EXPLAINED", "words"),
    ...more,
  });
  const statuses = (...annotations: readonly Annotation[]) =>
    find(figures, relations, [], annotations).map(({ relationId, status, remarks }) => [
      relationId,
      status,
      remarks.length,
    ]);

  it("is next to it and not next to another", () => {
    expect(statuses(annotation(first?.inconsistencyId ?? ""))).toEqual([
      ["SUM-b", "EXPLAINED", 1],
      ["SUM-a", "OPEN", 0],
    ]);
    expect(statuses(annotation("another"))).toEqual([
      ["SUM-b", "OPEN", 0],
      ["SUM-a", "OPEN", 0],
    ]);
  });

  it("finds it by the name under which it was recorded, for the same relation and reason", () => {
    const recorded = (reason: string | null) =>
      annotation("ours", { recorded: { relationId: "SUM-a", reason } });
    const ofSumA = (one: Annotation) => statuses(one).find(([id]) => id === "SUM-a")?.[1];
    expect(ofSumA(recorded(null))).toBe("EXPLAINED");
    expect(ofSumA(recorded("SUM_DIFFERS"))).toBe("EXPLAINED");
    expect(ofSumA(recorded("DATES_DIFFER"))).toBe("OPEN");
  });

  it("is all kept, and the last word says how it stands; what was dismissed comes last", () => {
    const id = first?.inconsistencyId ?? "";
    const explained = annotation(id, remark("EXPLAINED", "one counts courses"));
    const dismissed = annotation(id, remark("DISMISSED", "two different things"));
    expect(statuses(explained, dismissed)).toEqual([
      ["SUM-a", "OPEN", 0],
      ["SUM-b", "DISMISSED", 2],
    ]);
    expect(statuses(dismissed, explained)[0]).toEqual(["SUM-b", "EXPLAINED", 2]);
  });
});

describe("a quotient of two figures", () => {
  const compare = (left: Partial<ClaimRow>, right: Partial<ClaimRow>) =>
    compareFigures(
      inputsOf(
        [claimOf("a", left.value ?? null, left), claimOf("b", right.value ?? null, right)],
        [relation("RATIO", "a", ["b"])],
      ),
    );

  it("is at most so much for more than so many, and at least so much of more than so many", () => {
    const hours = { value: 680, unit: "PERSON_HOURS" };
    expect(compare(hours, { value: 10, qualifier: "GT" })).toMatchObject([{ value: 68, qualifier: "LE" }]);
    expect(compare({ value: 7, qualifier: "GT" }, { value: 100 })).toMatchObject([
      { value: 7.000000000000001, isPercent: true, qualifier: "GT" },
    ]);
    expect(compare(hours, { value: 10 })).toMatchObject([{ qualifier: "EQ" }]);
  });

  it("is left out where it would divide by nothing", () => {
    expect(compare({ value: 1 }, { value: 0 })).toEqual([]);
    expect(compare({ value: 1 }, { value: null })).toEqual([]);
  });
});
