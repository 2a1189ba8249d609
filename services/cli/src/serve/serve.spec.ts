import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRecorded } from "../recording-cli.ts";
import { addressOf, type Child, startChild, untilReady } from "../serving-child.ts";

const folder = mkdtempSync(join(tmpdir(), "karnameh-serve-"));
const data = join(folder, "data");
const events = join(folder, "events.ndjson");
const run = (...args: string[]) => runRecorded([...args, "--data", data]);

let child: Child;
let url: string;

beforeAll(async () => {
  child = startChild(["serve", "--port", "0", "--data", data]);
  url = await addressOf(data, child);
  await untilReady(url);
}, 240_000);

afterAll(async () => {
  child.process.kill("SIGKILL");
  await child.exited;
  rmSync(folder, { recursive: true, force: true });
});

describe("a running server", () => {
  it("tells its health, its pages and its questions", async () => {
    const told = await Promise.all(
      ["health/live", "health/ready", "", "en", "nowhere"].map((path) => fetch(new URL(path, url))),
    );
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404]);
    expect(await told[1]?.json()).toMatchObject({ status: "ready", state: "LIVE" });
    const page = await fetch(new URL("graphql", url), { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  it("prints its address and three things to try, one of which is a question that can be asked as it stands", async () => {
    while (!child.output().includes("Press Ctrl-C to stop.")) await sleep(20);
    expect(child.output()).toContain(`Karnameh is ready at ${url} `);
    const question = /query --data \S+ '(.+)'/.exec(child.output())?.[1] ?? "";
    expect(await run("query", question)).toMatchObject({ exitCode: 0 });
  });

  it("sees what another process records meanwhile, and is asked by query", async () => {
    await runRecorded(["simulate", "--people", "5", "--years", "1", "--out", events, "--json"]);
    const imported = JSON.parse((await run("import", events, "--historical", "--json")).out);
    const answer = async () => JSON.parse((await run("query", "{ system { events lag } }")).out).data.system;
    while ((await answer()).lag > 0) await sleep(50);
    expect(await answer()).toEqual({ events: imported.recorded, lag: 0 });
  });

  it("switches to a read model that was rebuilt meanwhile", async () => {
    const rebuilt = await run("rebuild", "--json");
    expect(JSON.parse(rebuilt.out)).toMatchObject({ serving: url });
    expect(await run("query", "{ system { state } }")).toMatchObject({ exitCode: 0 });
  });

  it("is not disturbed by verify, which skips the ledger with a message", async () => {
    const { exitCode, out } = await run("verify");
    expect(exitCode).toBe(1);
    expect(out).toContain("The log is intact");
    expect(out).toContain("a server is using it");
  });

  it("is the only one over its folder", async () => {
    const { exitCode, err } = await run("serve", "--port", "0");
    expect(exitCode).toBe(3);
    expect(err).toContain(`Karnameh is already serving ${data} at ${url} `);
  });

  it("ends with 0 on Ctrl-C, also where the stop arrives twice, and removes its address file", async () => {
    child.process.kill("SIGINT");
    child.process.kill("SIGTERM");
    expect({ exitCode: await child.exited, said: child.output() }).toMatchObject({ exitCode: 0 });
    expect(child.output()).toContain("Stopping");
    expect(existsSync(join(data, "serve.json"))).toBe(false);
  });
});

describe("a port", () => {
  it("that is taken is one sentence and 3", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const { exitCode, err } = await runRecorded(["serve", "--data", join(folder, "other")], {
      env: { port: String(port) },
    });
    other.close();
    expect(exitCode).toBe(3);
    expect(err).toBe(
      `Cannot listen on 127.0.0.1, port ${port}: another program uses it. Choose another one with --host, --port or PORT.\n`,
    );
  });
});
