import type { Lang } from "@karnameh/schema/text";
import type { IndicatorSnapshot } from "./indicator-snapshot.ts";

/** The address that opens a query in GraphiQL. */
export const queryLink = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;

/** The query of an indicator card, for the periods that it shows. It contains codes only, no free text. */
export const observationsQuery = ({ query, shown }: IndicatorSnapshot, lang: Lang): string => {
  const [first, last] = [shown.at(0)?.period.code, shown.at(-1)?.period.code];
  const period =
    first === undefined || last === undefined ? "" : `, period: { from: "${first}", to: "${last}" }`;
  return `{
  observations(indicator: "${query.indicator}", frequency: ${query.frequency}, calendar: ${query.calendar}${period}) {
    vintage { asOf position }
    unit { code label { ${lang} } }
    isSynthetic
    observations {
      period { code label { ${lang} } from to }
      value
      numerator
      denominator
      sampleSize
      status
      reason
    }
  }
}`;
};

/** The query of all indicators, including official series. */
export const indicatorsQuery = (lang: Lang): string => `{
  indicators(first: 200) {
    totalCount
    nodes { code kind title { ${lang} } unit { label { ${lang} } } }
  }
}`;

/** The query of all contradictory claims. */
export const inconsistenciesQuery = (lang: Lang): string => `{
  inconsistencies(first: 200) {
    totalCount
    nodes {
      id
      kind { label { ${lang} } }
      left { subject { ${lang} } value }
      right { subject { ${lang} } value }
      expected
      gap
      gapPercent
      reason { label { ${lang} } }
      status
      remarks { status text { ${lang} } on by }
      hypotheses { rank plausibility explanation { ${lang} } }
    }
  }
}`;
