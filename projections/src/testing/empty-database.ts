import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { type Database, openDatabase } from "../engine/database.ts";
import { catalogueHash, catalogueOf, createModel } from "../engine/model.ts";

/** Neither written ahead nor synchronised: a spec's ledger goes with its test. */
const OPTIONS = { isUnderConstruction: true };

/** Writes the template under a name of its own first: two workers may write it at once. */
const writeTemplate = async (template: string): Promise<void> => {
  const file = `${template}.${randomUUID()}`;
  const database = await openDatabase(file, OPTIONS);
  const connection = await database.connect();
  await createModel(connection, catalogueOf([]), "spec");
  await connection.run("checkpoint");
  database.close();
  await rename(file, template);
};

/** A copy of a file that holds an empty read model without cubes: made once per run, as making it takes long. */
export const openEmptyDatabase = async (): Promise<Database> => {
  const template = join(inject("folderOfRun"), `empty-${catalogueHash(catalogueOf([]))}.duckdb`);
  if (!existsSync(template)) await writeTemplate(template);
  const file = `${template}.${randomUUID()}`;
  await copyFile(template, file);
  const database = await openDatabase(file, OPTIONS);
  // An open file stays readable without a name, and nothing is left to remove.
  await rm(file);
  return database;
};
