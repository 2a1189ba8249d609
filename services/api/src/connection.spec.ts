import type { IndicatorMetadata } from "@karnameh/projections/planner/indicator-metadata";
import { fakePlanner, fakeSeriesMetadata } from "@karnameh/projections/testing/fake-planner";
import { describe, expect, it } from "vitest";
import { startApi } from "./testing/test-api.ts";

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
  ((await startApi().query(QUERY, { first, after })).data as Figures).figures;

describe("a list", () => {
  it.each([1, 2, 3, 50])("returns each item once, in pages of %i", async (first) => {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Figures["figures"] = await pageOf(first, after);
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(ids).toEqual(["RF-36", "RF-37", "RF-38"]);
  });

  it("continues after the item whose cursor is given", async () => {
    const { edges } = await pageOf(3);
    expect((await pageOf(3, edges[0]?.cursor)).nodes).toEqual([{ id: "RF-37" }, { id: "RF-38" }]);
  });

  it("returns its length for a page of no items", async () => {
    expect(await pageOf(0)).toEqual({
      nodes: [],
      edges: [],
      totalCount: 3,
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });

  it("rejects a page that is too large, and explains how to continue", async () => {
    const { errors } = await startApi().query(QUERY, { first: 201 });
    expect(errors[0]).toMatchObject({
      message: "A page of 201 items is 1 over the limit.",
      extensions: {
        code: "TOO_LARGE",
        requested: 201,
        limit: 200,
        hint: "Request at most 200 items, then continue with `after: endCursor`.",
      },
    });
  });

  it("rejects a cursor of another list", async () => {
    const { data } = await startApi().query("{ indicators(first: 1) { pageInfo { endCursor } } }");
    const { endCursor } = (data as { indicators: { pageInfo: { endCursor: string } } }).indicators.pageInfo;
    for (const after of [endCursor, "", "nonsense"]) {
      const { errors } = await startApi().query(QUERY, { after });
      expect(errors[0]).toMatchObject({ extensions: { code: "BAD_CURSOR" } });
    }
  });
});

describe("the list of indicators", () => {
  const metadata = (code: string, theme: string, fa: string, en: string): IndicatorMetadata => ({
    ...fakeSeriesMetadata(code),
    theme,
    title: { fa, en },
    meaning: { fa: "", en: "" },
  });
  const indicators = [
    // With an Arabic kaf, as some sources write it.
    metadata("trainees", "training", "كارآموزان", "Trainees"),
    metadata("placement_rate_6m", "placement", "نرخ اشتغال", "Placement rate"),
    metadata("replacement_rate", "placement", "نرخ جایگزینی", "Replacement"),
  ];
  const codes = async (given: string) => {
    const { data } = await startApi(fakePlanner({ indicators })).query(
      `{ indicators(${given}) { nodes { code } } }`,
    );
    return (data as { indicators: { nodes: { code: string }[] } }).indicators.nodes.map(({ code }) => code);
  };

  it("can be filtered by theme", async () => {
    expect(await codes('theme: "placement"')).toEqual(["placement_rate_6m", "replacement_rate"]);
  });

  it("can be searched in both languages, with any form of yeh, kaf and digits", async () => {
    expect(await codes('search: "TRAINEES"')).toEqual(["trainees"]);
    expect(await codes('search: "کارآموزان"')).toEqual(["trainees"]);
    expect(await codes('search: "rate placement"')).toEqual(["placement_rate_6m"]);
    expect(await codes('search: "nothing of the kind"')).toEqual([]);
  });
});
