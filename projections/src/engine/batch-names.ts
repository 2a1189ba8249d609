import type { Cube } from "./cube.ts";

/** The temporary tables of what a batch brought to a fact table, and of the positions of what it ended there. */
export type BatchTables = { readonly began: string; readonly ended: string };

/** The temporary table of the changes in a fact table while a batch is posted. */
export const changedName = (table: string): string => `changed_${table}`;

/** The temporary table of a cube's scope while a batch or a rebuild is posted. */
export const scopeName = (cube: Cube): string => `scope_${cube.name}`;

/** The temporary table of the staged facts of a fact table while a batch is posted. */
export const stagedName = (table: string): string => `staged_${table}`;
