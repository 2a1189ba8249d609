/** A first and a last version of a subject as one number, so that a rule can handle it as one `version_id`. */
const VERSION_BITS = 32;

/** SQL of the span from one version to another. */
export const spanSql = (first: string, last: string): string =>
  `(${first}::bigint << ${VERSION_BITS}) + ${last}`;

/** SQL of the first version of a span. */
export const firstVersionSql = (span: string): string => `(${span} >> ${VERSION_BITS})::integer`;

/** SQL of the last version of a span. */
export const lastVersionSql = (span: string): string => `(${span} & ${2 ** VERSION_BITS - 1})::integer`;
