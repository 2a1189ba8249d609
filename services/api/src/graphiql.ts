import type { GraphiQLOptions } from "graphql-yoga";
import { examples } from "./examples.ts";

export const graphiqlOptions: GraphiQLOptions = {
  title: "Karnameh · کارنامه",
  defaultTabs: examples.map(({ title, query }) => ({
    query: `# ${title.en}\n# ${title.fa}\n${query}\n`,
  })),
};

/** The page contains its scripts, about 9 MB, so that it works offline; they are loaded on the first request. */
export const renderGraphiql = async (options: GraphiQLOptions): Promise<string> => {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL(options);
};
