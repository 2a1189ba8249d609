import { codelist } from "@karnameh/schema/codelists";
import type { Text } from "@karnameh/schema/text";
import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import type { Cube } from "../engine/cube.ts";
import type { Database } from "../engine/database.ts";
import { dimension } from "../engine/dimensions.ts";
import { dimensionsOf, type Indicator, operands } from "../engine/indicator.ts";
import { bookedDimensions, cubeHash } from "../engine/model.ts";
import type { ClaimGapRow } from "./claim-gap.ts";
import { describeIndicator, describeSeries } from "./describe-indicators.ts";
import { labelsOf } from "./dimension-labels.ts";
import type { ExistingValue, IndicatorMetadata } from "./indicator-metadata.ts";
import { listGaps } from "./list-claim-gaps.ts";
import { listComparisons, listFigures, listInconsistencies, listReleases } from "./list-claims.ts";
import { snapshotReader } from "./model-snapshot.ts";
import type { ModelStatus } from "./model-status.ts";
import { type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import { checkCurrent, observeIndicator } from "./observe-indicator.ts";
import { observeSeries, SERIES_COLUMNS } from "./observe-series.ts";
import type { Page, PageRequest } from "./page.ts";
import { literal, openPool, type Pool, type Read } from "./pool.ts";
import type { ClaimGapFilter, Planner } from "./port.ts";
import type { ReleaseRow } from "./releases.ts";
import { checkCuts, checkDay, checkDimension, chooseTime, periodBounds } from "./resolve-query.ts";
import { vintageOf } from "./vintage.ts";

export type PlannerOptions = {
  readonly database: Database;
  readonly indicators: readonly Indicator[];
  /** Today in Tehran, `YYYY-MM-DD`: only bounds a question without a period to a ledger without data. */
  readonly today: () => string;
  readonly connections?: number;
  /** Asks the writer of the ledger for these cubes; resolves once they are posted up to the checkpoint. */
  readonly ensureCurrent?: (cubes: ReadonlySet<Cube>) => Promise<void>;
};

const unknownIndicator = (code: string, cards: readonly IndicatorMetadata[]): QueryError =>
  new QueryError(
    "UNKNOWN_INDICATOR",
    `There is no indicator '${code.slice(0, 64)}'.`,
    `There are ${cards.length}, among them ${cards
      .slice(0, 3)
      .map((card) => card.code)
      .join(", ")}; indicators lists them all.`,
  );

const seriesSet = async (
  pool: Pool,
  card: IndicatorMetadata,
  question: ObservationQuery,
  today: string,
): Promise<ObservationSet> => {
  const ask = { ...card, dimensions: card.dimensions.map(({ id }) => id) };
  const cuts = checkCuts(ask, question);
  const time = chooseTime(ask, question);
  const asOf = checkDay(question.asOf);
  const { first, last } = periodBounds(question, time.calendar, time.frequency);
  const answer = await observeSeries(
    pool,
    { code: card.code, ...cuts, frequency: time.frequency, first, last, asOf },
    today,
  );
  const { position } = await vintageOf(pool.all, undefined);
  const { observations, vintageOn } = answer;
  return {
    query: {
      indicator: card.code,
      ...cuts,
      ...time,
      from: observations[0]?.period.code ?? "",
      to: observations.at(-1)?.period.code ?? "",
      asOf,
    },
    vintage: { asOf: vintageOn, position },
    unit: card.unit,
    decimals: card.decimals,
    isSynthetic: observations.some((observation) => observation.isSynthetic),
    observations,
  };
};

/** Refuses a cube whose rule is not the one the read model was built with. */
const checkBuilt = async (pool: Pool, indicator: Indicator): Promise<void> => {
  const built = new Map(
    (await pool.all("select name, hash from model.cube")).map((row) => [row.name, row.hash]),
  );
  const stale = operands(indicator.formula).find(({ cube }) => built.get(cube.name) !== cubeHash(cube));
  if (!stale) return;
  throw new QueryError(
    "REBUILDING",
    `'${indicator.code}' is being recomputed after a change of its definition.`,
    "Ask again in a few minutes; system reports the progress.",
  );
};

const existingValues = async (read: Read, indicator: Indicator, id: string): Promise<readonly string[]> => {
  // Ages of a stock are computed when asked, so any of the list may be met.
  const isComputed = operands(indicator.formula).some(
    ({ cube }) => !bookedDimensions(cube).some((booked) => booked === id),
  );
  if (isComputed) return codelist(dimension(id).codelist ?? "")?.codes.map(({ code }) => code) ?? [];
  const found = await Promise.all(
    [...new Set(operands(indicator.formula).map(({ cube }) => cube.name))].map((name) =>
      read(`select distinct "${id}"::varchar as code from balance.${name} order by 1`),
    ),
  );
  return [...new Set(found.flat().map((row) => String(row.code)))].sort();
};

const statusOf = async (pool: Pool): Promise<ModelStatus> => {
  const [about] = await pool.all(
    `select hash, position::varchar as position, events,
      (select max(known_on) from model.known_day) as known_on from model.about, model.checkpoint`,
  );
  const unprocessableEvents = await pool.all(
    "select type, split_part(reason, ':', 1) as reason, count(*) as n from model.unprocessable_event group by all order by n desc, type limit 100",
  );
  return {
    position: String(about?.position ?? "0"),
    knownOn: typeof about?.known_on === "string" ? about.known_on : null,
    hash: String(about?.hash ?? ""),
    events: Number(about?.events ?? 0),
    unprocessableEvents: unprocessableEvents.map((row) => ({
      reason: String(row.reason),
      type: String(row.type),
      count: Number(row.n),
    })),
  };
};

const seriesValues = async (pool: Pool, code: string, id: string): Promise<readonly string[]> => {
  const column = SERIES_COLUMNS[id as keyof typeof SERIES_COLUMNS];
  if (column === undefined) {
    throw new QueryError(
      "UNKNOWN_DIMENSION",
      `'${code}' has no dimension '${id}'.`,
      `Its dimensions are: ${Object.keys(SERIES_COLUMNS).join(", ")}.`,
    );
  }
  const rows = await pool.all(
    `select distinct coalesce(${column}, '_T') as code from fact.observation_imported where series = ${literal(code)} order by 1`,
  );
  return rows.map((row) => String(row.code));
};

const MAX_TRIES = 4;

class ModelPlanner implements Planner {
  readonly #pool: Pool;
  readonly #today: () => string;
  readonly #ensureCurrent: (indicator: Indicator) => Promise<void>;
  readonly #byCode: ReadonlyMap<string, Indicator>;
  readonly #eventCards: readonly IndicatorMetadata[];
  /** Indicators whose cubes were seen to be those of the read model. */
  readonly #checked = new Set<string>();
  readonly #readSnapshot = snapshotReader();

  constructor(pool: Pool, { indicators, today, ensureCurrent }: PlannerOptions) {
    this.#pool = pool;
    this.#today = today;
    this.#ensureCurrent = async ({ formula }) =>
      ensureCurrent?.(new Set(operands(formula).map(({ cube }) => cube)));
    this.#byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    this.#eventCards = indicators.map(describeIndicator);
  }

  async indicators(): Promise<readonly IndicatorMetadata[]> {
    return [...this.#eventCards, ...(await describeSeries(this.#pool))];
  }

  async indicator(code: string): Promise<IndicatorMetadata | undefined> {
    const own = this.#eventCards.find((card) => card.code === code);
    return own ?? (await describeSeries(this.#pool)).find((card) => card.code === code);
  }

  async values(code: string, id: string): Promise<readonly ExistingValue[]> {
    const indicator = this.#byCode.get(code);
    const found = indicator
      ? await this.#eventValues(indicator, id)
      : await seriesValues(this.#pool, code, id);
    const labels = await labelsOf(this.#pool, id, found);
    return found.map((value, index) => ({ code: value, label: labels[index] ?? { fa: value, en: value } }));
  }

  #eventValues(indicator: Indicator, id: string): Promise<readonly string[]> {
    checkDimension({ code: indicator.code, dimensions: dimensionsOf(indicator) }, id);
    return this.#whenCurrent(indicator, async (read) => {
      checkCurrent(indicator, await this.#readSnapshot(read));
      return existingValues(read, indicator, id);
    });
  }

  async label(id: string, code: string): Promise<Text> {
    const [label] = await labelsOf(this.#pool, id, [code]);
    return label ?? { fa: code, en: code };
  }

  async observations(question: ObservationQuery): Promise<ObservationSet> {
    const indicator = this.#byCode.get(question.indicator);
    if (indicator) {
      if (!this.#checked.has(indicator.code)) await checkBuilt(this.#pool, indicator);
      this.#checked.add(indicator.code);
      const means = { readSnapshot: this.#readSnapshot, today: this.#today() };
      return this.#whenCurrent(indicator, (read) =>
        observeIndicator(indicator, question, { ...means, read }),
      );
    }
    const all = await this.indicators();
    const card = all.find((entry) => entry.code === question.indicator);
    if (!card) throw unknownIndicator(question.indicator, all);
    return seriesSet(this.#pool, card, question, this.#today());
  }

  /** Between the moment in which the cubes were current and the snapshot, more events may have been recorded: then once again. */
  async #whenCurrent<T>(indicator: Indicator, work: (read: Read) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await this.#ensureCurrent(indicator);
      try {
        return await this.#pool.snapshot(work);
      } catch (error) {
        if (!(error instanceof QueryError && error.code === "REBUILDING") || tries === MAX_TRIES) throw error;
      }
    }
  }

  figures(slice: PageRequest, search?: string): Promise<Page<ClaimRow>> {
    return listFigures(this.#pool, slice, search);
  }

  inconsistencies(slice: PageRequest): Promise<Page<InconsistencyRow>> {
    return listInconsistencies(this.#pool, slice);
  }

  comparisons(slice: PageRequest): Promise<Page<ComparisonRow>> {
    return listComparisons(this.#pool, slice);
  }

  claimGaps(slice: PageRequest, asked: ClaimGapFilter = {}): Promise<Page<ClaimGapRow>> {
    return listGaps(this.#pool, slice, asked, (question) => this.observations(question));
  }

  releases(slice: PageRequest): Promise<Page<ReleaseRow>> {
    return listReleases(this.#pool, slice);
  }

  status(): Promise<ModelStatus> {
    return statusOf(this.#pool);
  }

  close(): void {
    this.#pool.close();
  }
}

/** Opens the planner on a read model. Close it before the database. */
export const openPlanner = async (options: PlannerOptions): Promise<Planner & { close(): void }> =>
  new ModelPlanner(await openPool(options.database, options.connections), options);
