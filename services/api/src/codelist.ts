import type { Code, Codelist } from "@karnameh/schema/codelist";
import { codelist, codelists } from "@karnameh/schema/codelists";
import { builder } from "./builder.ts";
import { TextType } from "./text.ts";

const ListedCodeType = builder.objectRef<Code>("ListedCode").implement({
  description: "Code of a code list.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "Code." }),
    label: t.expose("title", { type: TextType, description: "Label of the code." }),
    parent: t.exposeID("parent", { nullable: true, description: "Parent code; null at the top level." }),
  }),
});

const CodelistType = builder.objectRef<Codelist>("Codelist").implement({
  description: "Code list with labels in both languages (SDMX).",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Id, for example `CL_AREA`." }),
    title: t.expose("title", { type: TextType, description: "Title." }),
    source: t.exposeString("source", {
      description: "Source of the codes: a standard or an institution.",
    }),
    parentCodelist: t.exposeID("parentCodelist", {
      nullable: true,
      description: "Code list of the parent codes; null if it is this list.",
    }),
    codes: t.expose("codes", { type: [ListedCodeType], description: "Codes in their official order." }),
  }),
});

builder.queryFields((t) => ({
  codelist: t.field({
    type: CodelistType,
    nullable: true,
    description: "A code list; null if the id is unknown.",
    args: { id: t.arg.id({ required: true, description: "Id, for example `CL_AREA`." }) },
    resolve: (_, { id }) => codelist(id) ?? null,
  }),
  codelists: t.field({
    type: [CodelistType],
    description: "All code lists. There are few, so the list is not paged.",
    resolve: () => codelists,
  }),
}));
