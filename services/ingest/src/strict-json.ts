/** What `JSON.parse` accepts and does not give back as it was written. */
export type JsonFault = "NOT_JSON" | "DUPLICATE_KEY" | "NUMBER_TOO_LONG";

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault };

const KEY_END = '":';
/** Some writers put blanks there. */
const SPACED_KEY_END = /"[ \t\r\n]+:/g;
/** A number with so many digits, or an exponent, may lose some; inside a text it costs time only. */
const LONG_NUMBER = /[:,[][ \t\r\n]*-?(?:[\d.]{16}|[\d.]+[eE])/;

/** The ends of keys; inside a text, an escaped quote and a colon look the same, which costs time only. */
const countKeyEnds = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(KEY_END); at >= 0; at = text.indexOf(KEY_END, at + 2)) count += 1;
  return count + (text.match(SPACED_KEY_END)?.length ?? 0);
};

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The keys of all objects in a value. Without recursion: texts may nest deeper than the stack. */
const countKeys = (value: unknown): number => {
  let count = 0;
  const open = isNested(value) ? [value] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const each of next) if (isNested(each)) open.push(each);
      continue;
    }
    // Quicker than Object.values, and a parsed object inherits no key.
    for (const key in next) {
      count += 1;
      const each: unknown = (next as Record<string, unknown>)[key];
      if (isNested(each)) open.push(each);
    }
  }
  return count;
};

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs;

/** Whether an object of a text, which is JSON, has one key twice, however the key is escaped. */
const hasDuplicateKey = (text: string): boolean => {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const keys = open.at(-1);
      const key: string = JSON.parse(last);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
    last = token;
  }
  return false;
};

/** The digits of a number without its sign, its point and outer zeros, and the place of the first one. */
const digitsOf = (number: string): string => {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return "0";
  return `${digits.replace(/0+$/, "")}e${Number(exponent) - fraction.length + digits.length}`;
};

const losesDigits = (text: string): boolean => {
  for (const [token] of text.matchAll(TOKENS))
    if (/^-?\d/.test(token) && digitsOf(token) !== digitsOf(String(Number(token)))) return true;
  return false;
};

/**
 * Reads JSON that says one thing only: no key twice in an object, and no number that a double cannot hold as it is
 * written. Two cheap tests decide for nearly every text; only what they doubt is read token by token.
 */
export const readStrictJson = (text: string): StrictJson => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: "NOT_JSON" };
  }
  if (countKeyEnds(text) !== countKeys(value) && hasDuplicateKey(text))
    return { ok: false, fault: "DUPLICATE_KEY" };
  if (LONG_NUMBER.test(text) && losesDigits(text)) return { ok: false, fault: "NUMBER_TOO_LONG" };
  return { ok: true, value };
};
