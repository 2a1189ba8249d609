import type { ClaimRow, Correction } from "@karnameh/projections/planner/catalogue";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { formatNumber } from "./format.ts";
import { TextType } from "./text.ts";

const DocumentType = builder
  .objectRef<{ readonly id: string; readonly title: Text | null }>("Document")
  .implement({
    description: "A document that reports figures.",
    fields: (t) => ({
      id: t.exposeID("id", { description: "Its id." }),
      title: t.expose("title", {
        type: TextType,
        nullable: true,
        description: "Its title, where it was ingested.",
      }),
    }),
  });

const SpeakerType = builder.objectRef<ClaimRow>("Speaker").implement({
  description: "Who gave a figure, acting in public office.",
  fields: (t) => ({
    name: t.exposeString("speakerName", { nullable: true, description: "The name." }),
    role: t.exposeString("speakerRole", { nullable: true, description: "The office held." }),
    organisation: t.exposeString("speakerOrganisation", {
      nullable: true,
      description: "The organisation spoken for.",
    }),
  }),
});

const CorrectionType = builder.objectRef<Correction>("Correction").implement({
  description: "What was first stated, where another figure was given in its place later.",
  fields: (t) => ({
    value: t.exposeFloat("value", { nullable: true, description: "The number that was first stated." }),
    valueText: t.exposeString("valueText", {
      nullable: true,
      description: "What was first stated where it was not a number.",
    }),
    reason: t.exposeString("reason", { description: "Why it was corrected." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "What the correction rests on." }),
    on: t.expose("on", { type: "Day", description: "The day of the correction." }),
    by: t.exposeString("by", { description: "Who recorded it: `urn:karnameh:ROLE:NAME`." }),
  }),
});

/** The decimals a reported number was given with, two at most. */
const decimalsOf = (value: number): number => Math.min(2, (String(value).split(".")[1] ?? "").length);

const displayOf = ({ value, unit }: ClaimRow): Text | null =>
  value === null ? null : formatNumber(value, decimalsOf(value), unit);

const coded = (description: string, list: string, column: "qualifier" | "unit" | "kind") => ({
  type: CodeType,
  description,
  resolve: (row: ClaimRow) => codeOf(list, row[column]),
});

export const FigureType = builder.objectRef<ClaimRow>("Figure").implement({
  description: "A figure as a document reports it: a claim, kept beside what the events say.",
  fields: (t) => ({
    id: t.exposeID("figureId", { description: "Its id." }),
    document: t.field({
      type: DocumentType,
      description: "The document that reports it.",
      resolve: ({ documentId, documentTitle }) => ({ id: documentId, title: documentTitle }),
    }),
    place: t.exposeString("place", { description: "Where in the document it stands." }),
    measure: t.exposeID("measure", { description: "What it measures." }),
    subject: t.expose("subject", { type: TextType, description: "What it is about." }),
    value: t.exposeFloat("value", {
      nullable: true,
      description: "The number; null where the figure is not one.",
    }),
    valueText: t.exposeString("valueText", {
      nullable: true,
      description: "The figure where it is not a number.",
    }),
    display: t.field({
      type: TextType,
      nullable: true,
      description: "The number for reading, with Persian digits in Persian.",
      resolve: displayOf,
    }),
    qualifier: t.field(
      coded("How exactly it was meant: equal to, more than, about.", "CL_QUALIFIER", "qualifier"),
    ),
    unit: t.field(coded("Its unit.", "CL_UNIT", "unit")),
    kind: t.field(coded("Stock, flow, rate, target, forecast or parameter.", "CL_FIGURE_KIND", "kind")),
    periodFrom: t.exposeString("periodFrom", {
      nullable: true,
      description: "Where the period it speaks of begins.",
    }),
    periodTo: t.exposeString("periodTo", { nullable: true, description: "Where that period ends." }),
    speaker: t.field({
      type: SpeakerType,
      nullable: true,
      description: "Who gave it; null where the document itself does.",
      resolve: (row) => ((row.speakerName ?? row.speakerRole ?? row.speakerOrganisation) ? row : null),
    }),
    knownOn: t.expose("knownOn", { type: "Day", description: "The day on which it came to be known here." }),
    correction: t.field({
      type: CorrectionType,
      nullable: true,
      description: "What was first stated; null where the figure stands as it was.",
      resolve: ({ correction }) => correction ?? null,
    }),
  }),
});

const Figures = connectionType("Figure", FigureType);

builder.queryField("figures", (t) =>
  t.field({
    type: Figures,
    description: "Figures that documents report.",
    args: {
      search: t.arg.string({ description: "Only those whose subject, measure or speaker has these words." }),
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, { search, ...page }, { planner }) => {
      const slice = sliceOf("figures", page);
      return connectionOf("figures", slice, await planner.figures(slice, search ?? undefined));
    },
  }),
);
