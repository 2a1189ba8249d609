import { titleOf } from "@karnameh/schema/codelists";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { TextType } from "./text.ts";

export type CodedValue = { readonly code: string; readonly label: Text };

/** A code with its label from the code list; the code itself if the list does not have it. */
export const codeOf = (codelistId: string, code: string): CodedValue => ({
  code,
  label: { fa: titleOf(codelistId, code, "fa"), en: titleOf(codelistId, code, "en") },
});

export const CodeType = builder.objectRef<CodedValue>("Code").implement({
  description: "Code with its label.",
  fields: (t) => ({
    code: t.exposeID("code", { description: "Code, as in events, filters and files." }),
    label: t.expose("label", { type: TextType, description: "Label of the code." }),
  }),
});
