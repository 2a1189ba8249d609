import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStrictJson } from "./strict-json.ts";

const fault = (text: string) => {
  const read = readStrictJson(text);
  return read.ok ? undefined : read.fault;
};

describe("strict JSON", () => {
  it("gives every value back that JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"a" :2}',
    '{"a":"\\":","b":{"c":1,"\\u0063":2}}',
    '[{"x":[]},{"y":{"z":null,"q":"z","z":null}}]',
    '{"__proto__":1,"__proto__":2}',
  ])("refuses the key that stands twice in %s", (text) => {
    expect(fault(text)).toBe("DUPLICATE_KEY");
  });

  it.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a":"\\":\\":","b":"\\"a\\":1"}', '{"a" : 1}'])(
    "takes one key in several objects or in a text: %s",
    (text) => {
      expect(fault(text)).toBeUndefined();
    },
  );

  it.each([
    "9007199254740993",
    "12345678901234567890",
    "0.12345678901234567",
    "1e400",
    "-1.00000000000000001",
  ])("refuses the number %s, which would lose digits", (number) => {
    expect(fault(`{"a":${number}}`)).toBe("NUMBER_TOO_LONG");
    expect(fault(`[ ${number}]`)).toBe("NUMBER_TOO_LONG");
  });

  it.each([
    "9007199254740991",
    "1e5",
    "1.50e-3",
    "0.30000000000000004",
    "1000000000000000000000",
    "-0",
    "0.000",
  ])("takes the number %s", (number) => {
    expect(fault(`{"a":${number}}`)).toBeUndefined();
  });

  it("takes long runs of digits in texts, and any depth", () => {
    expect(fault('{"a":"12345678901234567890","b":": 12345678901234567890"}')).toBeUndefined();
    expect(fault(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)).toBeUndefined();
  });

  it("is JSON", () => {
    expect(fault('{"a":1')).toBe("NOT_JSON");
    expect(fault("")).toBe("NOT_JSON");
  });
});
