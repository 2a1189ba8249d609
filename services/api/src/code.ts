import { titleOf } from "@karnameh/schema/codelists";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { TextType } from "./text.ts";

export type CodeShape = { readonly code: string; readonly label: Text };

/** A code with the title that its list gives it, or with itself where the list has none. */
export const codeOf = (codelistId: string, code: string): CodeShape => ({
  code,
  label: { fa: titleOf(codelistId, code, "fa"), en: titleOf(codelistId, code, "en") },
});

export const CodeType = builder.objectRef<CodeShape>("Code").implement({
  description: "A code and what it stands for.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "The code, as events, filters and files carry it." }),
    label: t.expose("label", { type: TextType, description: "What the code stands for." }),
  }),
});
