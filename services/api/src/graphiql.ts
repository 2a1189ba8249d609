import type { GraphiQLOptions } from "graphql-yoga";
import { examples } from "./examples.ts";

export const graphiqlOptions: GraphiQLOptions = {
  title: "Karnameh · کارنامه",
  defaultTabs: examples.map(({ title, query }) => ({
    query: `# ${title.en}\n# ${title.fa}\n${query}\n`,
  })),
};

/** The page holds its scripts, some 9 MB, so that it works without the internet; they are read when first asked for. */
export const renderGraphiql = async (options: GraphiQLOptions): Promise<string> => {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL(options);
};
