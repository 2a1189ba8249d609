import type { Lang } from "@karnameh/schema/text";
import { en, type Messages } from "./english.ts";
import { fa } from "./persian.ts";

/** The texts of the pages by language. */
export const messages: Readonly<Record<Lang, Messages>> = { fa, en };
