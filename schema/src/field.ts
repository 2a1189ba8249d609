import { z } from "zod";
import { FIRST_DAY, isDay, LAST_DAY, looksJalali } from "./calendar.ts";

/**
 * How a field of an event becomes a column of its fact table.
 * `PERSON` is a pseudonym on the wire and a 64-bit key in the column; `JALALI_MONTH` is `1402-05` on the
 * wire and the integer 140205 in the column; `TEXT` is a bilingual text and two columns, `_fa` and `_en`.
 */
export type ColumnType =
  | "UUID"
  | "VARCHAR"
  | "DATE"
  | "INTEGER"
  | "BIGINT"
  | "DOUBLE"
  | "BOOLEAN"
  | "DECIMAL(18,2)"
  | "PERSON"
  | "JALALI_MONTH"
  | "TEXT";

/** A field's metadata beyond its type: its code list, its unit, the kind of thing that it identifies. */
export type Column = {
  readonly type: ColumnType;
  readonly codelist?: string;
  readonly unit?: string;
  readonly names?: string;
};

const columns = z.registry<Column>();

const column = <S extends z.ZodType>(schema: S, meta: Column): S => {
  columns.add(schema, meta);
  return schema;
};

/** The column of a leaf field, or undefined for objects and arrays, which become child tables. */
export const columnOf = (schema: z.ZodType): Column | undefined => columns.get(schema);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SLUG = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const isUuid = (value: string): boolean => UUID.test(value);

/** An identifier of a thing that changes over time (an enrolment, a spell, a certificate): a UUID, lower case. */
export const id = (names: string) =>
  column(z.string().regex(UUID, "must be a UUID in lower case"), { type: "UUID", names });

/** A short public name of a legal entity, programme, standard, document or figure: letters, digits, `-`, `.`, `_`. */
export const slug = (names: string) =>
  column(z.string().regex(SLUG, "must be 1 to 64 letters, digits, '.', '_' or '-'"), {
    type: "VARCHAR",
    names,
  });

/** A person: the pseudonym from the identity vault (HMAC of the national code), 32 hexadecimal digits. */
export const personRef = () =>
  column(z.string().regex(/^[0-9a-f]{32}$/, "must be a pseudonym of 32 hexadecimal digits"), {
    type: "PERSON",
    names: "person",
  });

/** The fingerprint of a file: SHA-256, 64 hexadecimal digits. */
export const sha256 = (names: string) =>
  column(z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 of 64 hexadecimal digits"), {
    type: "VARCHAR",
    names,
  });

const isKnownDay = (value: string): boolean => isDay(value) && value >= FIRST_DAY && value <= LAST_DAY;

const dayFault = (value: unknown): string => {
  if (typeof value !== "string") return "must be a date, YYYY-MM-DD";
  if (looksJalali(value)) return "looks like a Jalali date; write a Gregorian date such as 2022-01-21";
  if (!isDay(value)) return "must be a date, YYYY-MM-DD";
  return "is outside the calendar; write a Gregorian date such as 2022-01-21";
};

/** A calendar day, `YYYY-MM-DD`, Gregorian (ISO 8601), within the range of the calendar table. */
export const day = () =>
  column(z.string().refine(isKnownDay, { error: ({ input }) => dayFault(input) }), { type: "DATE" });

/** A month of the Jalali calendar, `1402-05`. */
export const jalaliMonth = () =>
  column(z.string().regex(/^1[2-5]\d{2}-(0[1-9]|1[0-2])$/, "must be a Jalali month such as 1402-05"), {
    type: "JALALI_MONTH",
  });

/** A year of the Jalali calendar, 1200 to 1599. */
export const jalaliYear = () => column(z.int().min(1200).max(1599), { type: "INTEGER", unit: "jalali_year" });

/** A Gregorian year. */
export const year = () => column(z.int().min(1850).max(2200), { type: "INTEGER", unit: "year" });

/** A whole number of things, never negative. */
export const count = (unit: string, max = 2_000_000_000) =>
  column(z.int().min(0).max(max), { type: "INTEGER", unit });

/** A score given by somebody, 1 to 5. */
export const rating = () => column(z.int().min(1).max(5), { type: "INTEGER", unit: "points" });

/** Money in Iranian rial, whole and never negative. One toman is ten rial; toman never enters an event. */
export const irr = () => column(z.int().min(0).max(Number.MAX_SAFE_INTEGER), { type: "BIGINT", unit: "IRR" });

/** Hours with at most two decimals. */
export const hours = (max = 100_000) =>
  column(z.number().min(0).max(max).multipleOf(0.01), { type: "DECIMAL(18,2)", unit: "hours" });

/** A score or other number with at most two decimals. */
export const decimal = (unit: string, min: number, max: number) =>
  column(z.number().min(min).max(max).multipleOf(0.01), { type: "DECIMAL(18,2)", unit });

/** A measured number of any size; never NaN or infinite. */
export const measured = (unit: string) => column(z.number(), { type: "DOUBLE", unit });

export const flag = () => column(z.boolean(), { type: "BOOLEAN" });

/** Free text in one language, at most 2,000 characters. Never a name or a code of a person. */
export const text = (max = 2000) => column(z.string().min(1).max(max), { type: "VARCHAR" });

/** A text in Persian, with English where it is known. */
export const bilingual = () =>
  column(z.strictObject({ fa: z.string().min(1).max(500), en: z.string().min(1).max(500).optional() }), {
    type: "TEXT",
  });

/** One of the codes of a code list; the list's values are checked when the event comes in. */
export const code = (codelist: {
  readonly id: string;
  readonly codes: readonly { readonly code: string }[];
}) => {
  const known = new Set(codelist.codes.map((entry) => entry.code));
  return column(
    z.string().refine((value) => known.has(value), { error: `is not a code of ${codelist.id}` }),
    { type: "VARCHAR", codelist: codelist.id },
  );
};
