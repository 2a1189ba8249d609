import { describe, expect, it } from "vitest";
import { openApi } from "./ask.ts";

type Figures = {
  figures: {
    nodes: { id: string }[];
    edges: { cursor: string; node: { id: string } }[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

const QUERY = `query ($first: Int, $after: String) {
  figures(first: $first, after: $after) { nodes { id } edges { cursor node { id } } totalCount pageInfo { hasNextPage endCursor } }
}`;

const pageOf = async (first: number, after?: string | null): Promise<Figures["figures"]> =>
  ((await openApi().ask(QUERY, { first, after })).data as Figures).figures;

describe("a list", () => {
  it.each([1, 2, 3, 50])("gives each item once, in pages of %i", async (first) => {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Figures["figures"] = await pageOf(first, after);
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(ids).toEqual(["RF-01", "RF-02", "RF-03"]);
  });

  it("goes on behind the item whose cursor is given", async () => {
    const { edges } = await pageOf(3);
    expect((await pageOf(3, edges[0]?.cursor)).nodes).toEqual([{ id: "RF-02" }, { id: "RF-03" }]);
  });

  it("tells its length where nothing of it is asked for", async () => {
    expect(await pageOf(0)).toEqual({
      nodes: [],
      edges: [],
      totalCount: 3,
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });

  it("refuses a page that is too large, and says how to go on", async () => {
    const { errors } = await openApi().ask(QUERY, { first: 201 });
    expect(errors[0]).toMatchObject({
      message: "A page of 201 is 1 too many.",
      extensions: {
        code: "TOO_LARGE",
        asked: 201,
        limit: 200,
        hint: "Ask for at most 200 and go on with after: endCursor.",
      },
    });
  });

  it("refuses a cursor of another list", async () => {
    const { data } = await openApi().ask("{ indicators(first: 1) { pageInfo { endCursor } } }");
    const { endCursor } = (data as { indicators: { pageInfo: { endCursor: string } } }).indicators.pageInfo;
    for (const after of [endCursor, "", "nonsense"]) {
      const { errors } = await openApi().ask(QUERY, { after });
      expect(errors[0]).toMatchObject({ extensions: { code: "BAD_CURSOR" } });
    }
  });
});

describe("the list of indicators", () => {
  const codes = async (given: string) => {
    const { data } = await openApi().ask(`{ indicators(${given}) { nodes { code } } }`);
    return (data as { indicators: { nodes: { code: string }[] } }).indicators.nodes.map(({ code }) => code);
  };

  it("is cut by theme", async () => {
    expect(await codes('theme: "placement"')).toEqual(["placement_rate_6m", "replacement_rate"]);
  });

  it("is searched in both languages, whichever yeh, kaf and digits are typed", async () => {
    expect(await codes('search: "TRAINEES"')).toEqual(["trainees"]);
    expect(await codes('search: "کارآموزان"')).toEqual(["trainees"]);
    expect(await codes('search: "rate placement"')).toEqual(["placement_rate_6m"]);
    expect(await codes('search: "nothing of the kind"')).toEqual([]);
  });
});
