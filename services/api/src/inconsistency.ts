import type {
  Hypothesis,
  InconsistencyRow,
  PrintedEdit,
  Remark,
} from "@karnameh/projections/claims/claim-types";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { FigureType } from "./figure.ts";
import { TextType } from "./text.ts";

const PrintedEditType = builder.objectRef<PrintedEdit>("PrintedEdit").implement({
  description: "Possible misprint in one printed number.",
  fields: (t) => ({
    figure: t.exposeID("figureId", { description: "Id of the figure." }),
    kind: t.exposeString("kind", {
      description: "Kind: DIGIT_LOST, DIGIT_DOUBLED, DIGITS_SWAPPED, DIGIT_MISTYPED or MAGNITUDE_MISREAD.",
    }),
    from: t.exposeFloat("from", { description: "Recorded value." }),
    to: t.exposeFloat("to", { description: "Value that may have been intended." }),
    printed: t.expose("printed", { type: TextType, description: "Recorded value as printed." }),
    intended: t.expose("intended", { type: TextType, description: "Intended value, printed the same way." }),
  }),
});

const HypothesisType = builder.objectRef<Hypothesis>("Hypothesis").implement({
  description:
    "Possible misprints that explain the gap exactly. A hypothesis to verify in the document, not a correction.",
  fields: (t) => ({
    rank: t.exposeInt("rank", { description: "Rank, from 1 (most plausible)." }),
    plausibility: t.exposeFloat("plausibility", {
      description: "Plausibility from 0 to 1, for ranking only. It is not a probability.",
    }),
    edits: t.expose("edits", { type: [PrintedEditType], description: "Misprints assumed." }),
    explanation: t.expose("explanation", { type: TextType, description: "Explanation of the hypothesis." }),
  }),
});

const FindingStatusEnum = builder.enumType("FindingStatus", {
  description: "Status of a finding.",
  values: {
    OPEN: { description: "No remark was recorded." },
    EXPLAINED: { description: "A remark explains why the figures differ." },
    DISMISSED: { description: "The figures do not measure the same thing." },
  },
});

const RemarkType = builder.objectRef<Remark>("Remark").implement({
  description: "Remark on a finding. The finding itself is kept.",
  fields: (t) => ({
    status: t.expose("status", {
      type: FindingStatusEnum,
      description: "Status that the remark sets: EXPLAINED or DISMISSED.",
    }),
    text: t.expose("text", { type: TextType, description: "Explanation, or reason for the dismissal." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "Evidence." }),
    on: t.expose("on", { type: "Day", description: "Date of the remark." }),
    by: t.exposeString("by", { description: "Author: `urn:karnameh:ROLE:NAME`." }),
  }),
});

const InconsistencyType = builder.objectRef<InconsistencyRow>("Inconsistency").implement({
  description:
    "Finding: reported figures that contradict each other by a declared relation, or a forecast that did not come true.",
  fields: (t) => ({
    id: t.exposeID("relationId", {
      description: "Id of the relation, or of the figure if only one figure is involved.",
    }),
    inconsistencyId: t.exposeID("inconsistencyId", {
      description: "Permanent id of the finding. It does not change when the gap changes.",
    }),
    reason: t.field({
      type: CodeType,
      description: "Reason for the finding.",
      resolve: ({ reason }) => codeOf("CL_INCONSISTENCY_REASON", reason),
    }),
    severity: t.field({
      type: CodeType,
      description: "Severity.",
      resolve: ({ severity }) => codeOf("CL_SEVERITY", severity),
    }),
    kind: t.field({
      type: CodeType,
      description: "Kind of relation: sum, ratio, difference, same as or part of.",
      resolve: ({ kind }) => codeOf("CL_RELATION_KIND", kind),
    }),
    left: t.expose("left", {
      type: FigureType,
      description: "Figure on the left side of the relation, for example a total.",
    }),
    right: t.expose("right", {
      type: [FigureType],
      description: "Figures on the right side of the relation, for example the parts of a total.",
    }),
    expected: t.exposeFloat("expected", {
      nullable: true,
      description: "Value that follows from the right side.",
    }),
    expectedText: t.exposeString("expectedText", {
      nullable: true,
      description: "Expected or actual outcome, if it is not a number.",
    }),
    gap: t.exposeFloat("gap", {
      nullable: true,
      description: "Gap: the left figure minus the expected value.",
    }),
    gapPercent: t.exposeFloat("gapPercent", {
      nullable: true,
      description: "Gap as a percentage of the left figure, or of the target if a result misses its target.",
    }),
    gapUnit: t.field({
      type: CodeType,
      description: "Unit of the gap, for example days between two dates.",
      resolve: ({ gapUnit }) => codeOf("CL_UNIT", gapUnit),
    }),
  }),
});

builder.objectFields(InconsistencyType, (t) => ({
  hypotheses: t.expose("hypotheses", {
    type: [HypothesisType],
    description: "Possible misprints that explain the gap, at most five.",
  }),
  tolerance: t.exposeFloat("tolerance", {
    description: "Tolerance that the relation declares.",
  }),
  status: t.expose("status", {
    type: FindingStatusEnum,
    description: "Status, set by the latest remark.",
  }),
  remarks: t.expose("remarks", {
    type: [RemarkType],
    description: "Remarks, in recording order.",
  }),
}));

const Inconsistencies = connectionType("Inconsistency", InconsistencyType);

builder.queryField("inconsistencies", (t) =>
  t.field({
    type: Inconsistencies,
    description:
      "Findings: reported figures that contradict each other, most severe first, dismissed findings last.",
    args: pageArgs,
    resolve: async (_, page, { planner }) => {
      const request = pageRequestOf("inconsistencies", page);
      return connectionOf("inconsistencies", request, await planner.inconsistencies(request));
    },
  }),
);
