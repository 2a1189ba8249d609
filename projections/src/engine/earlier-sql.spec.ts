import { CL_SEX } from "@karnameh/schema/codelists/person";
import { factTable } from "@karnameh/schema/columns";
import { defineEvent } from "@karnameh/schema/contract";
import { contracts } from "@karnameh/schema/contracts";
import type { NewEvent } from "@karnameh/schema/event";
import { bilingual, code, day, personRef, slug } from "@karnameh/schema/field";
import { afterAll, beforeAll, expect, it } from "vitest";
import { person, textsOf, uuid } from "../testing/ledger.ts";
import { type Connection, type Database, openDatabase } from "./database.ts";
import { loadFacts } from "./load.ts";
import { createModel } from "./model.ts";

const probe = defineEvent({
  type: "ProbeMade",
  version: 3,
  context: "system",
  title: { fa: "آزمایش", en: "Probe" },
  meaning: { fa: "آزمایش", en: "Probe" },
  effectiveOn: { fa: "روز", en: "Day" },
  producers: ["system"],
  stream: { category: "probe", key: "probeId" },
  data: { probeId: slug("probe"), title: bilingual(), sex: code(CL_SEX), doneOn: day(), byRef: personRef() },
  earlier: {
    1: { renamed: { title: "name", sex: "gender", byRef: "person" }, added: { doneOn: "2021-01-01" } },
    2: { renamed: { title: "name" } },
  },
});

const catalogue = { contracts: [...contracts, probe], cubes: [] };
let database: Database;
let connection: Connection;
beforeAll(async () => {
  database = await openDatabase(":memory:");
  connection = await database.connect();
  await createModel(connection, catalogue, "spec");
});
afterAll(() => database.close());

const made = (version: number, data: NewEvent["data"]): NewEvent => ({
  id: uuid(`probe ${version}`),
  source: "urn:karnameh:system:spec",
  type: "ProbeMade",
  version,
  stream: "probe-a",
  effectiveOn: "2021-05-01",
  data,
});

it("gives the facts of every version in the words of the newest", async () => {
  const name = { fa: "نخست" };
  const byRef = person("ali");
  const texts = textsOf(
    [
      made(1, { probeId: "a", name, gender: "F", person: byRef }),
      made(2, { probeId: "a", name, sex: "F", doneOn: "2021-01-02", byRef }),
      made(3, { probeId: "a", title: name, sex: "F", doneOn: "2021-01-03", byRef }),
    ],
    0n,
  );
  await connection.transaction(() => loadFacts(connection, catalogue, texts));
  expect(
    await connection.all(
      "select title_fa, title_en, sex::varchar as sex, done_on::varchar as done_on from fact.probe_made order by position",
    ),
  ).toEqual(
    ["2021-01-01", "2021-01-02", "2021-01-03"].map((done_on) => ({
      title_fa: "نخست",
      title_en: null,
      sex: "F",
      done_on,
    })),
  );
  expect(
    await connection.all("select count(distinct by_key)::integer as people from fact.probe_made"),
  ).toEqual([{ people: 1 }]);
});

it("sets aside what lacks a field of its own version, and a version to come", async () => {
  const texts = textsOf(
    [
      made(1, { probeId: "a", title: { fa: "نخست" }, gender: "F", person: person("ali") }),
      made(1, { probeId: "a", name: { fa: "نخست" }, gender: "X", person: person("ali") }),
      made(4, { probeId: "a" }),
    ],
    10n,
  );
  await connection.transaction(() => loadFacts(connection, catalogue, texts));
  expect(await connection.all("select reason from model.unprocessable_event order by position")).toEqual([
    { reason: "BAD_DATA: title.fa is missing or not of its type" },
    { reason: expect.stringContaining("BAD_DATA: sex") },
    { reason: "UNKNOWN_VERSION: no reader for version 4" },
  ]);
});

it("leaves a type without earlier versions as it is", () => {
  const plain = contracts.filter(({ earlier }) => earlier === undefined).map(factTable);
  for (const { columns } of plain) expect(columns.every(({ earlier }) => earlier === undefined)).toBe(true);
});
