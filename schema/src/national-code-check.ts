import type { Attributes } from "./attributes.ts";
import { type FactColumn, type FactTable, isFreelyWorded } from "./columns.ts";
import { containsNationalCode } from "./national-code.ts";
import { type Refusal, refuse } from "./refusal.ts";

const valueAt = (from: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Attributes | undefined)?.[part], from);

const refuseCode = (path: string): Refusal =>
  refuse(
    "LOOKS_LIKE_NATIONAL_CODE",
    path,
    "contains what looks like a national code",
    "Remove the code. Events name persons by pseudonym only. An amount of ten digits has its unit of money behind it.",
  );

/** The published form of the codes of occupational standards, which have ten digits too. */
const STANDARD_CODE = /^\d{4}-\d{2}-\d{3}-\d$/;

const holdsCode = (text: string, { names }: FactColumn): boolean =>
  containsNationalCode(text) && !(names === "standard" && STANDARD_CODE.test(text));

const refuseTexts = (from: unknown, texts: readonly FactColumn[], where: string): Refusal | undefined => {
  for (const column of texts) {
    const text = valueAt(from, column.path);
    if (typeof text === "string" && holdsCode(text, column))
      return refuseCode([where, ...column.path].join("."));
  }
  return undefined;
};

const MONEY: ReadonlySet<unknown> = new Set(["IRR", "USD", "USD_PER_PERSON"]);

/** A number whose unit another field states is of persons, days and so on: ten digits of these are a code. */
const refuseValue = (data: Attributes): Refusal | undefined => {
  const { value, unit } = data;
  if (typeof value !== "number" || typeof unit !== "string" || MONEY.has(unit)) return undefined;
  return containsNationalCode(String(value)) ? refuseCode("data.value") : undefined;
};

/** Makes, for one event type, the check that neither a text, a name nor the value of a figure is a national code. */
export const nationalCodeCheck = ({
  columns,
  children,
}: FactTable): ((data: Attributes) => Refusal | undefined) => {
  const texts = columns.filter(isFreelyWorded);
  const lines = children
    .map(({ path, columns: own }) => ({ key: path[0], texts: own.filter(isFreelyWorded) }))
    .filter((line) => line.texts.length > 0);
  return (data) => {
    const refusal = refuseTexts(data, texts, "data") ?? refuseValue(data);
    if (refusal) return refusal;
    for (const line of lines)
      for (const [index, element] of ((data[line.key] ?? []) as readonly unknown[]).entries()) {
        const inLine = refuseTexts(element, line.texts, `data.${line.key}[${index}]`);
        if (inLine) return inLine;
      }
    return undefined;
  };
};
