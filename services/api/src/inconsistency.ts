import type { InconsistencyRow } from "@karnameh/projections/planner/catalogue";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { FigureType } from "./figure.ts";

const InconsistencyType = builder.objectRef<InconsistencyRow>("Inconsistency").implement({
  description: "A relation between reported figures that was declared and does not hold.",
  fields: (t) => ({
    id: t.exposeID("relationId", { description: "The id of the relation." }),
    kind: t.field({
      type: CodeType,
      description: "Sum, ratio, difference, same as or part of.",
      resolve: ({ kind }) => codeOf("CL_RELATION_KIND", kind),
    }),
    left: t.expose("left", { type: FigureType, description: "The figure that the others should lead to." }),
    right: t.expose("right", { type: [FigureType], description: "The others." }),
    expected: t.exposeFloat("expected", { nullable: true, description: "What the others lead to." }),
    gap: t.exposeFloat("gap", { nullable: true, description: "The left figure less what was expected." }),
    gapPercent: t.exposeFloat("gapPercent", {
      nullable: true,
      description: "The gap in percent of the left figure.",
    }),
    tolerance: t.exposeFloat("tolerance", {
      description: "The gap that the relation allows for, as it was declared.",
    }),
  }),
});

const Inconsistencies = connectionType("Inconsistency", InconsistencyType);

builder.queryField("inconsistencies", (t) =>
  t.field({
    type: Inconsistencies,
    description: "Declared relations between reported figures that do not hold, with their gap.",
    args: {
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, page, { planner }) => {
      const slice = sliceOf("inconsistencies", page);
      return connectionOf("inconsistencies", slice, await planner.inconsistencies(slice));
    },
  }),
);
