import type { Code, Codelist } from "@karnameh/schema/codelist";
import { codelist, codelists } from "@karnameh/schema/codelists";
import { builder } from "./builder.ts";
import { TextType } from "./text.ts";

const ListedCodeType = builder.objectRef<Code>("ListedCode").implement({
  description: "A code in its list.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "The code." }),
    label: t.expose("title", { type: TextType, description: "What it stands for." }),
    parent: t.exposeID("parent", { nullable: true, description: "The code that it is a part of." }),
  }),
});

const CodelistType = builder.objectRef<Codelist>("Codelist").implement({
  description: "A list of codes with their titles in both languages.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id, such as `CL_AREA`." }),
    title: t.expose("title", { type: TextType, description: "Its name." }),
    source: t.exposeString("source", {
      description: "Where the codes come from: the standard, or who chose them.",
    }),
    parentsFrom: t.exposeID("parentsFrom", {
      nullable: true,
      description: "The list that the parents belong to, where it is another one.",
    }),
    codes: t.expose("codes", { type: [ListedCodeType], description: "The codes, in their order." }),
  }),
});

builder.queryFields((t) => ({
  codelist: t.field({
    type: CodelistType,
    nullable: true,
    description: "One code list; null where there is none of that id.",
    args: { id: t.arg.id({ required: true, description: "Its id, such as `CL_AREA`." }) },
    resolve: (_, { id }) => codelist(id) ?? null,
  }),
  codelists: t.field({
    type: [CodelistType],
    description: "Every code list. There are few, so they are not paged.",
    resolve: () => codelists,
  }),
}));
