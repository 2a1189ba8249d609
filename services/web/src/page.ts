import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Lang, Text } from "@karnameh/schema/text";
import type { Messages } from "./english.ts";

/** An example query that a page links to. */
export type ExampleQuery = { readonly title: Text; readonly query: string };

/** What a page is rendered from. */
export type PageRequest = {
  readonly planner: Planner;
  /** The state of the read model that the page shows. */
  readonly status: ModelStatus;
  readonly lang: Lang;
  readonly exampleQueries: readonly ExampleQuery[];
};

/** The content of a page between its header and its footer. */
export type PageContent = {
  readonly main: unknown;
  /** False if the content may be incomplete, so that it must not be cached. */
  readonly isCacheable: boolean;
  /** Failures of single parts, for the log. The rest of the page is complete. */
  readonly failures: readonly { readonly indicator: string; readonly error: unknown }[];
};

/** A page of the site, in both languages. */
export type Page = {
  /** Path of the Persian page; the English page has `/en` before it. */
  readonly path: `/${string}`;
  /** Title in the browser tab and in the navigation; the home page has none. */
  readonly title?: (text: Messages) => string;
  /** Throws what the planner throws, except for a part listed in `failures`. */
  readonly render: (request: PageRequest) => Promise<PageContent>;
};

/** The path of a page in a language. */
export const pathIn = (lang: Lang, path: string): string => {
  if (lang === "fa") return path;
  return path === "/" ? "/en" : `/en${path}`;
};
