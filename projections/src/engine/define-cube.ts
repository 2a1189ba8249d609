import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkRule } from "./check-rule.ts";
import type { Cube, Hidden } from "./cube.ts";
import type { DimensionId } from "./dimensions.ts";

type Definition = Omit<Cube, "sql" | "hidden" | "dimensions"> & {
  readonly dimensions: readonly Exclude<DimensionId, "origin">[];
  readonly hidden?: readonly Hidden[];
  /** The folder and name of the .sql file next to the definition: `new URL("./training.sql", import.meta.url)`. */
  readonly rule: URL;
};

/**
 * Defines a cube. Every cube also has the dimension `origin`, so that what rests on simulated data can be recognised. Throws a
 * RuleError where its rule marks a wrong place, or none where it could.
 */
export const defineCube = (definition: Definition): Cube => {
  const { rule, ...rest } = definition;
  const cube: Cube = {
    ...rest,
    hidden: definition.hidden ?? [],
    dimensions: [...definition.dimensions, "origin"],
    sql: readFileSync(rule, "utf8").trim(),
  };
  checkRule(cube, fileURLToPath(rule));
  return cube;
};
