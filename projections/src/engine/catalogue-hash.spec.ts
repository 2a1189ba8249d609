import { codelists } from "@karnameh/schema/codelists";
import { contracts } from "@karnameh/schema/contracts";
import { expect, it } from "vitest";
import { waits } from "../domains/certification/waits.ts";
import { training } from "../domains/training/training.ts";
import type { Cube, Measure } from "./cube.ts";
import { catalogueHash } from "./model.ts";

const base = catalogueHash({ contracts, cubes: [training] });

/** Whether a read model of the cube, changed so, is built again. */
const isRebuilt = (change: Partial<Cube>): boolean =>
  catalogueHash({ contracts, cubes: [{ ...training, ...change }] }) !== base;

const TITLE = { fa: "نامی دیگر", en: "Another title" };

const withMeasure = (change: Partial<Measure>): Partial<Cube> => {
  const [[name, measure] = []] = Object.entries(training.measures);
  if (!name || !measure) throw new RangeError("training has no measures");
  return { measures: { ...training.measures, [name]: { ...measure, ...change } } };
};

it("is the same where the title or the description of a cube or a measure changes", () => {
  expect(isRebuilt({ title: TITLE })).toBe(false);
  expect(isRebuilt({ subject: "another description" })).toBe(false);
  expect(isRebuilt(withMeasure({ title: TITLE }))).toBe(false);
});

it("is another where the rule, a read, a dimension or a measure changes", () => {
  expect(isRebuilt({ sql: `${training.sql} where true` })).toBe(true);
  expect(isRebuilt({ reads: { ...training.reads, trainee_withdrew: { subject: "enrolment_id" } } })).toBe(
    true,
  );
  expect(isRebuilt({ dimensions: ["province"] })).toBe(true);
  expect(isRebuilt({ hidden: ["bin"] })).toBe(true);
  expect(isRebuilt(withMeasure({ kind: "stock" }))).toBe(true);
  expect(isRebuilt(withMeasure({ type: "DECIMAL(18,2)" }))).toBe(true);
  expect(isRebuilt(withMeasure({ isProtected: false }))).toBe(true);
});

it("is another where a cube is named otherwise, added, or shares other rows", () => {
  expect(isRebuilt({ name: "courses" })).toBe(true);
  expect(catalogueHash({ contracts, cubes: [training, waits] })).not.toBe(base);
  expect(isRebuilt({ sharedRows: "acts" })).toBe(true);
});

const withContract = (change: (contract: (typeof contracts)[number]) => (typeof contracts)[number]): string =>
  catalogueHash({
    contracts: contracts.map((each) => (each.type === "TrainingCompleted" ? change(each) : each)),
    cubes: [training],
  });

it("is the same where a contract has another title, another where it has another column or version", () => {
  expect(withContract((each) => ({ ...each, title: TITLE }))).toBe(base);
  expect(
    withContract((each) => ({
      ...each,
      data: each.data.extend({ remark: each.data.shape["courseId"] ?? each.data }),
    })),
  ).not.toBe(base);
  expect(withContract((each) => ({ ...each, version: each.version + 1 }))).not.toBe(base);
});

it("is the same where a code has another title, another where a code list has another code", () => {
  const hashOf = (lists: typeof codelists): string => catalogueHash({ contracts, cubes: [training] }, lists);
  const [first, ...rest] = codelists;
  if (!first) throw new RangeError("there are no code lists");
  const renamed = { ...first, title: TITLE, codes: first.codes.map((code) => ({ ...code, title: TITLE })) };
  expect(hashOf([renamed, ...rest])).toBe(base);
  expect(hashOf([{ ...first, codes: first.codes.slice(1) }, ...rest])).not.toBe(base);
});
