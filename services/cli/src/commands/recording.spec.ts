import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRecorded } from "../recording-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "karnameh-recording-"));
const data = join(folder, "data");
const events = join(folder, "events.ndjson");
const run = (...args: string[]) => runRecorded([...args, "--data", data]);
const ask = async (query: string) => JSON.parse((await run("query", query)).out);

beforeAll(async () => {
  await runRecorded(["simulate", "--people", "20", "--years", "1", "--seed", "7", "--out", events, "--json"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("from a file of events to an answer", () => {
  const lines = () => readFileSync(events, "utf8").trimEnd().split("\n").length;

  it("simulates the same bytes from the same seed", async () => {
    const { out } = await runRecorded([
      "simulate",
      "--people",
      "20",
      "--years",
      "1",
      "--seed",
      "7",
      "--out",
      "-",
    ]);
    expect(out).toBe(readFileSync(events, "utf8"));
  });

  it("imports with one object for a script and no progress", async () => {
    const { exitCode, out, err } = await run("import", events, "--historical", "--json");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ recorded: lines(), duplicates: 0, refused: 0, stopped: false });
  });

  it("counts what is already there, and shows progress by tenths", async () => {
    const { exitCode, out, err } = await run("import", events, "--historical");
    expect(exitCode).toBe(0);
    expect(out).toBe(`0 recorded, ${lines().toLocaleString("en")} already there, 0 rejected.\n`);
    expect(err).toContain("Importing: 100 %\n");
  });

  it("answers 1, names the file where lines were rejected, and says what was wrong most often", async () => {
    const refusals = join(folder, "refused.ndjson");
    const { exitCode, out } = await runRecorded(["import", "-", "--refusals", refusals, "--data", data], {
      stdin: "{}\nno\nno\n",
    });
    expect(exitCode).toBe(1);
    expect(out).toContain("3 rejected (see ");
    expect(out).toContain("\nRejected most often, 2 times, first on line 2: The line is not JSON.");
    expect(readFileSync(refusals, "utf8").trimEnd().split("\n")).toHaveLength(3);
  });

  it("imports a statistical table, and rejects a day that is none", async () => {
    const table = join(folder, "owid.csv");
    writeFileSync(table, "Entity,Code,Year,Unemployment rate\nIran,IRN,2020,9.687\n");
    const without = await run("import-series", table, "--vintage", "soon", "--series", "unemployment");
    expect(without).toMatchObject({ exitCode: 2, err: "The vintage has to be a day, such as 2026-05-31.\n" });
  });

  it("makes the read model, and leaves one", async () => {
    const { exitCode, out } = await run("rebuild", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ events: String(lines()), serving: null });
    expect(readdirSync(join(data, "read"))).toHaveLength(2);
  });

  it("answers from it where no server runs", async () => {
    expect(await ask("{ system { state lag events } }")).toEqual({
      data: { system: { state: "LIVE", lag: 0, events: lines() } },
    });
  });

  it("answers 1 to a question that meets an error", async () => {
    const { exitCode, out } = await run("query", "{ nothing }");
    expect(exitCode).toBe(1);
    expect(JSON.parse(out).errors).toHaveLength(1);
  });

  it("rebuilds a damaged read model, with a message", async () => {
    const models = readdirSync(join(data, "read")).filter((name) => name.endsWith(".duckdb"));
    for (const name of models) writeFileSync(join(data, "read", name), "no database");
    const { exitCode, out, err } = await run("query", "{ system { events } }");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).data.system.events).toBe(lines());
    expect(err).toContain("being rebuilt from the log");
  });

  it("stops an import on request, with 130", async () => {
    const signal = AbortSignal.abort();
    const { exitCode, out } = await runRecorded(["import", events, "--data", data], { signal });
    expect(exitCode).toBe(130);
    expect(out).toContain("run the command again to continue");
  });
});

describe("verify", () => {
  it("reads every event and compares the ledger", async () => {
    const { exitCode, out } = await run("verify", "--days", "0", "--json");
    expect(JSON.parse(out)).toMatchObject({ log: { damaged: [] }, ledger: { differences: [] } });
    expect(exitCode).toBe(0);
  });

  it("says that a read model is broken, with 4", async () => {
    const models = readdirSync(join(data, "read")).filter((name) => name.endsWith(".duckdb"));
    for (const name of models) truncateSync(join(data, "read", name), 100);
    const { exitCode, out } = await run("verify");
    expect(exitCode).toBe(4);
    expect(out).toContain("The log is intact");
    expect(out).toContain("The read model cannot be read");
  });

  it("names the event whose bytes were changed, with 4", async () => {
    const log = join(data, "log.sqlite");
    // Whoever closes a log that it could write leaves all of it in this one file.
    await run("import", events, "--historical");
    const bytes = readFileSync(log);
    const place = bytes.indexOf('"synthetic":true', Math.floor(statSync(log).size / 2));
    bytes.write('"synthetic":trux', place);
    writeFileSync(log, bytes);
    const { exitCode, out } = await run("verify");
    expect(exitCode).toBe(4);
    expect(out).toMatch(/^event \d+: its bytes do not match its checksum$/m);
    expect(out.trimEnd().split("\n").at(-1)).toBe("The log is damaged: restore it from a backup.");
  });
});
