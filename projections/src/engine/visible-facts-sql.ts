import { FOREVER } from "./fact-tables.ts";

/**
 * The condition on a fact table that a fact is visible: current, or, where a position of the log is given (a number or an SQL
 * expression), recorded by then and not yet superseded. `alias` is the table's name in the statement, where it needs one.
 */
export const isVisibleSql = (position?: bigint | string, alias?: string): string => {
  const prefix = alias === undefined ? "" : `${alias}.`;
  return position === undefined
    ? `${prefix}superseded_position = ${FOREVER}`
    : `${prefix}position <= ${position} and ${prefix}superseded_position > ${position}`;
};

/** The facts of a table that are current, or were visible at a position: a relation in brackets. */
export const factsAsOf = (table: string, position?: bigint | string): string =>
  `(from fact.${table} where ${isVisibleSql(position)})`;
