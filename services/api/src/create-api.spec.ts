import { describe, expect, it } from "vitest";
import { openApi } from "./ask.ts";
import { twinPlanner } from "./twin-planner.ts";

describe("what is asked wrongly", () => {
  it("is refused where an argument or a field is unknown, with the name that was meant", async () => {
    const planner = twinPlanner();
    const { ask } = openApi(planner);
    const argument = await ask(`{ observations(indicator: "trainees", asof: "2023-08-23") { total } }`);
    expect(argument.errors[0]?.message).toBe(
      'Unknown argument "asof" on field "Query.observations". Did you mean "asOf"?',
    );
    const field = await ask("{ system { heads } }");
    expect(field.errors[0]?.message).toContain('Did you mean "head"');
    expect(planner.asked).toEqual([]);
  });

  it("is refused with a code and a hint where the planner refuses it", async () => {
    const { ask, logged } = openApi();
    const { status, errors } = await ask(`{ observations(indicator: "trainee") { total } }`);
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

  it("is refused where a day is none, or one of the Jalali calendar", async () => {
    const { ask } = openApi();
    const query = 'query ($asOf: Day) { observations(indicator: "trainees", asOf: $asOf) { total } }';
    const none = await ask(query, { asOf: "2023-02-30" });
    expect(none.errors[0]).toMatchObject({ extensions: { code: "BAD_DAY" } });
    const jalali = await ask(query, { asOf: "1402-05-12" });
    expect(jalali.errors[0]).toMatchObject({
      extensions: { code: "BAD_DAY", hint: "Write the same day in the Gregorian calendar: 2023-08-03." },
    });
    const inline = await ask(`{ observations(indicator: "trainees", asOf: "1402-05-12") { total } }`);
    expect(inline.errors[0]).toMatchObject({ extensions: { code: "BAD_DAY" } });
  });
});

describe("what is no question", () => {
  it("is refused by 400, and not a word of it is repeated", async () => {
    const { fetch } = openApi();
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

describe("what is unexpected", () => {
  it("stays masked, and is logged under the id that the caller is given", async () => {
    const broken = twinPlanner([], { status: () => Promise.reject(new Error("secret path /data/ledger")) });
    const { post, logged } = openApi(broken);
    const response = await post({ query: "{ system { head } }" });
    const body = await response.text();
    expect(body).not.toContain("secret");
    const requestId = response.headers.get("x-request-id");
    expect(JSON.parse(body).errors).toEqual([
      expect.objectContaining({ message: "Unexpected error", extensions: { code: "UNEXPECTED", requestId } }),
    ]);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.facts).toMatchObject({ requestId, error: new Error("secret path /data/ledger") });
  });
});

describe("the service", () => {
  it("answers by GET as by POST, to any origin, and lets nobody keep what is live", async () => {
    const { fetch } = openApi();
    const url = `http://localhost/graphql?query=${encodeURIComponent("{ system { head lag state } }")}`;
    const response = await fetch(new Request(url, { headers: { origin: "https://example.org" } }));
    expect(await response.json()).toEqual({ data: { system: { head: "44", lag: 2, state: "LIVE" } } });
    expect(response.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is asked of the planner of the moment", async () => {
    const planners = [twinPlanner(), twinPlanner()] as const;
    let current = planners[0];
    const { ask } = openApi(current, { planner: () => current });
    await ask(`{ observations(indicator: "trainees") { total } }`);
    current = planners[1];
    await ask(`{ observations(indicator: "trainees") { total } }`);
    expect(planners.map(({ asked }) => asked.length)).toEqual([1, 1]);
  });

  it("is nothing elsewhere", async () => {
    expect((await openApi().fetch(new Request("http://localhost/elsewhere"))).status).toBe(404);
  });
});
