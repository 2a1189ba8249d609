import type { Formula, Operand } from "../engine/indicator.ts";
import type { AmountName, CellQuery, CubeQuery } from "./cell-query.ts";
import { membersQuery } from "./members-sql.ts";
import { quantileQuery } from "./quantile-sql.ts";
import { sumQuery } from "./sum-sql.ts";
import { survivalQuery } from "./survival-sql.ts";

type SumFormula = Extract<Formula, { kind: "sum" | "ratio" }>;

/** The operands that are only summed, by what they are in the formula. */
const amountsOf = (
  formula: SumFormula,
): readonly { readonly name: AmountName; readonly operand: Operand }[] => {
  if (formula.kind === "sum") return [{ name: "total", operand: formula.of }];
  const { over, under, sample } = formula;
  return [
    { name: "numerator", operand: over },
    { name: "denominator", operand: under },
    ...(sample === undefined ? [] : [{ name: "sample_size" as const, operand: sample }]),
  ];
};

/** The queries that a formula needs, one for each cube. */
export const cubeQueries = (formula: Formula, query: CellQuery): readonly CubeQuery[] => {
  switch (formula.kind) {
    case "quantile":
      return [quantileQuery(formula, query)];
    case "survival":
      return [survivalQuery(formula, query)];
    case "members":
      return [membersQuery(formula, query)];
    default: {
      const byCube = Map.groupBy(amountsOf(formula), ({ operand }) => operand.cube);
      return [...byCube].map(([cube, amounts]) => sumQuery(cube, amounts, query));
    }
  }
};
