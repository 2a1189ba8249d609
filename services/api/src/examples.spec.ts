import { expect, it } from "vitest";
import { examples } from "./examples.ts";
import { graphiqlOptions } from "./graphiql.ts";
import { plannerOf, startApi } from "./testing/test-api.ts";

it.each(examples)("$id runs without errors", async ({ query }) => {
  const planner = plannerOf({ coordinates: [{ dimension: "organisation", code: "saipa" }] });
  const { errors, data } = await startApi(planner).query(query);
  expect(errors).toEqual([]);
  expect(data).not.toBeNull();
});

it.each(examples)("$id has a short title, so that all tabs fit on a narrow screen", ({ query }) => {
  // At 1,280 pixels a title of nine letters takes 115 and GraphiQL leaves all tabs some 1,100.
  expect(/^query (\w+)/.exec(query)?.[1]).toMatch(/^\w{1,9}$/);
});

it("shows a sum that does not match its parts, with the gap", async () => {
  const query = examples.find(({ id }) => id === "inconsistencies")?.query ?? "";
  const { data } = await startApi().query(query);
  expect(data).toMatchObject({
    inconsistencies: { nodes: [{ gap: 359_000, gapPercent: expect.closeTo(12.548, 3) }] },
  });
});

it("opens in the browser with every example, and loads nothing from another origin", async () => {
  const { fetch } = startApi();
  const response = await fetch(new Request("http://localhost/graphql", { headers: { accept: "text/html" } }));
  const html = await response.text();
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(html).toContain("Reported figures that contradict each other");
  expect(graphiqlOptions.defaultTabs).toHaveLength(examples.length);
  expect(html).not.toMatch(
    /(src|href)="?(https?:)?\/\/|url\(["']?https?:|@import\s+["']|unpkg|jsdelivr|cdnjs/,
  );
});

it("serves no page if GraphiQL is switched off", async () => {
  const { fetch } = startApi(plannerOf({}), { graphiql: false });
  const response = await fetch(new Request("http://localhost/graphql", { headers: { accept: "text/html" } }));
  expect((await response.text()).length).toBeLessThan(1_000);
});
