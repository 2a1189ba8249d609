import type { ObservationQuery } from "@karnameh/projections/planner/observation-query";
import { type Client, createClient, dataOf } from "./client.ts";
import type { Context } from "./context.ts";
import { type Measured, quantile, shown } from "./measured.ts";
import { queriesOf, randomOf, requestOf } from "./queries.ts";
import { openResponder, type Responder } from "./responder.ts";

/** Milliseconds of one query over HTTP, and of its SQL run directly afterwards, when its data are warm. */
type Timed = {
  readonly indicator: string;
  readonly http: number;
  readonly bare: number;
  readonly bytes: number;
};

const WARM_UP = 40;
const [WARM_UP_SEED, SEED, DAYS_SEED] = [1, 2, 3];

const send = async (client: Client, responder: Responder, query: ObservationQuery): Promise<Timed> => {
  const body = requestOf(query);
  const began = performance.now();
  const text = await client.post(body);
  const http = performance.now() - began;
  dataOf(text);
  return { indicator: query.indicator, http, bare: await responder.bare(), bytes: text.length };
};

const pastDays = (
  queries: readonly ObservationQuery[],
  days: readonly string[],
  seed: number,
): readonly ObservationQuery[] => {
  const random = randomOf(seed);
  // Queries as of the newest day read the balances: it is not a past day.
  const past = days.slice(0, -1);
  return queries.map((query) => {
    const asOf = past[Math.floor(random() * past.length)];
    return asOf === undefined ? query : { ...query, asOf };
  });
};

const sendAll = async (
  { options, fixture, progressReporter }: Context,
  isPast: boolean,
): Promise<readonly Timed[]> => {
  const responder = await openResponder(await fixture.model());
  const client = createClient(responder.url);
  const draw = (count: number, seed: number): readonly ObservationQuery[] => {
    const queries = queriesOf(count, seed, responder.organisations);
    return isPast ? pastDays(queries, responder.days, seed + DAYS_SEED) : queries;
  };
  try {
    for (const query of draw(WARM_UP, WARM_UP_SEED)) await send(client, responder, query);
    const timed: Timed[] = [];
    for (const query of draw(options.requests, SEED)) {
      timed.push(await send(client, responder, query));
      progressReporter.update("querying", timed.length, options.requests);
    }
    return timed;
  } finally {
    client.close();
    await responder.close();
  }
};

const slowestKinds = (timed: readonly Timed[]): string =>
  [...Map.groupBy(timed, ({ indicator }) => indicator)]
    .map(([indicator, own]) => {
      const of = (values: readonly number[]): string => shown(quantile(values, 0.5));
      return `${indicator} ${of(own.map(({ http }) => http))} (${of(own.map(({ bare }) => bare))})`;
    })
    .join(", ");

const summaryOf = (timed: readonly Timed[]) => {
  const [http, bare] = [timed.map((one) => one.http), timed.map((one) => one.bare)];
  const at = (q: number) => ({ http: quantile(http, q), bare: quantile(bare, q) });
  return {
    p50: at(0.5),
    p99: at(0.99),
    kinds: `p50 of each query in ms (in brackets: its SQL alone): ${slowestKinds(timed)}`,
  };
};

const RAW = "its SQL in DuckDB";

/** Uncached queries over HTTP, one after another over one connection, compared with the SQL that they ran. */
export const measureQuery = async (context: Context): Promise<Measured[]> => {
  const { p50, p99, kinds } = summaryOf(await sendAll(context, false));
  const row = { row: "query", unit: "ms", better: "less" } as const;
  return [
    {
      ...{ ...row, what: "observations over HTTP, p50", value: p50.http, atLeast: 15, aim: 5 },
      ...{ raw: { what: RAW, value: p50.bare }, notes: [kinds] },
    },
    {
      ...{ ...row, what: "observations over HTTP, p99", value: p99.http, atLeast: 60, aim: undefined },
      ...{ raw: { what: RAW, value: p99.bare }, notes: [] },
    },
    {
      ...{ ...row, what: "observations over bare SQL, p50", value: p50.http / p50.bare, unit: "×" },
      ...{ raw: undefined, atLeast: 3, aim: undefined, notes: [] },
    },
  ];
};

/** The same queries as of random past days. */
export const measureAsOf = async (context: Context): Promise<Measured[]> => {
  const { p50, p99, kinds } = summaryOf(await sendAll(context, true));
  return [
    {
      ...{ row: "asof", what: "the same as of a past day, p50", unit: "ms", better: "less" },
      ...{ value: p50.http, raw: { what: RAW, value: p50.bare }, atLeast: 60, aim: 20 },
      notes: [`p99 ${shown(p99.http)} ms, bare ${shown(p99.bare)} ms`, kinds],
    },
  ];
};
