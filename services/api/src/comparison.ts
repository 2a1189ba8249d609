import type { ComparisonRow } from "@karnameh/projections/claims/claim-types";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { FigureType } from "./figure.ts";

const ComparisonType = builder.objectRef<ComparisonRow>("Comparison").implement({
  description: "Ratio of two reported figures.",
  fields: (t) => ({
    id: t.exposeID("relationId", { description: "Id of the relation that declares the ratio." }),
    left: t.expose("left", { type: FigureType, description: "Numerator." }),
    right: t.expose("right", { type: FigureType, description: "Denominator." }),
    value: t.exposeFloat("value", { description: "Ratio; a percentage if `isPercent` is true." }),
    isPercent: t.exposeBoolean("isPercent", {
      description: "True if both figures have the same unit, so that the ratio is a percentage.",
    }),
    qualifier: t.field({
      type: CodeType,
      description:
        "Qualifier of the ratio, derived from the qualifiers of both figures: equal to, at most, more than.",
      resolve: ({ qualifier }) => codeOf("CL_QUALIFIER", qualifier),
    }),
  }),
});

const Comparisons = connectionType("Comparison", ComparisonType);

builder.queryField("comparisons", (t) =>
  t.field({
    type: Comparisons,
    description:
      "Declared ratios of two reported figures, for example a result as a percentage of its target.",
    args: pageArgs,
    resolve: async (_, page, { planner }) => {
      const request = pageRequestOf("comparisons", page);
      return connectionOf("comparisons", request, await planner.comparisons(request));
    },
  }),
);
