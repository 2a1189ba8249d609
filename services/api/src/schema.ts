import { lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./builder.ts";
import "./claim-gap.ts";
import "./codelist.ts";
import "./comparison.ts";
import "./inconsistency.ts";
import "./indicator.ts";
import "./observation-set.ts";
import "./release.ts";
import "./system.ts";

export const apiSchema = builder.toSchema({ sortSchema: false });

/** The schema as `services/api/schema.graphql` keeps it, so that a change of the API is seen in review. */
export const printApiSchema = (): string => `${printSchema(lexicographicSortSchema(apiSchema))}\n`;
