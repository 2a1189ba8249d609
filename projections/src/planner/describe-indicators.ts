import { factTable } from "@karnameh/schema/columns";
import { contracts } from "@karnameh/schema/contracts";
import { dimension } from "../engine/dimensions.ts";
import { expandRule } from "../engine/expand-rule.ts";
import { dimensionsOf, factsOf, type Indicator, operands } from "../engine/indicator.ts";
import { isVisibleSql } from "../engine/visible-facts-sql.ts";
import type { IndicatorMetadata } from "./indicator-metadata.ts";
import type { Pool } from "./pool.ts";
import { SERIES_COLUMNS } from "./series-observations.ts";
import { seriesTitle, seriesTitles } from "./series-titles.ts";

const typeOfTable = new Map(
  contracts.flatMap((contract) => {
    const { table, children } = factTable(contract);
    return [table, ...children.map((child) => child.table)].map((name) => [name, contract.type] as const);
  }),
);

const dimensionMetadata = (ids: readonly string[]): IndicatorMetadata["dimensions"] =>
  ids.map((id) => ({ id, title: dimension(id).title, codelist: dimension(id).codelist ?? null }));

/** The metadata of an indicator derived from events. */
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
  dimensions: dimensionMetadata(dimensionsOf(indicator)),
  calendars: indicator.calendars,
  frequencies: indicator.frequencies,
  events: [...new Set(factsOf(indicator).flatMap((table) => typeOfTable.get(table) ?? []))],
  methodology: [...new Set(operands(indicator.formula).map(({ cube }) => expandRule(cube, "VERSIONS")))],
});

const seriesMetadata = (
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
      fa: "سری رسمی، همان‌گونه که ناشر آن منتشر کرده است. هر نسخه از روز انتشار آن معتبر است.",
      en: "An official series as published by its provider. Each dataset counts as known from its publication date.",
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
    dimensions: dimensionMetadata(Object.keys(SERIES_COLUMNS)),
    calendars: ["GREGORIAN"],
    frequencies,
    events: ["DatasetImported", "ObservationImported"],
    methodology: [],
    isSimulated,
  };
};

const FREQUENCY = { A: "YEAR", Q: "QUARTER", M: "MONTH" } as const;

/** The metadata of the official series: those imported, and those known by name. */
export const describeSeries = async (pool: Pool): Promise<IndicatorMetadata[]> => {
  const rows = await pool.all(
    `select series, string_agg(distinct frequency, ',' order by frequency) as frequencies,
       bool_and(is_synthetic) filter (where ${isVisibleSql()}) as is_simulated
     from fact.observation_imported group by series order by series`,
  );
  const imported = rows.map((row) =>
    seriesMetadata(
      String(row.series),
      String(row.frequencies)
        .split(",")
        .flatMap((letter) => FREQUENCY[letter as keyof typeof FREQUENCY] ?? []),
      row.is_simulated === true,
    ),
  );
  const named = seriesTitles
    .filter(({ code }) => !imported.some((series) => series.code === code))
    .map(({ code }) => seriesMetadata(code, ["YEAR"]));
  return [...imported, ...named];
};
