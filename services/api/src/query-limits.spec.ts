import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { plannerOf, startApi } from "./testing/test-api.ts";

const limits = { depth: 4, aliases: 2, fields: 8, observationQueries: 2, tokens: 120, requestBytes: 4_000 };
const open = () => {
  const planner = plannerOf({});
  return { planner, ...startApi(planner, { limits }) };
};
const errorOf = async (query: string) => (await open().query(query)).errors[0];

describe("a query", () => {
  it("is rejected if it is too deep, also through fragments", async () => {
    const deep = {
      extensions: { code: "QUERY_TOO_DEEP", requested: 5, limit: 4, hint: "Nest fewer fields." },
    };
    expect(await errorOf("{ indicators { nodes { dimensions { values { code } } } } }")).toMatchObject(deep);
    const fragment =
      "{ indicators { nodes { ...d } } } fragment d on Indicator { dimensions { values { code } } }";
    expect(await errorOf(fragment)).toMatchObject({
      message: "The query has 5 levels: 1 more than the 4 allowed.",
      ...deep,
    });
  });

  it("is rejected if it has too many aliases", async () => {
    expect(await errorOf("{ a: system { head } b: system { head } c: system { head } }")).toMatchObject({
      message: "The query has 3 aliases: 1 more than the 2 allowed.",
      extensions: {
        code: "TOO_MANY_ALIASES",
        requested: 3,
        limit: 2,
        hint: "Send the aliased fields in several requests.",
      },
    });
  });

  it("is rejected if it asks for observations too often, however it is written", async () => {
    const { planner, query } = open();
    const one = `observations(indicator: "trainees") { total }`;
    const { errors } = await query(`{ ...q a: ${one} b: ${one} } fragment q on Query { ${one} }`);
    expect(errors[0]).toMatchObject({
      extensions: { code: "TOO_MANY_OBSERVATION_QUERIES", requested: 3, limit: 2 },
    });
    expect(planner.queries).toEqual([]);
  });

  it("is rejected if nested fragments expand to too many fields", async () => {
    const fragments = `fragment a on System { ...b ...b ...b } fragment b on System { ...c ...c ...c } fragment c on System { head }`;
    expect(await errorOf(`{ system { ...a } } ${fragments}`)).toMatchObject({
      extensions: { code: "TOO_MANY_FIELDS", requested: 10 },
    });
  });

  it("is rejected if a fragment contains itself", async () => {
    expect((await errorOf("{ system { ...a } } fragment a on System { head ...a }"))?.message).toContain(
      "within itself",
    );
  });

  it("is rejected if it is too long, and the message states by how much", async () => {
    expect(await errorOf(`{ system { ${"head ".repeat(200)} } }`)).toMatchObject({
      message: "The query has 205 tokens: 85 more than the 120 allowed.",
      extensions: { code: "QUERY_TOO_LARGE", requested: 205, limit: 120 },
    });
    expect((await open().query(`{ system { head } } #${"x".repeat(5_000)}`)).status).toBe(413);
  });

  it("may request the schema", async () => {
    const { errors } = await startApi().query(getIntrospectionQuery());
    expect(errors).toEqual([]);
  });
});

describe("the limits", () => {
  it("are published with the values in force", async () => {
    const { data } = await open().query("{ system { limits { name value } } }");
    const published = (data as { system: { limits: { name: string; value: number }[] } }).system.limits;
    expect(Object.fromEntries(published.map(({ name, value }) => [name, value]))).toEqual({
      ...limits,
      observations: 20_000,
      filterValues: 500,
      pageSize: 200,
    });
  });
});
