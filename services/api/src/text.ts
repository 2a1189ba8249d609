import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";

export const TextType = builder.objectRef<Text>("Text").implement({
  description: "Text in both languages.",
  fields: (t) => ({
    fa: t.exposeString("fa", { description: "Persian, with Persian digits." }),
    en: t.exposeString("en", { description: "English." }),
  }),
});
