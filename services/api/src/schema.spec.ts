import { isEnumType, isInputObjectType, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { apiSchema, printApiSchema } from "./schema.ts";

const types = Object.values(apiSchema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
const own = types.filter(({ name }) => !["String", "Int", "Float", "Boolean", "ID"].includes(name));

it("matches services/api/schema.graphql, which `npm run docs` writes", async () => {
  await expect(printApiSchema()).toMatchFileSnapshot("../schema.graphql");
});

it("has a description of every type, field, argument and enum value", () => {
  const parts = own.flatMap((type): { name: string; description?: string | null | undefined }[] => {
    if (isEnumType(type)) return [type, ...type.getValues()];
    if (isInputObjectType(type)) return [type, ...Object.values(type.getFields())];
    if (!isObjectType(type)) return [type];
    const fields = Object.values(type.getFields());
    return [type, ...fields, ...fields.flatMap(({ args }) => args)];
  });
  expect(parts.length).toBeGreaterThan(100);
  expect(
    parts.filter(({ description }) => !description || !/[.?]$/.test(description)).map(({ name }) => name),
  ).toEqual([]);
});

it("has queries and no mutations", () => {
  expect(apiSchema.getMutationType()).toBeUndefined();
  expect(Object.keys(apiSchema.getQueryType()?.getFields() ?? {}).toSorted()).toEqual([
    "claimGaps",
    "codelist",
    "codelists",
    "comparisons",
    "figures",
    "inconsistencies",
    "indicator",
    "indicators",
    "observations",
    "releases",
    "system",
  ]);
});
