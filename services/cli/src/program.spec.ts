import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENVIRONMENT } from "./environment.ts";
import { exitCodeMeanings } from "./exit-code.ts";
import { runRecorded } from "./recording-cli.ts";

const COMMANDS = [
  "serve",
  "import",
  "extract",
  "import-figures",
  "import-series",
  "simulate",
  "rebuild",
  "query",
  "verify",
  "copy-log",
];
const folder = mkdtempSync(join(tmpdir(), "karnameh-cli-"));
const at = (...names: string[]): string => join(folder, ...names);
const sentences = (text: string): string[] => text.trim().split("\n");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it.each(COMMANDS)("explains %s, with its options", async (name) => {
    const { exitCode, out } = await runRecorded([name, "--help"]);
    expect(exitCode).toBe(0);
    expect(out).toContain(`Usage: karnameh ${name} `);
    expect(out).toContain("--help");
  });

  it("lists every command, environment variable and exit code", async () => {
    const { out } = await runRecorded(["--help"]);
    const variables = Object.values(ENVIRONMENT).map(({ name }) => name);
    for (const name of [...COMMANDS, ...variables, ...Object.values(exitCodeMeanings)])
      expect(out).toContain(name);
  });

  it("prints its version", async () => {
    expect(await runRecorded(["--version"])).toEqual({ exitCode: 0, out: "0.1.0\n", err: "" });
  });

  it.each([
    ["an unknown command", ["srve"], "serve"],
    ["an unknown option", ["rebuild", "--fast"], "--fast"],
    ["a port that is not a number", ["serve", "--port", "http"], "whole number from 0 to 65535"],
    ["a missing vintage", ["import-series", "a.csv"], "--vintage"],
    [
      "a population that is not a number",
      ["simulate", "--people", "many", "--out", "-"],
      "whole number from 1",
    ],
    ["variables that are not an object", ["query", "{ a }", "--variables", "[1]"], "JSON object"],
    [
      "events and a result on one stream",
      ["simulate", "--people", "1", "--out", "-", "--json"],
      "--json needs a file",
    ],
  ])("exits with 2 for %s", async (_, args, part) => {
    const { exitCode, err } = await runRecorded(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(part);
  });

  it("points to the help after a usage error", async () => {
    expect((await runRecorded(["rebuild", "--fast"])).err).toBe(
      "error: unknown option '--fast'\nSee 'karnameh rebuild --help'.\n",
    );
    expect((await runRecorded(["srve"])).err).toContain("See 'karnameh --help'.");
  });

  it.each([
    [
      "an unknown role",
      ["--roles", "ingest,reeder"],
      {},
      "Unknown role 'reeder': the roles are ingest, reader, policies",
    ],
    ["no role", ["--roles", ""], {}, "Unknown role ''"],
    ["policies without a reader", ["--roles", "policies"], {}, "add the role reader"],
    ["the ingest role without a token", ["--roles", "ingest"], {}, "KARNAMEH_TOKEN"],
    ["a token that is short", ["--roles", "ingest"], { token: "short" }, "16 or more"],
    ["a token with a space", [], { token: "a token of many words" }, "no spaces"],
    ["a demonstration that a reader would write", ["--roles", "reader", "--demo"], {}, "leave out --demo"],
  ])("exits with 2 and one sentence for %s", async (_, args, env, part) => {
    const { exitCode, err } = await runRecorded(["serve", "--data", at("nobody"), ...args], { env });
    expect(exitCode).toBe(2);
    expect(sentences(err)).toEqual([expect.stringContaining(part)]);
    expect(existsSync(at("nobody"))).toBe(false);
  });

  it("exits with 2 for a PORT that is not a number", async () => {
    const { exitCode, err } = await runRecorded(["serve"], { env: { port: "web" } });
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: "PORT must be a whole number up to 65535.\n" });
  });
});

