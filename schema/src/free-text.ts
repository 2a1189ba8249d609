import type { Attributes } from "./attributes.ts";
import { type FactColumn, type FactTable, isFreeText } from "./columns.ts";
import { containsNationalCode } from "./national-code.ts";
import { type Refusal, refuse } from "./refusal.ts";

const textAt = (from: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Attributes | undefined)?.[part], from);

const refuseTexts = (from: unknown, texts: readonly FactColumn[], where: string): Refusal | undefined => {
  for (const { path } of texts) {
    const text = textAt(from, path);
    if (typeof text !== "string" || !containsNationalCode(text)) continue;
    return refuse(
      "LOOKS_LIKE_NATIONAL_CODE",
      [where, ...path].join("."),
      "contains what looks like a national code",
      "Remove the code from the text. Events name persons by pseudonym only.",
    );
  }
  return undefined;
};

/** Makes, for one event type, the check that no free text contains a national code. */
export const freeTextCheck = ({
  columns,
  children,
}: FactTable): ((data: Attributes) => Refusal | undefined) => {
  const texts = columns.filter(isFreeText);
  const lines = children
    .map(({ path, columns: own }) => ({ key: path[0], texts: own.filter(isFreeText) }))
    .filter((line) => line.texts.length > 0);
  return (data) => {
    const refusal = refuseTexts(data, texts, "data");
    if (refusal) return refusal;
    for (const line of lines)
      for (const [index, element] of ((data[line.key] ?? []) as readonly unknown[]).entries()) {
        const inLine = refuseTexts(element, line.texts, `data.${line.key}[${index}]`);
        if (inLine) return inLine;
      }
    return undefined;
  };
};
