import { specialCodes } from "@karnameh/schema/codelist";
import { codelist } from "@karnameh/schema/codelists";
import type { Database } from "../engine/database.ts";
import { dimension } from "../engine/dimensions.ts";
import { dimensionsOf, type Indicator, operands } from "../engine/indicator.ts";
import { bookedDimensions, cubeHash } from "../engine/model.ts";
import { answerEvents } from "./answer.ts";
import { eventCard, listedLabel, seriesCards } from "./cards.ts";
import type { ExistingValue, IndicatorCard, ModelStatus } from "./catalogue.ts";
import { listFigures, listInconsistencies, listReleases } from "./claims.ts";
import { literal, openPool, type Pool } from "./pool.ts";
import type { Planner } from "./port.ts";
import { type ObservationSet, type Question, QuestionError } from "./question.ts";
import { checkCuts, checkDay, chooseTime, periodBounds } from "./resolve.ts";
import { answerSeries, SERIES_COLUMNS } from "./series.ts";
import { vintageOf } from "./vintage.ts";

export type PlannerOptions = {
  readonly database: Database;
  readonly indicators: readonly Indicator[];
  /** Today in Tehran, `YYYY-MM-DD`: only bounds a question without a period to a ledger without data. */
  readonly today: () => string;
  readonly connections?: number;
};

const unknownIndicator = (code: string, cards: readonly IndicatorCard[]): QuestionError =>
  new QuestionError(
    "UNKNOWN_INDICATOR",
    `There is no indicator '${code.slice(0, 64)}'.`,
    `There are ${cards.length}, among them ${cards
      .slice(0, 3)
      .map((card) => card.code)
      .join(", ")}; indicators lists them all.`,
  );

const seriesSet = async (
  pool: Pool,
  card: IndicatorCard,
  question: Question,
  today: string,
): Promise<ObservationSet> => {
  const ask = { ...card, dimensions: card.dimensions.map(({ id }) => id) };
  const cuts = checkCuts(ask, question);
  const time = chooseTime(ask, question);
  const asOf = checkDay(question.asOf);
  const { first, last } = periodBounds(question, time.calendar, time.frequency);
  const answer = await answerSeries(
    pool,
    { code: card.code, ...cuts, frequency: time.frequency, first, last, asOf },
    today,
  );
  const { position } = await vintageOf(pool, undefined);
  const { observations, vintageOn } = answer;
  return {
    question: {
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
  throw new QuestionError(
    "REBUILDING",
    `'${indicator.code}' is being recomputed after a change of its definition.`,
    "Ask again in a few minutes; system tells how far it is.",
  );
};

const existingValues = async (pool: Pool, indicator: Indicator, id: string): Promise<readonly string[]> => {
  // Ages of a stock are computed when asked, so any of the list may be met.
  const isComputed = operands(indicator.formula).some(
    ({ cube }) => !bookedDimensions(cube).some((booked) => booked === id),
  );
  if (isComputed) return codelist(dimension(id).codelist ?? "")?.codes.map(({ code }) => code) ?? [];
  const found = await Promise.all(
    [...new Set(operands(indicator.formula).map(({ cube }) => cube.name))].map((name) =>
      pool.all(`select distinct "${id}"::varchar as code from balance.${name} order by 1`),
    ),
  );
  return [...new Set(found.flat().map((row) => String(row.code)))].sort();
};

const statusOf = async (pool: Pool): Promise<ModelStatus> => {
  const [about] = await pool.all(
    `select hash, (select position::varchar from model.checkpoint) as position,
      (select max(known_on) from model.known_day) as known_on from model.about`,
  );
  const setAside = await pool.all(
    "select type, split_part(reason, ':', 1) as reason, count(*) as n from model.set_aside group by all order by n desc, type limit 100",
  );
  const position = String(about?.position ?? "0");
  return {
    position,
    knownOn: typeof about?.known_on === "string" ? about.known_on : null,
    hash: String(about?.hash ?? ""),
    events: Number(position),
    setAside: setAside.map((row) => ({
      reason: String(row.reason),
      type: String(row.type),
      count: Number(row.n),
    })),
  };
};

const organisationLabel = async (pool: Pool, code: string) => {
  const [row] = await pool.all(
    `select arg_max(name_fa, position) as fa, arg_max(name_en, position) as en from fact.establishment_registered
     where organisation_id = ${literal(code)} and superseded_at = 9223372036854775807`,
  );
  const fa = typeof row?.fa === "string" ? row.fa : code;
  return { fa, en: typeof row?.en === "string" ? row.en : fa };
};

/** Opens the planner on a read model. Close it before the database. */
export const openPlanner = async (options: PlannerOptions): Promise<Planner & { close(): void }> => {
  const pool = await openPool(options.database, options.connections);
  const byCode = new Map(options.indicators.map((indicator) => [indicator.code, indicator]));
  const eventCards = options.indicators.map(eventCard);
  const built = new Set<string>();
  const cards = async () => [...eventCards, ...(await seriesCards(pool))];

  const label = async (id: string, code: string) => {
    const listed = listedLabel(id, code) ?? specialCodes.find((entry) => entry.code === code)?.title;
    if (listed) return listed;
    if (id === "organisation") return organisationLabel(pool, code);
    const country =
      id === "country" ? codelist("CL_COUNTRY")?.codes.find((entry) => entry.code === code) : undefined;
    return country?.title ?? { fa: code, en: code };
  };

  const values = async (code: string, id: string): Promise<readonly ExistingValue[]> => {
    const indicator = byCode.get(code);
    const found = indicator
      ? await existingValues(
          pool,
          indicator,
          (checkCuts(
            { ...eventCard(indicator), dimensions: dimensionsOf(indicator) },
            { indicator: code, by: [id] },
          ),
          dimension(id).id),
        )
      : await seriesValues(code, id);
    return Promise.all(found.map(async (value) => ({ code: value, label: await label(id, value) })));
  };

  const seriesValues = async (code: string, id: string): Promise<readonly string[]> => {
    const column = SERIES_COLUMNS[id as keyof typeof SERIES_COLUMNS];
    if (column === undefined)
      throw new QuestionError(
        "UNKNOWN_DIMENSION",
        `'${code}' has no dimension '${id}'.`,
        `Its dimensions are: ${Object.keys(SERIES_COLUMNS).join(", ")}.`,
      );
    const rows = await pool.all(
      `select distinct coalesce(${column}, '_T') as code from fact.observation_imported where series = ${literal(code)} order by 1`,
    );
    return rows.map((row) => String(row.code));
  };

  return {
    indicators: cards,
    indicator: async (code) =>
      eventCards.find((card) => card.code === code) ??
      (await seriesCards(pool)).find((card) => card.code === code),
    values,
    label,
    async observations(question) {
      const indicator = byCode.get(question.indicator);
      if (indicator) {
        if (!built.has(indicator.code)) await checkBuilt(pool, indicator);
        built.add(indicator.code);
        return answerEvents(pool, indicator, question, options.today());
      }
      const all = await cards();
      const card = all.find((entry) => entry.code === question.indicator);
      if (!card) throw unknownIndicator(question.indicator, all);
      return seriesSet(pool, card, question, options.today());
    },
    figures: (slice, search) => listFigures(pool, slice, search),
    inconsistencies: (slice) => listInconsistencies(pool, slice),
    releases: (slice) => listReleases(pool, slice),
    status: () => statusOf(pool),
    close: () => pool.close(),
  };
};
