import { writeCloudEvent } from "@karnameh/schema/cloud-event";
import { type FactColumn, factTable } from "@karnameh/schema/columns";
import type { Context, EventContract } from "@karnameh/schema/contract";
import { contracts } from "@karnameh/schema/contracts";
import { saipaEvents } from "@karnameh/simulator/demo/saipa";
import { code, codes, page, persian, table } from "./markdown.ts";

const CONTEXTS: Readonly<Record<Context, string>> = {
  workforce: "Workforce",
  training: "Training",
  certification: "Certification",
  placement: "Placement",
  insurance: "Insurance",
  licensing: "Licensing and the working calendar",
  welfare: "Welfare and the coupon plan",
  relations: "Relations of the three parties",
  diplomacy: "Skill diplomacy",
  reported: "Reported statistics",
  system: "The system",
};

const WIRE: Readonly<Record<FactColumn["type"], string>> = {
  UUID: "UUID, lower case",
  VARCHAR: "text",
  DATE: "day, `YYYY-MM-DD`",
  INTEGER: "whole number",
  BIGINT: "whole number",
  DOUBLE: "number",
  BOOLEAN: "true or false",
  "DECIMAL(18,2)": "number, two decimals at most",
  PERSON: "pseudonym, 32 hexadecimal digits",
  JALALI_MONTH: "Jalali month, `1402-05`",
};

type Bounds = { readonly minimum?: number; readonly maximum?: number; readonly maxLength?: number };
type JsonSchema = Bounds & {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
};

const boundsOf = ({ minimum, maximum, maxLength }: Bounds): string => {
  const most = maximum !== undefined && maximum < 1e15 ? maximum : undefined;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  if (minimum !== undefined && most !== undefined)
    return `${minimum} to ${most < 10_000 ? most : most.toLocaleString("en")}`;
  return minimum === undefined || minimum < -1e15 ? "" : `at least ${minimum}`;
};

const typeOf = ({ type, codelist, names }: FactColumn): string => {
  if (codelist !== undefined) return `code of [${codelist}](codelists.md#${codelist.toLowerCase()})`;
  if (type === "VARCHAR" && names !== undefined) return `name (${names})`;
  return type === "UUID" && names !== undefined ? `UUID (${names})` : WIRE[type];
};

type Placed = { readonly name: string; readonly schema: JsonSchema | undefined };

const row = (column: FactColumn, { name, schema }: Placed): readonly string[] => [
  code(name),
  typeOf(column),
  column.required ? "yes" : "",
  column.unit ?? "",
  column.codelist === undefined ? boundsOf(schema ?? {}) : "",
];

const listBounds = ({ minItems, maxItems }: JsonSchema): string =>
  [minItems && `at least ${minItems}`, maxItems && `at most ${maxItems.toLocaleString("en")}`]
    .filter(Boolean)
    .join(", ");

const inside = (schema: JsonSchema | undefined, path: readonly string[]): JsonSchema | undefined =>
  path.reduce<JsonSchema | undefined>((found, part) => found?.properties?.[part], schema);

const fieldRows = (contract: EventContract): readonly (readonly string[])[] => {
  const schema = contract.data.toJSONSchema({ unrepresentable: "any" }) as JsonSchema;
  const { columns, children } = factTable(contract);
  const own = columns.map((column) =>
    row(column, { name: column.path.join("."), schema: inside(schema, column.path) }),
  );
  const lists = children.flatMap(({ path: [key], scalar, columns: elements }) => {
    const list = schema.properties?.[key] ?? {};
    const required = schema.required?.includes(key) ? "yes" : "";
    const head = scalar ? [] : [[code(`${key}[]`), "list", required, "", listBounds(list)]];
    const each = elements.map((column) => {
      const name = scalar ? `${key}[]` : `${key}[].${column.path.join(".")}`;
      const cells = row(column, { name, schema: inside(list.items, column.path) });
      return scalar
        ? [cells[0] ?? "", `list: ${cells[1]}`, required, cells[3] ?? "", listBounds(list)]
        : cells;
    });
    return [...head, ...each];
  });
  return [...own, ...lists];
};

/** How an event of an earlier version is read, one line for each version. */
const earlierVersions = ({ earlier = {} }: EventContract): readonly string[] =>
  Object.entries(earlier).map(([version, { added = {}, renamed = {} }]) => {
    const differences = [
      ...Object.entries(added).map(
        ([name, value]) => `has no ${code(name)}, which reads as ${code(String(value))}`,
      ),
      ...Object.entries(renamed).map(([name, old]) => `calls ${code(name)} ${code(old)}`),
    ];
    return `- Version ${version} ${differences.join("; ")}`;
  });

