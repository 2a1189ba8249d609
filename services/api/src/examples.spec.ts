import { expect, it } from "vitest";
import { openApi } from "./ask.ts";
import { examples } from "./examples.ts";
import { graphiqlOptions } from "./graphiql.ts";
import { row, twinPlanner } from "./twin-planner.ts";

it.each(examples)("$id is answered", async ({ query }) => {
  const planner = twinPlanner([row({ coordinates: [{ dimension: "organisation", code: "saipa" }] })]);
  const { errors, data } = await openApi(planner).ask(query);
  expect(errors).toEqual([]);
  expect(data).not.toBeNull();
});

it.each(examples)("$id has a title short enough for all tabs to be seen on a narrow screen", ({ query }) => {
  // At 1,280 pixels a title of nine letters takes 115 and GraphiQL leaves all tabs some 1,100.
  expect(/^query (\w+)/.exec(query)?.[1]).toMatch(/^\w{1,9}$/);
});

it("shows the sum that does not add up with its gap", async () => {
  const query = examples.find(({ id }) => id === "inconsistencies")?.query ?? "";
  const { data } = await openApi().ask(query);
  expect(data).toMatchObject({
    inconsistencies: { nodes: [{ gap: 359_000, gapPercent: expect.closeTo(12.548, 3) }] },
  });
});

it("opens in the browser with every example, and loads nothing from elsewhere", async () => {
  const { fetch } = openApi();
  const response = await fetch(new Request("http://localhost/graphql", { headers: { accept: "text/html" } }));
  const html = await response.text();
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(html).toContain("Reported figures that contradict each other");
  expect(graphiqlOptions.defaultTabs).toHaveLength(examples.length);
  expect(html).not.toMatch(
    /(src|href)="?(https?:)?\/\/|url\(["']?https?:|@import\s+["']|unpkg|jsdelivr|cdnjs/,
  );
});

it("is not shown in the browser where it is switched off", async () => {
  const { fetch } = openApi(twinPlanner(), { graphiql: false });
  const response = await fetch(new Request("http://localhost/graphql", { headers: { accept: "text/html" } }));
  expect((await response.text()).length).toBeLessThan(1_000);
});
