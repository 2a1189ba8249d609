import { QueryError } from "@karnameh/projections/planner/observation-query";
import { GraphQLError } from "graphql";
import { refusal } from "./refusal.ts";

export const UNEXPECTED = "UNEXPECTED";

const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;

const at = (error: unknown): Pick<GraphQLError, "nodes" | "path"> =>
  error instanceof GraphQLError
    ? { nodes: error.nodes, path: error.path }
    : { nodes: undefined, path: undefined };

/**
 * Removes the content of `originalError`: for a body that is not JSON, Yoga would repeat the body there. The key itself
 * stays, because Yoga responds 400 only if it exists.
 */
const withoutOriginalError = (error: GraphQLError): GraphQLError => {
  if ("originalError" in error.extensions) error.extensions["originalError"] = {};
  return error;
};

/** The error that the client gets: all details of an expected error, none of an unexpected one. */
export const presentError = (error: unknown): GraphQLError => {
  const root = rootOf(error);
  if (root instanceof GraphQLError) return withoutOriginalError(error instanceof GraphQLError ? error : root);
  if (root instanceof QueryError) {
    const { message, extensions } = refusal(root.code, root.message, root.hint);
    return new GraphQLError(message, { ...at(error), extensions });
  }
  const originalError =
    root instanceof Error ? root : new Error("a value was thrown that is not an error", { cause: root });
  return new GraphQLError("Unexpected error", {
    ...at(error),
    originalError,
    extensions: { code: UNEXPECTED },
  });
};
