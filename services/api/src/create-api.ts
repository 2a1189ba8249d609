import type { Planner } from "@karnameh/projections/planner/port";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import { execute } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { ApiContext } from "./builder.ts";
import { graphiqlOptions, renderGraphiql } from "./graphiql.ts";
import { type ApiLimits, apiLimits } from "./limits.ts";
import { presentError } from "./present-error.ts";
import { parseWithin, queryLimitsRule } from "./query-limits.ts";
import { requestLog } from "./request-log.ts";
import { apiSchema } from "./schema.ts";

export type ApiOptions = {
  /** Called for each request, so that a rebuilt read model is used from the next request on. */
  readonly planner: () => Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly logger: Pick<Logger, "error">;
  readonly limits?: Partial<ApiLimits>;
  /** Whether browsers get GraphiQL at /graphql. Default: true. */
  readonly graphiql?: boolean;
};

/** On responses with thousands of rows, graphql's own executor takes half the time of Yoga's. */
const graphqlExecutor: Plugin = {
  onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
};

const limitsPlugin = (limits: ApiLimits): Plugin => {
  const parseFn = parseWithin(limits.tokens);
  const rule = queryLimitsRule(limits);
  return {
    onParse: ({ setParseFn }) => setParseFn(parseFn),
    onValidate: ({ addValidationRule }) => addValidationRule(rule),
  };
};

/** The GraphQL API at /graphql, for GET and POST, as a function from a request to its response. */
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
    plugins: [graphqlExecutor, limitsPlugin(limits), requestLog(options.logger)],
  });
  return { fetch: async (request) => yoga.fetch(request) };
};
