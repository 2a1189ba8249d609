import fc from "fast-check";
import { addDays } from "../calendar.ts";
import { codelist } from "../codelists.ts";
import { type FactColumn, factTable } from "../columns.ts";
import { type EventContract, earlierContract } from "../contract.ts";
import { contracts } from "../contracts.ts";
import type { NewEvent } from "../event.ts";

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const day = fc.nat(50_000).map((count) => addDays("1921-03-21", count));
const slugs: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "event type": fc.constantFrom(...contracts.map(({ type }) => type)),
  frequency: fc.constantFrom("A", "Q", "M"),
  file: hex(64),
  period: fc.constantFrom("1402", "1402-Q2", "1402-05", "2023", "2023-08"),
};

const anyValue = ({ type, codelist: listId, names, unit }: FactColumn): fc.Arbitrary<unknown> => {
  if (listId !== undefined)
    return fc.constantFrom(...(codelist(listId)?.codes ?? []).map(({ code }) => code));
  if (type === "UUID") return fc.uuid({ version: 7 });
  if (type === "PERSON") return hex(32);
  if (type === "DATE") return day;
  if (type === "BOOLEAN") return fc.boolean();
  if (type === "JALALI_MONTH") return fc.integer({ min: 1, max: 9 }).map((month) => `1402-0${month}`);
  if (type === "DECIMAL(18,2)") return fc.nat(100).map((hundredths) => hundredths / 100);
  if (type === "DOUBLE") return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  if (type === "BIGINT") return fc.maxSafeNat();
  if (unit === "jalali_year") return fc.integer({ min: 1200, max: 1599 });
  if (unit === "year") return fc.integer({ min: 1850, max: 2200 });
  if (unit === "points") return fc.integer({ min: 1, max: 5 });
  if (type === "INTEGER") return fc.nat(20);
  return names === undefined
    ? fc.string({ minLength: 1, maxLength: 16 })
    : (slugs[names] ?? fc.stringMatching(/^[A-Z][a-z0-9._-]{1,9}$/));
};

/** Any object that has the columns, optional ones there or not. */
const objectOf = (columns: readonly FactColumn[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      ...columns.map((column) =>
        column.required ? anyValue(column) : fc.option(anyValue(column), { nil: undefined }),
      ),
    )
    .map((values) => {
      const data: Record<string, unknown> = {};
      for (const [index, { path, required }] of columns.entries()) {
        const [key = "", part] = path;
        if (values[index] === undefined) continue;
        if (part === undefined) data[key] = values[index];
        else if (part === "fa" || required || data[key])
          data[key] = { ...(data[key] as object), [part]: values[index] };
      }
      return data;
    });

const dataOf = (contract: EventContract): fc.Arbitrary<Record<string, unknown>> => {
  const { columns, children } = factTable(contract);
  const arrays = children.map(({ path, scalar, columns: own }) => {
    const element = scalar && own[0] ? anyValue(own[0]) : objectOf(own);
    return fc.array(element, { minLength: 1, maxLength: 3 }).map((elements) => [path[0], elements] as const);
  });
  return fc
    .tuple(objectOf(columns), ...arrays)
    .map(([data, ...elements]) => ({ ...data, ...Object.fromEntries(elements) }))
    .filter((data) => contract.data.safeParse(data).success && contract.check?.(data) === undefined);
};

/** Any event that the contract allows. */
export const eventOf = (contract: EventContract): fc.Arbitrary<NewEvent> => {
  const optional =
    contract.type === "EventRetracted"
      ? ["correlationId"]
      : ["corrects", "correlationId", "causationId", "synthetic", "recordedAt"];
  const envelope = fc.record(
    {
      id: fc.uuid({ version: 7 }),
      source: fc.constant(`urn:karnameh:${contract.producers[0]}:somebody`),
      effectiveOn: day,
      corrects: fc.uuid({ version: 5 }),
      correlationId: fc.uuid({ version: 7 }),
      causationId: fc.uuid({ version: 7 }),
      synthetic: fc.boolean(),
      recordedAt: fc
        .date({ min: new Date(0), max: new Date("2071-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString()),
    },
    {
      requiredKeys: [
        "id",
        "source",
        "effectiveOn",
        ...(["corrects", "correlationId", "causationId", "synthetic", "recordedAt"] as const).filter(
          (key) => !optional.includes(key),
        ),
      ],
    },
  );
  return fc.tuple(envelope, dataOf(contract)).map(([attributes, data]) => ({
    ...attributes,
    type: contract.type,
    version: contract.version,
    stream: `${contract.stream.category}-${data[contract.stream.key]}`,
    data,
  }));
};

/** The contracts of every type, in every version that it has had. */
export const everyVersion: readonly EventContract[] = contracts.flatMap((contract) => [
  contract,
  ...Object.keys(contract.earlier ?? {}).flatMap(
    (version) => earlierContract(contract, Number(version)) ?? [],
  ),
]);

/** Any event of any type and version. */
export const anyEvent = fc.oneof(...everyVersion.map(eventOf));
