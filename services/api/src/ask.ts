import type { Planner } from "@karnameh/projections/planner/port";
import { type ApiOptions, createApi } from "./create-api.ts";
import { twinPlanner } from "./twin-planner.ts";

type Told = { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> };
export type Answer = { readonly status: number; readonly data: unknown; readonly errors: readonly Told[] };
export type Logged = { readonly message: string; readonly facts: Readonly<Record<string, unknown>> };

/** The API over a planner, without a port, with what it logged. */
export const openApi = (planner: Planner = twinPlanner(), given: Partial<ApiOptions> = {}) => {
  const logged: Logged[] = [];
  const { fetch } = createApi({
    planner: () => planner,
    live: () => Promise.resolve({ head: "44", position: "42", lagEvents: 2, ageSeconds: 1.5, state: "LIVE" }),
    logger: { error: (message, facts) => logged.push({ message, facts }) },
    ...given,
  });
  const post = (body: unknown): Promise<Response> =>
    fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  const ask = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> => {
    const response = await post({ query, variables });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors };
  };
  return { fetch, post, ask, logged };
};
