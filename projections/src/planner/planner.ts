import type { Text } from "@karnameh/schema/text";
import type { ClaimRow, ComparisonRow, InconsistencyRow } from "../claims/claim-types.ts";
import type { Cube } from "../engine/cube.ts";
import type { Database } from "../engine/database.ts";
import { dimensionsOf, type Indicator, operands } from "../engine/indicator.ts";
import { cubeHash } from "../engine/model.ts";
import type { ClaimGapRow } from "./claim-gap.ts";
import { describeIndicator, describeSeries } from "./describe-indicators.ts";
import { labelsOf } from "./dimension-labels.ts";
import { indicatorValues, seriesValues } from "./dimension-values.ts";
import type { ExistingValue, IndicatorMetadata } from "./indicator-metadata.ts";
import { listGaps } from "./list-claim-gaps.ts";
import { listComparisons, listFigures, listInconsistencies } from "./list-claims.ts";
import { snapshotReader } from "./model-snapshot.ts";
import { type ModelStatus, readModelStatus } from "./model-status.ts";
import { type ObservationQuery, type ObservationSet, QueryError } from "./observation-query.ts";
import { checkCurrent, observeIndicator } from "./observe-indicator.ts";
import { observeSeries } from "./observe-series.ts";
import type { Page, PageRequest } from "./page.ts";
import { openPool, type Pool, type Read } from "./pool.ts";
import type { ClaimGapFilter, Planner } from "./port.ts";
import { listReleases, type ReleaseRow } from "./releases.ts";
import { checkDimension } from "./resolve-query.ts";

export type PlannerOptions = {
  readonly database: Database;
  readonly indicators: readonly Indicator[];
  /** Today in Tehran, `YYYY-MM-DD`: only bounds a query without a period of a ledger without data. */
  readonly today: () => string;
  readonly connections?: number;
  /** Asks the writer of the ledger for these cubes; resolves once they are posted up to the checkpoint. */
  readonly ensureCurrent?: (cubes: ReadonlySet<Cube>) => Promise<void>;
};

const unknownIndicator = (code: string, known: readonly IndicatorMetadata[]): QueryError => {
  const examples = known.slice(0, 3).map((metadata) => metadata.code);
  return new QueryError(
    "UNKNOWN_INDICATOR",
    `There is no indicator '${code.slice(0, 64)}'.`,
    `There are ${known.length}, among them ${examples.join(", ")}; indicators lists them all.`,
  );
};

/** Rejects an indicator of which a cube's rule is not the one that the read model was built with. Throws QueryError. */
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

const MAX_TRIES = 4;

class ModelPlanner implements Planner {
  readonly #pool: Pool;
  readonly #today: () => string;
  readonly #ensureCurrent: (indicator: Indicator) => Promise<void>;
  readonly #byCode: ReadonlyMap<string, Indicator>;
  readonly #fromEvents: readonly IndicatorMetadata[];
  /** Indicators whose cubes were seen to be those of the read model. */
  readonly #checked = new Set<string>();
  readonly #readSnapshot = snapshotReader();

  constructor(pool: Pool, { indicators, today, ensureCurrent }: PlannerOptions) {
    this.#pool = pool;
    this.#today = today;
    this.#ensureCurrent = async ({ formula }) =>
      ensureCurrent?.(new Set(operands(formula).map(({ cube }) => cube)));
    this.#byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    this.#fromEvents = indicators.map(describeIndicator);
  }

  async indicators(): Promise<readonly IndicatorMetadata[]> {
    return [...this.#fromEvents, ...(await describeSeries(this.#pool))];
  }

  async indicator(code: string): Promise<IndicatorMetadata | undefined> {
    const own = this.#fromEvents.find((metadata) => metadata.code === code);
    return own ?? (await describeSeries(this.#pool)).find((metadata) => metadata.code === code);
  }

  async values(code: string, id: string): Promise<readonly ExistingValue[]> {
    const indicator = this.#byCode.get(code);
    const codes = indicator
      ? await this.#indicatorValues(indicator, id)
      : await seriesValues(this.#pool, code, id);
    const labels = await labelsOf(this.#pool, id, codes);
    return codes.map((value, index) => ({ code: value, label: labels[index] ?? { fa: value, en: value } }));
  }

  #indicatorValues(indicator: Indicator, id: string): Promise<readonly string[]> {
    checkDimension({ code: indicator.code, dimensions: dimensionsOf(indicator) }, id);
    return this.#whenCurrent(indicator, async (read) => {
      checkCurrent(indicator, await this.#readSnapshot(read));
      return indicatorValues(read, indicator, id);
    });
  }

  async label(id: string, code: string): Promise<Text> {
    const [label] = await labelsOf(this.#pool, id, [code]);
    return label ?? { fa: code, en: code };
  }

  async observations(query: ObservationQuery): Promise<ObservationSet> {
    const indicator = this.#byCode.get(query.indicator);
    if (indicator) {
      if (!this.#checked.has(indicator.code)) await checkBuilt(this.#pool, indicator);
      this.#checked.add(indicator.code);
      const context = { readSnapshot: this.#readSnapshot, today: this.#today() };
      return this.#whenCurrent(indicator, (read) => observeIndicator(indicator, query, { ...context, read }));
    }
    const all = await this.indicators();
    const series = all.find(({ code }) => code === query.indicator);
    if (!series) throw unknownIndicator(query.indicator, all);
    return observeSeries(this.#pool, series, query, this.#today());
  }

  /** More events may be recorded between `ensureCurrent` and the snapshot: then both are repeated. */
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

  figures(page: PageRequest, search?: string): Promise<Page<ClaimRow>> {
    return listFigures(this.#pool, page, search);
  }

  inconsistencies(page: PageRequest): Promise<Page<InconsistencyRow>> {
    return listInconsistencies(this.#pool, page);
  }

  comparisons(page: PageRequest): Promise<Page<ComparisonRow>> {
    return listComparisons(this.#pool, page);
  }

  claimGaps(page: PageRequest, filter: ClaimGapFilter = {}): Promise<Page<ClaimGapRow>> {
    return listGaps(this.#pool, page, filter, (query) => this.observations(query));
  }

  releases(page: PageRequest): Promise<Page<ReleaseRow>> {
    return listReleases(this.#pool, page);
  }

  status(): Promise<ModelStatus> {
    return readModelStatus(this.#pool);
  }

  close(): void {
    this.#pool.close();
  }
}

/** Opens the planner on a read model. Close it before the database. */
export const openPlanner = async (options: PlannerOptions): Promise<Planner & { close(): void }> =>
  new ModelPlanner(await openPool(options.database, options.connections), options);
