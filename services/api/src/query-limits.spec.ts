import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { openApi } from "./ask.ts";
import { twinPlanner } from "./twin-planner.ts";

const limits = { depth: 4, aliases: 2, fields: 8, questions: 2, tokens: 120, requestBytes: 4_000 };
const open = () => {
  const planner = twinPlanner();
  return { planner, ...openApi(planner, { limits }) };
};
const refused = async (query: string) => (await open().ask(query)).errors[0];

describe("a query", () => {
  it("is refused where it is too deep, through fragments too", async () => {
    const deep = {
      extensions: { code: "QUERY_TOO_DEEP", asked: 5, limit: 4, hint: "Ask for fewer fields inside fields." },
    };
    expect(await refused("{ indicators { nodes { dimensions { values { code } } } } }")).toMatchObject(deep);
    const fragment =
      "{ indicators { nodes { ...d } } } fragment d on Indicator { dimensions { values { code } } }";
    expect(await refused(fragment)).toMatchObject({
      message: "The query has 5 levels: 1 more than the 4 allowed.",
      ...deep,
    });
  });

  it("is refused where it has too many aliases", async () => {
    expect(await refused("{ a: system { head } b: system { head } c: system { head } }")).toMatchObject({
      message: "The query has 3 aliases: 1 more than the 2 allowed.",
      extensions: {
        code: "TOO_MANY_ALIASES",
        asked: 3,
        limit: 2,
        hint: "Send the aliased fields in several requests.",
      },
    });
  });

  it("is refused where it asks for observations too often, however it is written", async () => {
    const { planner, ask } = open();
    const one = `observations(indicator: "trainees") { total }`;
    const { errors } = await ask(`{ ...q a: ${one} b: ${one} } fragment q on Query { ${one} }`);
    expect(errors[0]).toMatchObject({ extensions: { code: "TOO_MANY_QUESTIONS", asked: 3, limit: 2 } });
    expect(planner.asked).toEqual([]);
  });

  it("is refused where fragments of fragments swell it", async () => {
    const fragments = `fragment a on System { ...b ...b ...b } fragment b on System { ...c ...c ...c } fragment c on System { head }`;
    expect(await refused(`{ system { ...a } } ${fragments}`)).toMatchObject({
      extensions: { code: "TOO_MANY_FIELDS", asked: 10 },
    });
  });

  it("is refused where a fragment holds itself", async () => {
    expect((await refused("{ system { ...a } } fragment a on System { head ...a }"))?.message).toContain(
      "within itself",
    );
  });

  it("is refused where it is too long, and says by how much", async () => {
    expect(await refused(`{ system { ${"head ".repeat(200)} } }`)).toMatchObject({
      message: "The query has 205 words and signs: 85 more than the 120 allowed.",
      extensions: { code: "QUERY_TOO_LARGE", asked: 205, limit: 120 },
    });
    expect((await open().ask(`{ system { head } } #${"x".repeat(5_000)}`)).status).toBe(413);
  });

  it("may ask for the schema itself", async () => {
    const { errors } = await openApi().ask(getIntrospectionQuery());
    expect(errors).toEqual([]);
  });
});

describe("the limits", () => {
  it("are published as they hold", async () => {
    const { data } = await open().ask("{ system { limits { name value } } }");
    const published = (data as { system: { limits: { name: string; value: number }[] } }).system.limits;
    expect(Object.fromEntries(published.map(({ name, value }) => [name, value]))).toEqual({
      ...limits,
      observations: 20_000,
      filterValues: 500,
      pageSize: 200,
    });
  });
});
