import type { ObservationQuery } from "@karnameh/projections/planner/observation-query";
import { type Answerer, openAnswerer } from "./answerer.ts";
import { type Client, createClient, dataOf } from "./client.ts";
import type { Context } from "./context.ts";
import { type Measured, quantile, shown } from "./measured.ts";
import { questionsOf, randomOf, requestOf } from "./questions.ts";

/** Milliseconds of one question: over HTTP, and its SQL run bare right after, when all it reads is warm. */
type Timed = {
  readonly indicator: string;
  readonly http: number;
  readonly bare: number;
  readonly bytes: number;
};

const WARM_UP = 40;
const [WARM_UP_SEED, SEED, DAYS_SEED] = [1, 2, 3];

const ask = async (client: Client, answerer: Answerer, question: ObservationQuery): Promise<Timed> => {
  const body = requestOf(question);
  const began = performance.now();
  const text = await client.post(body);
  const http = performance.now() - began;
  dataOf(text);
  return { indicator: question.indicator, http, bare: await answerer.bare(), bytes: text.length };
};

const pastDays = (
  questions: readonly ObservationQuery[],
  days: readonly string[],
  seed: number,
): readonly ObservationQuery[] => {
  const random = randomOf(seed);
  // The newest day is answered from the balances: it is no past day.
  const past = days.slice(0, -1);
  return questions.map((question) => {
    const asOf = past[Math.floor(random() * past.length)];
    return asOf === undefined ? question : { ...question, asOf };
  });
};

const askAll = async ({ options, ground, teller }: Context, isPast: boolean): Promise<readonly Timed[]> => {
  const answerer = await openAnswerer(await ground.model());
  const client = createClient(answerer.url);
  const asked = (count: number, seed: number): readonly ObservationQuery[] => {
    const questions = questionsOf(count, seed, answerer.organisations);
    return isPast ? pastDays(questions, answerer.days, seed + DAYS_SEED) : questions;
  };
  try {
    for (const question of asked(WARM_UP, WARM_UP_SEED)) await ask(client, answerer, question);
    const timed: Timed[] = [];
    for (const question of asked(options.requests, SEED)) {
      timed.push(await ask(client, answerer, question));
      teller.update("asking", timed.length, options.requests);
    }
    return timed;
  } finally {
    client.close();
    await answerer.close();
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
    kinds: `p50 of each question in ms, of its bare SQL in brackets: ${slowestKinds(timed)}`,
  };
};

const RAW = "its SQL in DuckDB";

/** One uncached question over HTTP, one after another over one connection, beside the very SQL it ran. */
export const measureQuery = async (context: Context): Promise<Measured[]> => {
  const { p50, p99, kinds } = summaryOf(await askAll(context, false));
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

/** The same questions as of random past days. */
export const measureAsOf = async (context: Context): Promise<Measured[]> => {
  const { p50, p99, kinds } = summaryOf(await askAll(context, true));
  return [
    {
      ...{ row: "asof", what: "the same as of a past day, p50", unit: "ms", better: "less" },
      ...{ value: p50.http, raw: { what: RAW, value: p50.bare }, atLeast: 60, aim: 20 },
      notes: [`p99 ${shown(p99.http)} ms, bare ${shown(p99.bare)} ms`, kinds],
    },
  ];
};
