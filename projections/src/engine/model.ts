import { createHash } from "node:crypto";
import { segments } from "@karnameh/schema/calendar";
import { type Codelist, specialCodes } from "@karnameh/schema/codelist";
import { codelist, codelists } from "@karnameh/schema/codelists";
import { type FactTable, factTable } from "@karnameh/schema/columns";
import type { EventContract } from "@karnameh/schema/contract";
import { contracts } from "@karnameh/schema/contracts";
import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import { type DimensionId, dimension } from "./dimensions.ts";
import { expandRule } from "./expand-rule.ts";
import { createFactTables, enumType } from "./fact-tables.ts";
import { macros } from "./macros.ts";
import { REASON_TYPE, REVISION_REASONS } from "./revision-reasons.ts";
import { keyColumn } from "./thing-keys.ts";

/** What a read model is made from: the contracts it can read and the cubes it posts. */
export type Catalogue = {
  readonly contracts: readonly EventContract[];
  readonly cubes: readonly Cube[];
};

/** Counted up whenever the engine posts the same rules otherwise, or its tables change beyond what is hashed. */
const LAYOUT = 7;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** The SQL type of a dimension's column: an enumeration of its code list, or text for open names. */
export const dimensionType = (id: string): string => {
  const list = dimension(id).codelist;
  return list ? enumType(list) : "varchar";
};

/** The columns of a cube that are not measures, in order. */
export const keyColumns = (cube: Cube): readonly string[] => [...cube.hidden, ...postedDimensions(cube)];

/** The dimensions that a cube's entries carry: age is not, where the birth year is. */
export const postedDimensions = (cube: Cube): readonly DimensionId[] =>
  cube.dimensions.filter((id) => id !== "age" || !cube.hidden.includes("birth_year"));

/** The columns of a cube's amounts: each measure, and the cell key of each that counts protected units. */
export const amountColumns = (cube: Cube): readonly { readonly name: string; readonly type: string }[] =>
  Object.entries(cube.measures).flatMap(([name, measure]) => [
    { name, type: measure.type },
    ...(measure.isProtected ? [{ name: `${name}_key`, type: "BIGINT" }] : []),
  ]);

const hiddenType = {
  period_mask: "utinyint",
  bin: "integer",
  opened_day_no: "integer",
  birth_year: "integer",
} as const;

const cubeColumns = (cube: Cube): string[] => [
  "segment integer",
  ...cube.hidden.map((name) => `"${name}" ${hiddenType[name]}`),
  ...postedDimensions(cube).map((id) => `"${id}" ${dimensionType(id)}`),
  ...amountColumns(cube).map(({ name, type }) => `"${name}" ${type}`),
];

/**
 * A hash of what changes a cube's numbers: its rule with the markers expanded and its reads, the columns of its entries, and what its measures count.
 * Titles and descriptions are not part of it.
 */
export const cubeHash = (cube: Cube): string =>
  sha256(
    JSON.stringify([
      expandRule(cube, "VERSIONS"),
      cube.reads,
      cube.sharedRows,
      cubeColumns(cube),
      Object.values(cube.measures).map(({ kind, isProtected }) => [kind, isProtected]),
    ]),
  );

/** A hash of everything that decides what a read model holds, titles left out. Its file is named by it. */
export const catalogueHash = (catalogue: Catalogue, lists: readonly Codelist[] = codelists): string =>
  sha256(
    JSON.stringify([
      LAYOUT,
      META,
      macros,
      catalogue.contracts.map((contract) => [
        contract.type,
        contract.version,
        contract.repeats === true,
        keyColumn(contract),
        factTable(contract),
      ]),
      catalogue.cubes.map((cube) => [cube.name, cubeHash(cube)]),
      lists.map((list) => [list.id, list.codes.map((entry) => [entry.code, entry.parent])]),
    ]),
  );

export const factTables = (catalogue: Pick<Catalogue, "contracts">): readonly FactTable[] =>
  catalogue.contracts.map(factTable);

const enums = (): string[] => [
  `create type ${REASON_TYPE} as enum (${REVISION_REASONS.map((reason) => `'${reason}'`).join(", ")})`,
  ...codelists.map((list) => {
    const codes = [...list.codes, ...specialCodes].map((entry) => `'${entry.code}'`);
    return `create type ${enumType(list.id)} as enum (${codes.join(", ")})`;
  }),
];

/**
 * The ISIC section of a division, from the code list; unknown divisions have none. Picked by the code's number: compared
 * with the divisions of each section in turn, half a million rows took a third of a second.
 */
