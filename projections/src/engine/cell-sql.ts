import type { Cube } from "./cube.ts";
import { amountColumns, dimensionType, keyColumns, postedDimensions } from "./model.ts";

/** Names as SQL lists them. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** The columns of a cell from a row `m` of a rule: its keys, each amount, and its cell key where it counts protected units. */
export const cellColumns = (cube: Cube): string =>
  [
    ...cube.hidden.map((name) => `m."${name}"${name === "period_mask" ? "::utinyint" : ""} as "${name}"`),
    ...postedDimensions(cube).map((id) => {
      const type = dimensionType(id);
      return `coalesce(m."${id}"::${type}, '_U'::${type}) as "${id}"`;
    }),
    ...Object.entries(cube.measures).flatMap(([name, measure]) => [
      `m."${name}"`,
      ...(measure.isProtected ? [`m."${name}" * m.unit_key as "${name}_key"`] : []),
    ]),
  ].join(", ");

/** The columns of a cell `k`, its amounts added or reversed. */
export const signedColumns = (cube: Cube, sign: "+" | "-"): string =>
  [
    ...keyColumns(cube).map((name) => `k."${name}"`),
    ...amountColumns(cube).map(({ name }) => `${sign}k."${name}" as "${name}"`),
  ].join(", ");

/** The sum of each amount. */
export const sums = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name, type }) => `sum("${name}")::${type} as "${name}"`)
    .join(", ");

/** The condition that a cell has anything but zeros. */
export const hasAmount = (cube: Cube): string =>
  amountColumns(cube)
    .map(({ name }) => `"${name}" <> 0`)
    .join(" or ");
