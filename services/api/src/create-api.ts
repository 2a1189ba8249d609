import type { Planner } from "@karnameh/projections/planner/port";
import { execute } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { ApiContext, Live } from "./builder.ts";
import { graphiqlOptions, renderGraphiql } from "./graphiql.ts";
import { type ApiLimits, apiLimits } from "./limits.ts";
import { presentError } from "./present-error.ts";
import { parseWithin, queryLimitsRule } from "./query-limits.ts";
import { type ApiLogger, requestJournal } from "./request-journal.ts";
import { apiSchema } from "./schema.ts";

export type ApiOptions = {
  /** Asked anew for each request, so that a rebuilt read model takes over between two of them. */
  readonly planner: () => Planner;
  readonly live: () => Promise<Live>;
  readonly logger: ApiLogger;
  readonly limits?: Partial<ApiLimits>;
  /** Whether a browser at /graphql is given the page to ask from; it is unless this is false. */
  readonly graphiql?: boolean;
};

/** graphql's own executor takes half the time of the one that Yoga brings, on answers of thousands of rows. */
const ownExecutor: Plugin = {
  onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
};

const within = (limits: ApiLimits): Plugin => {
  const parseFn = parseWithin(limits.tokens);
  const rule = queryLimitsRule(limits);
  return {
    onParse: ({ setParseFn }) => setParseFn(parseFn),
    onValidate: ({ addValidationRule }) => addValidationRule(rule),
  };
};

/** GraphQL at /graphql, by GET and POST, as a function from a request to its response. */
export const createApi = (options: ApiOptions): { fetch(request: Request): Promise<Response> } => {
  const limits = { ...apiLimits, ...options.limits };
  const yoga = createYoga({
    schema: apiSchema,
    context: (): ApiContext => ({ planner: options.planner(), live: options.live, limits }),
    cors: { origin: "*", methods: ["GET", "POST", "OPTIONS"], credentials: false },
    graphiql: options.graphiql === false ? false : graphiqlOptions,
    renderGraphiQL: renderGraphiql,
    landingPage: false,
    logging: false,
    multipart: false,
    maxRequestBodySize: limits.requestBytes,
    maskedErrors: { maskError: presentError },
    plugins: [ownExecutor, within(limits), requestJournal(options.logger)],
  });
  return { fetch: async (request) => yoga.fetch(request) };
};
