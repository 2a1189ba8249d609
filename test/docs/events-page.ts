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
  licensing: "Licensing and working calendar",
  welfare: "Welfare and coupon plan",
  relations: "Social dialogue and labour relations",
  diplomacy: "Skills diplomacy",
  reported: "Reported statistics",
  system: "System",
};

const WIRE: Readonly<Record<FactColumn["type"], string>> = {
  UUID: "UUID, lower case",
  VARCHAR: "text",
  DATE: "date, `YYYY-MM-DD`",
  INTEGER: "whole number",
  BIGINT: "whole number",
  DOUBLE: "number",
  BOOLEAN: "true or false",
  "DECIMAL(18,2)": "number, at most two decimals",
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
  const upper = maximum !== undefined && maximum < 1e15 ? maximum : undefined;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  if (minimum !== undefined && upper !== undefined)
    return `${minimum} to ${upper < 10_000 ? upper : upper.toLocaleString("en")}`;
  return minimum === undefined || minimum < -1e15 ? "" : `at least ${minimum}`;
};

const typeOf = ({ type, codelist, names }: FactColumn): string => {
  if (codelist !== undefined) return `code of [${codelist}](codelists.md#${codelist.toLowerCase()})`;
  if (type === "VARCHAR" && names !== undefined) return `name (${names})`;
  return type === "UUID" && names !== undefined ? `UUID (${names})` : WIRE[type];
};

type NamedField = { readonly name: string; readonly schema: JsonSchema | undefined };

const row = (column: FactColumn, { name, schema }: NamedField): readonly string[] => [
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

/** The differences of each earlier version, one line per version. */
const earlierVersions = ({ earlier = {} }: EventContract): readonly string[] =>
  Object.entries(earlier).map(([version, { added = {}, renamed = {} }]) => {
    const differences = [
      ...Object.entries(added).map(
        ([name, value]) => `does not have ${code(name)}; it is read as ${code(String(value))}`,
      ),
      ...Object.entries(renamed).map(([name, old]) => `has ${code(old)} instead of ${code(name)}`),
    ];
    return `- Version ${version} ${differences.join("; ")}`;
  });

const section = (contract: EventContract): string => {
  const { type, title, meaning, effectiveOn, producers, stream, version } = contract;
  const repeats = contract.repeats === true ? " · can occur several times in a stream" : "";
  const checked = contract.check ? " · fields are also checked against each other" : "";
  const facts = [
    `- \`effectiveOn\`: ${effectiveOn.en} (${effectiveOn.fa})`,
    `- Producers: ${codes(producers)}`,
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

An event is a CloudEvent 1.0 in JSON; a file has one event per line.
This example records that Saipa forecast nearly 1,000 retirements for 1402:

\`\`\`json
${JSON.stringify(EXAMPLE && writeCloudEvent(EXAMPLE), undefined, 2)}
\`\`\`

${table(
  ["attribute", "required", "meaning"],
  [
    [code("specversion"), "yes", '"1.0"'],
    [code("id"), "yes", "a UUID in lower case; `source` and `id` together identify the event permanently"],
    [code("source"), "yes", "the producer, `urn:karnameh:ROLE:NAME`"],
    [code("type"), "yes", "one of the event types below"],
    [
      code("time"),
      "yes",
      "when the event happened. Only its date in Tehran counts; it becomes `effectiveOn`. `data` does not repeat it. RFC 3339 with capital `T` and `Z`, at most nine decimals, an offset, and no leap second",
    ],
    [code("data"), "yes", "the fields of the event type. Unknown fields are rejected, never dropped"],
    [code("subject"), "", "the stream. It follows from the data; another value is rejected"],
    [
      code("dataschema"),
      "",
      "`urn:karnameh:event:TYPE:VERSION`; the default is the newest version. Earlier versions are accepted and stored unchanged",
    ],
    [code("datacontenttype"), "", "`application/json`"],
    [code("recordedtime"), "", "when the log recorded the event. Only a historical import may set it"],
    [code("corrects"), "", "the `id` of the event that this one corrects"],
    [code("correlationid"), "", "the `id` of the first event of a chain"],
    [code("causationid"), "", "the `id` of the event that caused this one"],
    [code("synthetic"), "", "`true` for synthetic events. Every result that uses one is marked SYNTHETIC"],
  ],
)}

An attribute that is null counts as absent.
A JSON object must not have one key twice, and no number may have more digits than a double keeps.

Events identify persons by pseudonym.
A national code in a text, a name, an identifier or the value of a figure is rejected, in every script of digits and with separators.
Ten digits with a unit of money behind them are an amount.

## Correction and retraction

Events are never changed or erased. A wrong event is corrected by another event:

- **A correction** is an event of the same type whose \`corrects\` names the event that it replaces.
  It contains all fields again, not only those that differ, and may have another \`time\`.
- **A retraction** is an \`EventRetracted\` whose \`corrects\` names the event that did not happen.
- All corrections and retractions name the original event. The one that the log recorded last is current.
  A correction can therefore restore a retracted event.
- A correction may arrive before the event that it corrects. That event then never counts.
- If a stream has two events of one type and neither corrects the other, the one recorded last is current.
  Types that can occur several times in a stream, such as attendance, are the exception.
- Results with an earlier as-of date (\`asOf\`) do not change when a correction arrives.`;

/** docs/events.md: every event type with its fields. */
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
    `There are ${contracts.length} event types.
Their contracts are in [schema/src/events](../schema/src/events), the codes in [codelists.md](codelists.md) and the errors in [errors.md](errors.md).`,
    contents.join("\n"),
    envelope(),
    ...contexts.flatMap((context) => [
      `## ${CONTEXTS[context]}`,
      ...(byContext.get(context) ?? []).map(section),
    ]),
  );
};
