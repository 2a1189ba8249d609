import { GraphQLError } from "graphql";

/**
 * An expected error of a query, as a GraphQL error: `extensions` has a literal code, a hint and the numbers involved.
 * The HTTP status is 200, because the request itself was valid.
 */
export const refusal = (
  code: string,
  message: string,
  hint: string,
  facts: Readonly<Record<string, string | number>> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, hint, ...facts, http: { status: 200 } } });
