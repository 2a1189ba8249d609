import type { Observation } from "@karnameh/projections/planner/observation-query";
import type { Planner } from "@karnameh/projections/planner/port";
import { fakeObservation } from "@karnameh/projections/testing/fake-observations";
import { type FakePlanner, fakePlanner } from "@karnameh/projections/testing/fake-planner";
import { type ApiOptions, createApi } from "../create-api.ts";

type ResponseError = { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> };
export type TestResponse = {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly ResponseError[];
};
type LogEntry = { readonly message: string; readonly fields: object | undefined };

/** A fake planner that responds to every query with the same observations. */
export const plannerOf = (...observations: readonly Partial<Observation>[]): FakePlanner =>
  fakePlanner({ observations: observations.map((given) => fakeObservation(given)) });

/** The API over a planner, without a port; it keeps what it logged. */
export const startApi = (planner: Planner = plannerOf({}), options: Partial<ApiOptions> = {}) => {
  const logged: LogEntry[] = [];
  const { fetch } = createApi({
    planner: () => planner,
    live: () => Promise.resolve({ head: "44", position: "42", lagEvents: 2, ageSeconds: 1.5, state: "LIVE" }),
    logger: { error: (message, fields) => logged.push({ message, fields }) },
    ...options,
  });
  const post = (body: unknown): Promise<Response> =>
    fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  const query = async (
    text: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<TestResponse> => {
    const response = await post({ query: text, variables });
    const { data = null, errors = [] } = (await response.json()) as Partial<TestResponse>;
    return { status: response.status, data, errors };
  };
  return { fetch, post, query, logged };
};
