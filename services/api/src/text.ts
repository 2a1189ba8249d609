import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";

export const TextType = builder.objectRef<Text>("Text").implement({
  description: "A text in both languages.",
  fields: (t) => ({
    fa: t.exposeString("fa", { description: "In Persian, with Persian digits." }),
    en: t.exposeString("en", { description: "In English." }),
  }),
});
