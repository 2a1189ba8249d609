import type { Lang } from "@karnameh/schema/text";
import { en, type Messages } from "./english.ts";
import { fa } from "./persian.ts";

/** What the pages say, by language. */
export const messages: Readonly<Record<Lang, Messages>> = { fa, en };
