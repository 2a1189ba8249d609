import type {
  Hypothesis,
  InconsistencyRow,
  PrintedEdit,
  Remark,
} from "@karnameh/projections/planner/catalogue";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { FigureType } from "./figure.ts";
import { TextType } from "./text.ts";

const PrintedEditType = builder.objectRef<PrintedEdit>("PrintedEdit").implement({
  description: "One place of a printed number that may not be what was meant.",
  fields: (t) => ({
    figure: t.exposeID("figureId", { description: "The id of the figure." }),
    kind: t.exposeString("kind", {
      description: "DIGIT_LOST, DIGIT_DOUBLED, DIGITS_SWAPPED, DIGIT_MISTYPED or MAGNITUDE_MISREAD.",
    }),
    from: t.exposeFloat("from", { description: "The value as it is recorded." }),
    to: t.exposeFloat("to", { description: "The value that may have been meant." }),
    printed: t.expose("printed", { type: TextType, description: "The recorded value as it is printed." }),
    intended: t.expose("intended", { type: TextType, description: "The other value, printed the same way." }),
  }),
});

const HypothesisType = builder.objectRef<Hypothesis>("Hypothesis").implement({
  description:
    "Edits of printed digits that would close the gap exactly: a guess to be checked in the document, never a correction.",
  fields: (t) => ({
    rank: t.exposeInt("rank", { description: "From 1, the most plausible first." }),
    plausibility: t.exposeFloat("plausibility", {
      description: "From 0 to 1, for the order only; it is no probability.",
    }),
    edits: t.expose("edits", { type: [PrintedEditType], description: "What may have been meant otherwise." }),
    explanation: t.expose("explanation", { type: TextType, description: "The guess in words." }),
  }),
});

const FindingStatusEnum = builder.enumType("FindingStatus", {
  description: "How a finding stands.",
  values: {
    OPEN: { description: "Nobody has said anything of it." },
    EXPLAINED: { description: "Somebody said why the figures do not agree." },
    DISMISSED: { description: "It turned out that the figures are of different things." },
  },
});

const RemarkType = builder.objectRef<Remark>("Remark").implement({
  description: "What somebody said of a finding, which stays.",
  fields: (t) => ({
    status: t.expose("status", { type: FindingStatusEnum, description: "EXPLAINED or DISMISSED." }),
    text: t.expose("text", { type: TextType, description: "The explanation, or why it was dismissed." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "What it rests on." }),
    on: t.expose("on", { type: "Day", description: "The day on which it was said." }),
    by: t.exposeString("by", { description: "Who said it: `urn:karnameh:ROLE:NAME`." }),
  }),
});

const InconsistencyType = builder.objectRef<InconsistencyRow>("Inconsistency").implement({
  description:
    "Reported figures that do not agree, by a relation that was declared or by what came of a forecast.",
  fields: (t) => ({
    id: t.exposeID("relationId", {
      description: "The id of the relation; of the figure where the finding is about it alone.",
    }),
    inconsistencyId: t.exposeID("inconsistencyId", {
      description: "The id of the finding, which stays while its gap changes.",
    }),
    reason: t.field({
      type: CodeType,
      description: "Why the figures do not agree.",
      resolve: ({ reason }) => codeOf("CL_INCONSISTENCY_REASON", reason),
    }),
    severity: t.field({
      type: CodeType,
      description: "How grave it is.",
      resolve: ({ severity }) => codeOf("CL_SEVERITY", severity),
    }),
    kind: t.field({
      type: CodeType,
      description:
        "Sum, ratio, difference, same as or part of; same as where one figure is set against what is so.",
      resolve: ({ kind }) => codeOf("CL_RELATION_KIND", kind),
    }),
    left: t.expose("left", { type: FigureType, description: "The figure that the others should lead to." }),
    right: t.expose("right", { type: [FigureType], description: "The others." }),
    expected: t.exposeFloat("expected", { nullable: true, description: "What the others lead to." }),
    expectedText: t.exposeString("expectedText", {
      nullable: true,
      description: "What was expected or what happened, where it is no number.",
    }),
    gap: t.exposeFloat("gap", { nullable: true, description: "The left figure less what was expected." }),
    gapPercent: t.exposeFloat("gapPercent", {
      nullable: true,
      description: "The gap in percent of the left figure; of the target where a result is short of it.",
    }),
    gapUnit: t.field({
      type: CodeType,
      description: "The unit of the gap: days between two dates.",
      resolve: ({ gapUnit }) => codeOf("CL_UNIT", gapUnit),
    }),
    hypotheses: t.expose("hypotheses", {
      type: [HypothesisType],
      description: "Misprints that would explain the gap, five at most; empty where no small one does.",
    }),
    tolerance: t.exposeFloat("tolerance", {
      description: "The gap that the relation allows for, as it was declared.",
    }),
  }),
});

builder.objectFields(InconsistencyType, (t) => ({
  status: t.expose("status", {
    type: FindingStatusEnum,
    description: "How it stands, as the last of its remarks says.",
  }),
  remarks: t.expose("remarks", {
    type: [RemarkType],
    description: "What was said of it, in the order in which it was recorded.",
  }),
}));

const Inconsistencies = connectionType("Inconsistency", InconsistencyType);

builder.queryField("inconsistencies", (t) =>
  t.field({
    type: Inconsistencies,
    description:
      "Reported figures that do not agree, with the gap and the reason, the gravest first and those that were dismissed last.",
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