const section = (contract: EventContract): string => {
  const { type, title, meaning, effectiveOn, producers, stream, version } = contract;
  const repeats = contract.repeats === true ? " · may come several times in a stream" : "";
  const checked = contract.check ? " · fields are also held against each other" : "";
  const facts = [
    `- \`effectiveOn\`: ${effectiveOn.en}. (${effectiveOn.fa})`,
    `- Who may record it: ${codes(producers)}`,
    `- Stream: ${code(`${stream.category}-{${stream.key}}`)} · version ${version}${repeats}${checked}`,
    ...earlierVersions(contract),
  ];
  return [
    `### ${type}`,
    `**${title.en}.** ${meaning.en}`,
    persian(`<strong>${title.fa}.</strong> ${meaning.fa}`),
    facts.join("\n"),
    table(["field", "type", "required", "unit", "bounds"], fieldRows(contract)),
  ].join("\n\n");
};

const EXAMPLE = saipaEvents().find(({ type }) => type === "RetirementForecasted");

const envelope = (): string => `## The envelope

An event is a CloudEvent 1.0 in JSON, one a line in a file. This one says that Saipa forecast nearly 1,000
retirements for 1402:

\`\`\`json
${JSON.stringify(EXAMPLE && writeCloudEvent(EXAMPLE), undefined, 2)}
\`\`\`

${table(
  ["attribute", "required", "what it says"],
  [
    [code("specversion"), "yes", '"1.0"'],
    [code("id"), "yes", "a UUID in lower case; with `source` it names the event for ever"],
    [code("source"), "yes", "the producer, `urn:karnameh:ROLE:NAME`"],
    [code("type"), "yes", "one of the types below"],
    [
      code("time"),
      "yes",
      "when it happened in the world. Only its day in Tehran counts and becomes `effectiveOn`; `data` does not repeat it",
    ],
    [
      code("data"),
      "yes",
      "the fields of the type; one that the contract does not name is refused, never dropped",
    ],
    [code("subject"), "", "the stream; follows from the data, and is refused where it says otherwise"],
    [
      code("dataschema"),
      "",
      "`urn:karnameh:event:TYPE:VERSION`; left out, the newest version. An earlier one is taken and kept as it is",
    ],
    [code("datacontenttype"), "", "`application/json`"],
    [code("recordedtime"), "", "when the log learned it; only a historical import may bring it"],
    [code("corrects"), "", "the `id` of the event that this one puts right"],
    [code("correlationid"), "", "the `id` of the event at the beginning of a chain"],
    [code("causationid"), "", "the `id` of the event that led to this one"],
    [code("synthetic"), "", "`true` for simulated events; every answer that rests on one says SYNTHETIC"],
  ],
)}

Persons are pseudonyms. A free text, or the name of a producer, that holds a national code is refused.

## Correction and retraction

No event is changed or erased. What was recorded wrongly is put right by another event:

- **A correction** is an event of the same type whose \`corrects\` names the event that it replaces. It gives all
  fields again, not only those that differ, and may move \`time\`.
- **A retraction** is an \`EventRetracted\` whose \`corrects\` names the event that did not happen.
- A correction of a correction is about the original: of all corrections and retractions of one event, the one
  that the log received last stands. So a retracted event can be stated anew by a correction.
- A correction may arrive before the event that it is about. The event then never counts.
- Where a stream holds two events of one type that did not correct each other, the last recorded stands, unless the
  type may come several times in a stream, as attendance does.
- Up to the day before a correction became known the old answer is what was known, and stays the answer to a
  question \`asOf\` that day.`;

/** docs/events.md: every event with its fields. */
export const eventsPage = (): string => {
  // Node gives the exports of a module by name, Vitest as they are written.
  const sorted = contracts.toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const byContext = Map.groupBy(sorted, ({ context }) => context);
  const contexts = Object.keys(CONTEXTS) as Context[];
  const contents = contexts.map(
    (context) =>
      `- ${CONTEXTS[context]}: ${(byContext.get(context) ?? []).map(({ type }) => `[${type}](#${type.toLowerCase()})`).join(", ")}`,
  );
  return page(
    "Events",
    `There are ${contracts.length} types of event. Their code is in [schema/src/events](../schema/src/events); codes are in
[codelists.md](codelists.md), refusals in [errors.md](errors.md).`,
    contents.join("\n"),
    envelope(),
    ...contexts.flatMap((context) => [
      `## ${CONTEXTS[context]}`,
      ...(byContext.get(context) ?? []).map(section),
    ]),
  );
};
