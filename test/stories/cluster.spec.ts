import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runRecorded } from "@karnameh/cli/recording-cli";
import { addressOf, type Child, startChild, untilReady } from "@karnameh/cli/serving-child";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCertificate } from "../kurrentdb-double/certificate.ts";
import { KurrentDouble } from "../kurrentdb-double/server.ts";

let folder = "";
let double: KurrentDouble;
let address = "";
let events = "";
const children: Child[] = [];

const run = (...args: string[]) => runRecorded([...args, "--data", join(folder, "data"), "--log", address]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "karnameh-cluster-"));
  double = await new KurrentDouble().start();
  address = `kurrentdb://localhost:${double.network.port}?tls=false&discoveryInterval=5`;
  events = join(folder, "events.ndjson");
  await runRecorded(["simulate", "--people", "10", "--years", "1", "--out", events, "--json"]);
  const lines = (await readFile(events, "utf8")).split("\n");
  await writeFile(events, lines.slice(0, 1_500).join("\n"));
});
afterAll(async () => {
  for (const child of children) child.process.kill("SIGKILL");
  await Promise.all(children.map(({ exited }) => exited));
  await double.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("Karnameh on a cluster", { timeout: 240_000 }, () => {
  it("imports, rebuilds, answers and verifies as it does on a file", async () => {
    const onFile = (...args: string[]) => runRecorded([...args, "--data", join(folder, "file")]);
    const question =
      '{ observations(indicator: "hires") { observations { period { label { en } } value } } system { lag } }';
    const results: unknown[] = [];
    for (const command of [run, onFile]) {
      const { recorded, duplicates } = JSON.parse(
        (await command("import", events, "--historical", "--json")).out,
      );
      expect((await command("rebuild", "--json")).exitCode).toBe(0);
      const { data } = JSON.parse((await command("query", question)).out);
      const { log } = JSON.parse((await command("verify", "--days", "0", "--json")).out);
      results.push({ recorded, duplicates, data, log });
    }
    expect(results[0]).toEqual(results[1]);
    expect(JSON.parse((await run("import", events, "--historical", "--json")).out)).toMatchObject({
      recorded: 0,
    });
  });

  it("answers on while the cluster is away, says how old its answers are, and goes on after it", async () => {
    const data = join(folder, "data");
    const child = startChild(["serve", "--port", "0", "--data", data, "--log", address]);
    children.push(child);
    const url = await addressOf(data, child);
    await untilReady(url);
    const ask = async () => {
      const body = JSON.stringify({ query: "{ system { state ageSeconds events } }" });
      const headers = { "content-type": "application/json", connection: "close" };
      const response = await fetch(new URL("graphql", url), { method: "POST", headers, body });
      const {
        data: answer,
      }: { data: { system: { state: string; ageSeconds: number | null; events: number } } } = JSON.parse(
        await response.text(),
      );
      return answer.system;
    };
    const until = async (isSo: (now: Awaited<ReturnType<typeof ask>>) => boolean) => {
      for (;;) {
        const now = await ask();
        if (isSo(now)) return now;
        await sleep(20);
      }
    };
    await until(({ state }) => state === "LIVE");
    double.network.cut();
    const waiting = await until(
      ({ state, ageSeconds }) => state === "WAITING" && ageSeconds !== null && ageSeconds > 0,
    );
    expect(waiting.events).toBeGreaterThan(0);
    expect((await fetch(new URL("health/ready", url))).status).toBe(200);
    // Who asks may find it lost before the follower does.
    while (!child.output().includes("cannot be reached")) await sleep(20);
    double.network.restore();
    expect(await until(({ state }) => state === "LIVE")).toMatchObject({ ageSeconds: null });
    while (!child.output().includes("can be reached again")) await sleep(20);
    child.process.kill("SIGINT");
    expect(await child.exited).toBe(0);
  });
});

it("copies the log of a cluster and names it by its scheme", { timeout: 240_000 }, async () => {
  const { exitCode, out } = await runRecorded(["copy-log", address, join(folder, "copied")]);
  expect([exitCode, out]).toEqual([0, expect.stringContaining("  kurrentdb://…\n")]);
});

describe("a cluster that cannot be used", { timeout: 240_000 }, () => {
  const sentence = async (log: string): Promise<string> => {
    const { exitCode, err } = await runRecorded([
      "import",
      events,
      "--data",
      join(folder, "none"),
      "--log",
      log,
    ]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).not.toContain("secret");
    return `${exitCode} ${err.trimEnd()}`;
  };

  it("is reported in one sentence with exit code 2 or 3: a wrong address, an unknown host, a closed port", async () => {
    expect(await sentence("kurrentdb//x")).toContain("2 The address of the log cannot be read");
    expect(await sentence("kurrentdb://a:secret@x?gossipTimeout=5")).toContain(
      "2 The address of the log has an unsupported option",
    );
    expect(await sentence("esdb://a:secret@nowhere.invalid?tls=false")).toContain(
      "its host name cannot be resolved",
    );
    expect(await sentence("kurrentdb://a:secret@localhost:1?tls=false")).toMatch(
      /^3 .*the connection was refused/,
    );
  });

  it("is reported the same way: TLS on one side only, an unknown authority, a wrong password, no right to write", async () => {
    const { authorityFile, ...tls } = await makeCertificate();
    const secured = await new KurrentDouble({ tls, login: "karnameh:right" }).start();
    const at = (login: string, query: string) =>
      `kurrentdb://${login}@localhost:${secured.network.port}?${query}`;
    const trusted = `tlsCAFile=${encodeURIComponent(authorityFile)}`;
    expect(await sentence(`kurrentdb://localhost:${double.network.port}`)).toContain(
      "3 The event log kurrentdb://localhost",
    );
    expect(await sentence(`kurrentdb://localhost:${double.network.port}`)).toContain("it does not use TLS");
    expect(await sentence(at("a:secret", "tls=false"))).toContain("if it requires TLS, leave out ?tls=false");
    expect(await sentence(at("a:secret", "tls=true"))).toContain("its certificate is not trusted");
    expect(await sentence(at("a:secret", trusted))).toContain("does not accept this name and password");
    secured.interfere = (moment) => (moment === "append" ? "deny" : undefined);
    expect(await sentence(at("karnameh:right", trusted))).toContain("cannot be written with this user name");
    await secured.stop();
    await rm(authorityFile);
  });

  it("may be named by the environment", async () => {
    const given = { env: { eventLog: "kurrentdb//x" } };
    const { exitCode } = await runRecorded(
      ["query", "{ system { state } }", "--data", join(folder, "none")],
      given,
    );
    expect(exitCode).toBe(2);
  });
});
