import type { ComparisonRow } from "@karnameh/projections/planner/catalogue";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { FigureType } from "./figure.ts";

const ComparisonType = builder.objectRef<ComparisonRow>("Comparison").implement({
  description: "What one reported figure comes to for each of another: a claim drawn from two claims.",
  fields: (t) => ({
    id: t.exposeID("relationId", { description: "The id of the relation." }),
    left: t.expose("left", { type: FigureType, description: "The figure that is divided." }),
    right: t.expose("right", { type: FigureType, description: "The figure that it is divided by." }),
    value: t.exposeFloat("value", { description: "The quotient, in percent where `isPercent` says so." }),
    isPercent: t.exposeBoolean("isPercent", {
      description: "Whether both figures are of one unit, so that the quotient is a share.",
    }),
    qualifier: t.field({
      type: CodeType,
      description: "How the qualifiers of the two leave it: equal to, at most, more than.",
      resolve: ({ qualifier }) => codeOf("CL_QUALIFIER", qualifier),
    }),
  }),
});

const Comparisons = connectionType("Comparison", ComparisonType);

builder.queryField("comparisons", (t) =>
  t.field({
    type: Comparisons,
    description: "Declared quotients of two reported figures, such as a result in percent of its target.",
    args: {
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, page, { planner }) => {
      const slice = sliceOf("comparisons", page);
      return connectionOf("comparisons", slice, await planner.comparisons(slice));
    },
  }),
);
