import type { Lang } from "@karnameh/schema/text";
import type { Reading } from "./reading.ts";

/** The address of a query, opened in GraphiQL. */
export const queryLink = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;

/** The question that an indicator's card answers, for the periods that it shows. Names are codes, never free text. */
export const indicatorQuery = ({ asked, shown }: Reading, lang: Lang): string => {
  const [first, last] = [shown.at(0)?.period.code, shown.at(-1)?.period.code];
  const period =
    first === undefined || last === undefined ? "" : `, period: { from: "${first}", to: "${last}" }`;
  return `{
  observations(indicator: "${asked.indicator}", frequency: ${asked.frequency}, calendar: ${asked.calendar}${period}) {
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

/** The list of everything that can be asked, official series included. */
export const catalogueQuery = (lang: Lang): string => `{
  indicators(first: 200) {
    totalCount
    nodes { code kind title { ${lang} } unit { label { ${lang} } } }
  }
}`;

/** Every stated figure that does not agree with those it should be made of. */
export const claimsQuery = (lang: Lang): string => `{
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
