import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Acknowledged, AppendInput } from "./append.child.ts";
import { BenchError } from "./bench-error.ts";
import { runChild } from "./child.ts";
import { createClient } from "./client.ts";
import { wallMs } from "./clock.ts";
import type { Context } from "./context.ts";
import { type Measured, quantile, shown } from "./measured.ts";
import { fetchPosition, type Server, startServer } from "./server.ts";

const PER_SECOND = 500;
const EVERY_MS = 40;
/** A reader prepares its statements in its first seconds; only a warm reader is measured. */
const WARM_UP_SECONDS = 15;
/** Polling more often would take processor time from the measured reader. */
const POLL_MS = 50;
const TIMEOUT_MS = 60_000;

type Seen = { readonly position: number; readonly at: number };
type Appended = {
  readonly acknowledged: readonly Acknowledged[];
  readonly events: number;
  readonly seconds: number;
};

/** Polls one query and records when a response first includes a later position. */
const watch = (url: string) => {
  const client = createClient(url);
  const seen: Seen[] = [];
  const roundTrips: number[] = [];
  let until = Number.POSITIVE_INFINITY;
  let deadline = Number.POSITIVE_INFINITY;
  const look = async (): Promise<void> => {
    while ((seen.at(-1)?.position ?? 0) < until && wallMs() < deadline) {
      const sent = performance.now();
      const position = (await fetchPosition(client)) ?? 0;
      roundTrips.push(performance.now() - sent);
      if (position > (seen.at(-1)?.position ?? -1)) seen.push({ position, at: wallMs() });
      await sleep(POLL_MS);
    }
    client.close();
  };
  const looking = look();
  looking.catch(() => undefined);
  return {
    async until(position: number): Promise<readonly Seen[]> {
      [until, deadline] = [position, wallMs() + TIMEOUT_MS];
      await looking;
      return seen;
    },
    roundTrips,
  };
};

/** Queried in turn, each so rarely that its cubes lag by half a minute. */
const RARELY_QUERIED = [
  "trainees_person_courses",
  "placement_rate_6m",
  "employed",
  "hires",
  "insurance_coverage_rate",
  "completion_rate",
  "days_to_certificate_median",
  "training_person_hours",
  "covered_persons",
];
const RARE_QUERY_INTERVAL_MS = 3_000;

const queryRarely = (url: string) => {
  const client = createClient(url);
  const roundTrips: number[] = [];
  let isStopped = false;
  const querying = (async () => {
    await sleep(WARM_UP_SECONDS * 1000);
    for (let turn = 0; !isStopped; turn++) {
      const sent = performance.now();
      await client.post(
        JSON.stringify({
          query: `{ observations(indicator: "${RARELY_QUERIED[turn % RARELY_QUERIED.length]}", frequency: YEAR) { vintage { position } } }`,
        }),
      );
      roundTrips.push(performance.now() - sent);
      await sleep(RARE_QUERY_INTERVAL_MS);
    }
    client.close();
  })();
  querying.catch(() => undefined);
  return {
    async stop(): Promise<readonly number[]> {
      isStopped = true;
      await querying;
      return roundTrips;
    },
  };
};

/** Milliseconds from each acknowledgement to the first response that includes it. */
export const waitsOf = (acknowledged: readonly Acknowledged[], seen: readonly Seen[]): readonly number[] => {
  let next = 0;
  return acknowledged.map(({ position, at }) => {
    while ((seen[next]?.position ?? Number.POSITIVE_INFINITY) < position) next++;
    return Math.max(0, (seen[next]?.at ?? Number.POSITIVE_INFINITY) - at);
  });
};

const observe = async ({ options, fixture }: Context, server: Server, data: string) => {
  const { livePath, liveEvents } = await fixture.files();
  const seconds = options.seconds + WARM_UP_SECONDS;
  if (seconds * PER_SECOND > liveEvents)
    throw new BenchError(`There are only ${liveEvents} events to append: give fewer --seconds.`);
  const watching = watch(server.url);
  const input: AppendInput = {
    ...{ log: join(data, "log.sqlite"), file: livePath, seconds },
    ...{ perSecond: PER_SECOND, everyMs: EVERY_MS },
  };
  const rareQueries = queryRarely(server.url);
  const appended = (await runChild("append", input)) as Appended;
  const rareRoundTrips = await rareQueries.stop();
  const seen = await watching.until(appended.acknowledged.at(-1)?.position ?? 0);
  return { appended, seen, rareRoundTrips, roundTrips: watching.roundTrips };
};

const notesOf = (
  waits: readonly number[],
  { appended, seen, rareRoundTrips }: Awaited<ReturnType<typeof observe>>,
): string[] => [
  `p50 ${shown(quantile(waits, 0.5))} ms, p99 ${shown(quantile(waits, 0.99))} ms, longest ${shown(Math.max(...waits))} ms`,
  `${shown(appended.events / appended.seconds, "events/s")} events/s in appends of ${Math.round((PER_SECOND * EVERY_MS) / 1000)}, acknowledged after ${shown(
    quantile(
      appended.acknowledged.map(({ took }) => took),
      0.5,
    ),
  )} ms (p50)`,
  `one query is polled; every ${RARE_QUERY_INTERVAL_MS / 1000} s one of nine others is sent, whose cubes have to catch up: response after ${shown(quantile(rareRoundTrips, 0.5))} ms (p50), at most ${shown(Math.max(...rareRoundTrips))} ms`,
  `measured after ${WARM_UP_SECONDS} s of appending; the read model advanced ${shown(seen.length / appended.seconds)} times a second`,
];

/**
 * The time from the acknowledgement of another process's append to the first GraphQL response that includes it, with
 * everything loaded. It is compared with the round trip of the polling query: no shorter wait can be measured.
 * Works on a copy, because it adds to the log.
 */
export const measureLive = async (context: Context): Promise<Measured[]> => {
  const data = join(context.folder.scratch("live"), "data");
  cpSync(await context.fixture.model(), data, { recursive: true });
  const server = await startServer(data);
  const observed = await observe(context, server, data).finally(() => server.stop());
  context.folder.drop("live");
  const counted = observed.appended.acknowledged.slice((WARM_UP_SECONDS * 1000) / EVERY_MS);
  const waits = waitsOf(counted, observed.seen);
  return [
    {
      ...{ row: "live", what: "acknowledged to visible, p95", unit: "ms", better: "less" },
      ...{ value: quantile(waits, 0.95), atLeast: 1_000, aim: 250 },
      raw: { what: "round trip of the query, p50", value: quantile(observed.roundTrips, 0.5) },
      notes: notesOf(waits, observed),
    },
  ];
};
