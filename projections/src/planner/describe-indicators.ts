import { factTable } from "@karnameh/schema/columns";
import { contracts } from "@karnameh/schema/contracts";
import { dimension } from "../engine/dimensions.ts";
import { FOREVER } from "../engine/fact-sql.ts";
import { dimensionsOf, factsOf, type Indicator, operands } from "../engine/indicator.ts";
import type { IndicatorMetadata } from "./indicator-metadata.ts";
import { SERIES_COLUMNS } from "./observe-series.ts";
import type { Pool } from "./pool.ts";
import { seriesTitle, seriesTitles } from "./series-titles.ts";

const typeOfTable = new Map(
  contracts.flatMap((contract) => {
    const { table, children } = factTable(contract);
    return [table, ...children.map((child) => child.table)].map((name) => [name, contract.type] as const);
  }),
);

const dimensionCards = (ids: readonly string[]): IndicatorMetadata["dimensions"] =>
  ids.map((id) => ({ id, title: dimension(id).title, codelist: dimension(id).codelist ?? null }));

/** The card of an indicator derived from events. */
export const describeIndicator = (indicator: Indicator): IndicatorMetadata => ({
  code: indicator.code,
  kind: "EVENTS",
  theme: indicator.theme,
  title: indicator.title,
  meaning: indicator.meaning,
  notCounted: indicator.notCounted,
  unit: indicator.unit,
  decimals: indicator.decimals,
  definedBy: indicator.definedBy,
  codes: indicator.codes,
  window: indicator.window ?? null,
  dimensions: dimensionCards(dimensionsOf(indicator)),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
  events: [...new Set(factsOf(indicator).flatMap((table) => typeOfTable.get(table) ?? []))],
  methodology: [...new Set(operands(indicator.formula).map(({ cube }) => cube.sql))],
});

const seriesCard = (
  code: string,
  frequencies: IndicatorMetadata["frequencies"],
  isSimulated = false,
): IndicatorMetadata => {
  const { title, unit } = seriesTitle(code);
  return {
    code,
    kind: "SERIES",
    theme: "official",
    title,
    meaning: {
      fa: "سری رسمی، همان‌گونه که ناشر آن منتشر کرده است. هر نسخه از روز انتشار ناشر دانسته به شمار می‌رود.",
      en: "An official series as its provider published it. Each dataset counts as known from the day of its publication.",
    },
    notCounted: {
      fa: "آنچه ناشر منتشر نکرده است. نبودِ داده صفر نیست.",
      en: "What the provider did not publish. No data is not zero.",
    },
    unit,
    decimals: unit === "PERSONS" ? 0 : 2,
    definedBy: { fa: "ناشر سری", en: "The provider of the series" },
    codes: code.includes("_") ? { ilo: code } : {},
    window: null,
    dimensions: dimensionCards(Object.keys(SERIES_COLUMNS)),
    calendars: ["GREGORIAN"],
    frequencies,
    events: ["DatasetImported", "ObservationImported"],
    methodology: [],
    isSimulated,
  };
};

const FREQUENCY = { A: "YEAR", Q: "QUARTER", M: "MONTH" } as const;

/** The cards of the official series: those imported, and those known by name. */
export const describeSeries = async (pool: Pool): Promise<IndicatorMetadata[]> => {
  const rows = await pool.all(
    `select series, string_agg(distinct frequency, ',' order by frequency) as frequencies,
       bool_and(is_synthetic) filter (where superseded_position = ${FOREVER}) as is_simulated
     from fact.observation_imported group by series order by series`,
  );
  const found = rows.map((row) =>
    seriesCard(
      String(row.series),
      String(row.frequencies)
        .split(",")
        .flatMap((letter) => FREQUENCY[letter as keyof typeof FREQUENCY] ?? []),
      row.is_simulated === true,
    ),
  );
  const named = seriesTitles
    .filter(({ code }) => !found.some((card) => card.code === code))
    .map(({ code }) => seriesCard(code, ["YEAR"]));
  return [...found, ...named];
};