describe("a failure", () => {
  beforeAll(() => {
    writeFileSync(at("file"), "");
    writeFileSync(at("log.sqlite"), "a letter, not a log");
  });

  it("of a folder that cannot be made is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded(["serve", "--data", at("file", "data")]);
    expect(exitCode).toBe(3);
    expect(sentences(err)).toEqual([
      `The data folder ${at("file", "data")} cannot be written to (a part of its path is a file): choose another with --data or KARNAMEH_DATA.`,
    ]);
  });

  it.skipIf(!existsSync("/proc/self"))(
    "of a folder where nothing can be made is one sentence and 3, and does not wait for ever",
    async () => {
      const path = "/proc/karnameh/data";
      for (const args of [
        ["serve", "--data", path],
        ["import", at("file"), "--data", path],
        ["serve", "--data", at("made"), "--model", path],
      ]) {
        const { exitCode, err } = await runRecorded(args);
        expect([exitCode, sentences(err)]).toEqual([
          3,
          [expect.stringContaining("nothing can be created there")],
        ]);
      }
    },
  );

  it.each(["rebuild", "verify", "query"])(
    "of %s where nothing was recorded is one sentence and 3",
    async (name) => {
      const args = name === "query" ? [name, "{ system { state } }"] : [name];
      const { exitCode, err } = await runRecorded([...args, "--data", at("nowhere")]);
      expect(exitCode).toBe(3);
      expect(sentences(err)).toEqual([expect.stringContaining("There is no event log in")]);
    },
  );

  it("of a file where the data folder should be is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded(["verify", "--data", import.meta.filename]);
    expect(exitCode).toBe(3);
    expect(sentences(err)).toEqual([expect.stringContaining("is a file: choose another")]);
  });

  it("of a reader where nothing was recorded is one sentence and 3, and makes nothing", async () => {
    const args = ["--roles", "reader", "--data", at("nowhere"), "--model", at("model")];
    const { exitCode, err } = await runRecorded(["serve", ...args]);
    expect(exitCode).toBe(3);
    expect(sentences(err)).toEqual([expect.stringContaining("There is no event log in")]);
    expect([existsSync(at("nowhere")), existsSync(at("model"))]).toEqual([false, false]);
  });

  it("of a token's file that cannot be read is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded(["serve", "--data", at("data")], {
      env: { tokenFile: at("no") },
    });
    expect(exitCode).toBe(3);
    expect(sentences(err)).toEqual([expect.stringContaining("KARNAMEH_TOKEN_FILE")]);
  });

  it.each(["serve", "verify"])("of %s over a broken log is one sentence and 4", async (name) => {
    const { exitCode, err } = await runRecorded([name, "--data", folder]);
    expect(exitCode).toBe(4);
    expect(sentences(err)).toEqual([expect.stringContaining("is not a Karnameh log")]);
    expect(readFileSync(at("log.sqlite"), "utf8")).toBe("a letter, not a log");
  });

  it("of a file that is not there is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded(["import", at("missing.ndjson"), "--data", at("data")]);
    expect({ exitCode, err }).toEqual({ exitCode: 3, err: `There is no file ${at("missing.ndjson")}.\n` });
  });

  it("of a folder in a file's place is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded(["import", folder, "--data", at("data")]);
    expect({ exitCode, err }).toEqual({ exitCode: 3, err: `${folder} is a folder, not a file.\n` });
  });

  it.each([
    ["of a table of no known columns", "a,b\n1,2\n", "has the columns a, b"],
    ["of an empty table", "", "is empty"],
  ])("%s is 2", async (_, text, part) => {
    writeFileSync(at("table.csv"), text);
    for (const args of [["import-series", "--vintage", "2022-01-21"], ["import-figures"]]) {
      const { exitCode, err } = await runRecorded([...args, at("table.csv"), "--data", at("data")]);
      expect(exitCode).toBe(2);
      expect(err).toContain(part);
    }
  });

  it("of an output that cannot be written is one sentence and 3", async () => {
    const { exitCode, err } = await runRecorded([
      "simulate",
      "--people",
      "1",
      "--out",
      at("no", "where.ndjson"),
    ]);
    expect(exitCode).toBe(3);
    expect(sentences(err)).toEqual([expect.stringContaining("because its folder does not exist")]);
  });
});
