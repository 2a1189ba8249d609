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

/** The SDL in `services/api/schema.graphql`, so that a review shows each change of the API. */
export const printApiSchema = (): string => `${printSchema(lexicographicSortSchema(apiSchema))}\n`;
