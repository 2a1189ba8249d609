import { fakePlanner } from "@karnameh/projections/testing/fake-planner";
import { describe, expect, it } from "vitest";
import { plannerOf, startApi } from "./testing/test-api.ts";

describe("an invalid query", () => {
  it("is rejected if an argument or a field is unknown, and the response suggests the right name", async () => {
    const planner = plannerOf({});
    const { query } = startApi(planner);
    const argument = await query(`{ observations(indicator: "trainees", asof: "2023-08-23") { total } }`);
    expect(argument.errors[0]?.message).toBe(
      'Unknown argument "asof" on field "Query.observations". Did you mean "asOf"?',
    );
    const field = await query("{ system { heads } }");
    expect(field.errors[0]?.message).toContain('Did you mean "head"');
    expect(planner.queries).toEqual([]);
  });

  it("gets a code and a hint if the planner rejects it", async () => {
    const { query, logged } = startApi();
    const { status, errors } = await query(`{ observations(indicator: "trainee") { total } }`);
    expect(status).toBe(200);
    expect(errors).toEqual([
      expect.objectContaining({
        message: "'trainee' is not an indicator.",
        path: ["observations"],
        extensions: { code: "UNKNOWN_INDICATOR", hint: "indicators lists them all." },
      }),
    ]);
    expect(logged).toEqual([]);
  });

  it("is rejected if a day does not exist or is written in the Jalali calendar", async () => {
    const { query } = startApi();
    const text = 'query ($asOf: Day) { observations(indicator: "trainees", asOf: $asOf) { total } }';
    const invalid = await query(text, { asOf: "2023-02-30" });
    expect(invalid.errors[0]).toMatchObject({ extensions: { code: "BAD_DAY" } });
    const jalali = await query(text, { asOf: "1402-05-12" });
    expect(jalali.errors[0]).toMatchObject({
      extensions: { code: "BAD_DAY", hint: "Use the Gregorian date of the same day: 2023-08-03." },
    });
    const inline = await query(`{ observations(indicator: "trainees", asOf: "1402-05-12") { total } }`);
    expect(inline.errors[0]).toMatchObject({ extensions: { code: "BAD_DAY" } });
  });
});

describe("a request that is not GraphQL", () => {
  it("gets status 400, and the response does not repeat its body", async () => {
    const { fetch } = startApi();
    const headers = { "content-type": "application/json" };
    const response = await fetch(
      new Request("http://localhost/graphql", { method: "POST", headers, body: "{0012345679" }),
    );
    const body = await response.text();
    expect(response.status).toBe(400);
    expect(JSON.parse(body).errors[0]).toMatchObject({ extensions: { code: "BAD_REQUEST" } });
    expect(body).not.toContain("0012345679");
  });
});

describe("an unexpected error", () => {
  it("is masked, and is logged under the request id that the client gets", async () => {
    const broken = fakePlanner({}, { status: () => Promise.reject(new Error("secret path /data/ledger")) });
    const { post, logged } = startApi(broken);
    const response = await post({ query: "{ system { head } }" });
    const body = await response.text();
    expect(body).not.toContain("secret");
    const requestId = response.headers.get("x-request-id");
    expect(JSON.parse(body).errors).toEqual([
      expect.objectContaining({ message: "Unexpected error", extensions: { code: "UNEXPECTED", requestId } }),
    ]);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.fields).toMatchObject({ requestId, error: new Error("secret path /data/ledger") });
  });
});

describe("the API", () => {
  it("responds to GET and POST from any origin, and forbids caching", async () => {
    const { fetch } = startApi();
    const url = `http://localhost/graphql?query=${encodeURIComponent("{ system { head lag state } }")}`;
    const response = await fetch(new Request(url, { headers: { origin: "https://example.org" } }));
    expect(await response.json()).toEqual({ data: { system: { head: "44", lag: 2, state: "LIVE" } } });
    expect(response.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("takes the current planner for each request", async () => {
    const planners = [plannerOf({}), plannerOf({})] as const;
    let current = planners[0];
    const { query } = startApi(current, { planner: () => current });
    await query(`{ observations(indicator: "trainees") { total } }`);
    current = planners[1];
    await query(`{ observations(indicator: "trainees") { total } }`);
    expect(planners.map(({ queries }) => queries.length)).toEqual([1, 1]);
  });

  it("responds 404 on every other path", async () => {
    expect((await startApi().fetch(new Request("http://localhost/elsewhere"))).status).toBe(404);
  });
});
