import type { ClaimRow, Correction } from "@karnameh/projections/claims/claim-types";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { formatNumber } from "./format.ts";
import { TextType } from "./text.ts";

const DocumentType = builder
  .objectRef<{ readonly id: string; readonly title: Text | null }>("Document")
  .implement({
    description: "Document that reports figures.",
    fields: (t) => ({
      id: t.exposeID("id", { description: "Id." }),
      title: t.expose("title", {
        type: TextType,
        nullable: true,
        description: "Title; null if the document itself was not imported.",
      }),
    }),
  });

const SpeakerType = builder.objectRef<ClaimRow>("Speaker").implement({
  description: "Person or organisation that stated a figure in a public role.",
  fields: (t) => ({
    name: t.exposeString("speakerName", { nullable: true, description: "Name." }),
    role: t.exposeString("speakerRole", { nullable: true, description: "Public role." }),
    organisation: t.exposeString("speakerOrganisation", {
      nullable: true,
      description: "Organisation.",
    }),
  }),
});

const CorrectionType = builder.objectRef<Correction>("Correction").implement({
  description: "Correction of a figure by its source, with the value first stated.",
  fields: (t) => ({
    value: t.exposeFloat("value", { nullable: true, description: "Value first stated." }),
    valueText: t.exposeString("valueText", {
      nullable: true,
      description: "Text first stated, if it was not a number.",
    }),
    reason: t.exposeString("reason", { description: "Reason for the correction." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "Evidence for the correction." }),
    on: t.expose("on", { type: "Day", description: "Date of the correction." }),
    by: t.exposeString("by", { description: "Author of the record: `urn:karnameh:ROLE:NAME`." }),
  }),
});

/** The number of decimals of a reported value, at most two. */
const decimalsOf = (value: number): number => Math.min(2, (String(value).split(".")[1] ?? "").length);

const displayOf = ({ value, unit }: ClaimRow): Text | null =>
  value === null ? null : formatNumber(value, decimalsOf(value), unit);

const coded = (description: string, list: string, column: "qualifier" | "unit" | "kind") => ({
  type: CodeType,
  description,
  resolve: (row: ClaimRow) => codeOf(list, row[column]),
});

export const FigureType = builder.objectRef<ClaimRow>("Figure").implement({
  description: "Figure reported by a document. It is a claim, kept separate from the indicators.",
  fields: (t) => ({
    id: t.exposeID("figureId", { description: "Id." }),
    document: t.field({
      type: DocumentType,
      description: "Document that reports the figure.",
      resolve: ({ documentId, documentTitle }) => ({ id: documentId, title: documentTitle }),
    }),
    place: t.exposeString("place", { description: "Place in the document, such as a page or paragraph." }),
    measure: t.exposeID("measure", { description: "Measure." }),
    subject: t.expose("subject", { type: TextType, description: "Subject." }),
    value: t.exposeFloat("value", {
      nullable: true,
      description: "Value; null if the figure is not a number.",
    }),
    valueText: t.exposeString("valueText", {
      nullable: true,
      description: "Text of the figure, if it is not a number.",
    }),
    display: t.field({
      type: TextType,
      nullable: true,
      description: "Value formatted for display, with Persian digits in `fa`.",
      resolve: displayOf,
    }),
    qualifier: t.field(coded("Qualifier: equal to, more than, about.", "CL_QUALIFIER", "qualifier")),
    unit: t.field(coded("Unit.", "CL_UNIT", "unit")),
    kind: t.field(coded("Kind: stock, flow, rate, target, forecast or parameter.", "CL_FIGURE_KIND", "kind")),
    periodFrom: t.exposeString("periodFrom", {
      nullable: true,
      description: "Start of the reference period.",
    }),
    periodTo: t.exposeString("periodTo", { nullable: true, description: "End of the reference period." }),
    speaker: t.field({
      type: SpeakerType,
      nullable: true,
      description: "Speaker; null if the document itself is the source.",
      resolve: (row) => ((row.speakerName ?? row.speakerRole ?? row.speakerOrganisation) ? row : null),
    }),
    knownOn: t.expose("knownOn", { type: "Day", description: "Date on which the figure was recorded here." }),
    correction: t.field({
      type: CorrectionType,
      nullable: true,
      description: "Correction; null if the figure was never corrected.",
      resolve: ({ correction }) => correction ?? null,
    }),
  }),
});

const Figures = connectionType("Figure", FigureType);

builder.queryField("figures", (t) =>
  t.field({
    type: Figures,
    description: "Figures reported by documents.",
    args: {
      search: t.arg.string({ description: "Only figures whose id, measure or subject contains this text." }),
      ...pageArgs,
    },
    resolve: async (_, { search, ...page }, { planner }) => {
      const request = pageRequestOf("figures", page);
      return connectionOf("figures", request, await planner.figures(request, search ?? undefined));
    },
  }),
);
