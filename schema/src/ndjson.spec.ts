import { describe, expect, it } from "vitest";
import { joinTexts } from "./ndjson.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (joined: Uint8Array): string => new TextDecoder().decode(joined);

describe("texts joined into one", () => {
  it("are separated by line feeds, without a final one", () => {
    expect(text(joinTexts([bytes("یک"), bytes("2"), bytes("3")]))).toBe("یک\n2\n3");
    expect(text(joinTexts([bytes("1")]))).toBe("1");
    expect(joinTexts([])).toHaveLength(0);
  });

  it("have memory of their own, and that of the parts is released", () => {
    const part = Uint8Array.from({ length: 8 }, () => 65);
    const joined = joinTexts([part, bytes("B")]);
    expect([joined.buffer.byteLength, part.byteLength]).toEqual([10, 0]);
  });
});