const isicSection = (): string => {
  const sections = (codelist("CL_ISIC4_DIVISION")?.codes ?? []).map(({ parent }) => `'${parent ?? "_U"}'`);
  const type = dimensionType("industry");
  return `create macro model.isic_section(division) as ([${sections.join(", ")}]::${type}[])[enum_code(division::${enumType("CL_ISIC4_DIVISION")}) + 1]`;
};

const META = [
  "create table model.about (hash varchar, log_id varchar, state varchar)",
  "create table model.checkpoint (position bigint, events bigint)",
  "create table model.known_day (known_on date, last_position bigint, released_to date)",
  "create table model.correction (event_id uuid, corrects uuid, about uuid, type varchar, position bigint, known_on date, is_retraction boolean)",
  "create table model.unprocessable_event (position bigint, type varchar, reason varchar)",
  "create table model.repeated (table_name varchar, key_column varchar)",
  "create table model.cube (name varchar, hash varchar, position bigint, lagging_events bigint)",
  "create table model.period_coverage (cube varchar, measure varchar, first_segment integer, last_segment integer)",
];

/** The segments of the ledger's calendar, Jalali 1250 to 1499, numbered as in its tables. */
export const ledgerSegments = segments(1250, 1499);

const SEGMENT = {
  segment: "INTEGER",
  starts_on: "DATE",
  ends_on: "DATE",
  jm: "INTEGER",
  jq: "INTEGER",
  jy: "INTEGER",
  gm: "INTEGER",
  gq: "INTEGER",
  gy: "INTEGER",
} as const;

const calendarColumns = Object.entries(SEGMENT).map(([name, type]) => `${name} ${type}`);

const fillCalendar = async (connection: Connection): Promise<void> => {
  // As JSON, because DuckDB takes a quarter of a second to read so many values in SQL.
  await connection.run(
    `insert into model.segment by name select unnest(from_json($1, '[${JSON.stringify(SEGMENT)}]'), recursive := true)`,
    [
      JSON.stringify(
        ledgerSegments.map(({ startsOn, endsOn, ...s }) => ({ ...s, starts_on: startsOn, ends_on: endsOn })),
      ),
    ],
  );
  await connection.run(`create table model.calendar_day as
    with month as (select jm, min(starts_on) as month_on, max(ends_on) + 1 as next_month_on from model.segment group by jm),
    listed as (select unnest(range(starts_on, ends_on + 1, interval 1 day))::date as day, * from model.segment)
    select day, segment, jm, gm, month_on, next_month_on
    from listed join month using (jm) order by day`);
};

const cubeTables = (cube: Cube): readonly string[] => {
  const columns = cubeColumns(cube).join(", ");
  return [
    `create table entry.${cube.name} (known_on date, revision_reason model.revision_reason, ${columns})`,
    `create table compacted.${cube.name} (${columns})`,
    `create table pending.${cube.name} (${columns})`,
    `create view balance.${cube.name} as from compacted.${cube.name} union all from pending.${cube.name}`,
  ];
};

const texts = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(", ")}]::varchar[]`;

/** SQL of everything that no event fills, as one text: sent one by one, so many statements take twice as long. */
const schemaSql = (catalogue: Pick<Catalogue, "contracts">): string =>
  [
    ...["model", "fact", "entry", "compacted", "pending", "balance"].map(
      (schema) => `create schema ${schema}`,
    ),
    ...META,
    ...enums(),
    ...macros,
    isicSection(),
    `create table model.segment (${calendarColumns.join(", ")})`,
    ...factTables(catalogue).flatMap(createFactTables),
    "insert into model.checkpoint values (0, 0)",
  ].join(";\n");

/** Makes the empty tables of a catalogue's cubes in a read model that has none, and names it by the catalogue. */
export const addCubes = async (connection: Connection, catalogue: Catalogue): Promise<void> => {
  const { cubes } = catalogue;
  const statements = [
    ...cubes.flatMap(cubeTables),
    `insert into model.cube select unnest(${texts(cubes.map(({ name }) => name))}), unnest(${texts(cubes.map(cubeHash))}), 0, 0`,
    `update model.about set hash = '${catalogueHash(catalogue)}'`,
  ];
  await connection.run(statements.join(";\n"));
};

/** Makes the empty tables of a read model. `logId` names the log it will read, permanently. */
export const createModel = async (
  connection: Connection,
  catalogue: Catalogue,
  logId: string,
): Promise<void> =>
  connection.transaction(async () => {
    await connection.run(schemaSql(catalogue));
    await fillCalendar(connection);
    await connection.run("insert into model.about values ('', $1, 'EMPTY')", [logId]);
    await addCubes(connection, catalogue);
  });

/** The contracts of the product with the cubes given. */
export const catalogueOf = (cubes: readonly Cube[]): Catalogue => ({ contracts, cubes });
