import { GraphQLError } from "graphql";

/**
 * An expected refusal as GraphQL carries it: what was wrong, and in `extensions` a literal code, what to do instead
 * and the facts of the case. HTTP answers 200: the request was understood.
 */
export const refusal = (
  code: string,
  message: string,
  hint: string,
  facts: Readonly<Record<string, string | number>> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, hint, ...facts, http: { status: 200 } } });
