import { QuestionError } from "@karnameh/projections/planner/question";
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
 * Takes back what the server says of the cause: of a body that is no JSON it repeats the body. A cause has to stay, because
 * by it the server tells what is no question at all, and answers 400.
 */
const withoutCause = (error: GraphQLError): GraphQLError => {
  if ("originalError" in error.extensions) error.extensions["originalError"] = {};
  return error;
};

/** What a caller is told of an error: of an expected one everything, of any other only that there was one. */
export const presentError = (error: unknown): GraphQLError => {
  const root = rootOf(error);
  if (root instanceof GraphQLError) return withoutCause(error instanceof GraphQLError ? error : root);
  if (root instanceof QuestionError) {
    const { message, extensions } = refusal(root.code, root.message, root.hint);
    return new GraphQLError(message, { ...at(error), extensions });
  }
  const originalError = root instanceof Error ? root : new Error("thrown without an error", { cause: root });
  return new GraphQLError("Unexpected error", {
    ...at(error),
    originalError,
    extensions: { code: UNEXPECTED },
  });
};
