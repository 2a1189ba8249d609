import { describe, expect, it } from "vitest";
import { pseudonym } from "./pseudonym.ts";

const KEY = "a key of the vault, for specs only";

describe("a pseudonym", () => {
  it("is the same for every way to write a code", () => {
    const name = pseudonym(KEY, "0012345679");
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(pseudonym(Buffer.from(KEY), "12345679")).toBe(name);
    expect(pseudonym(KEY, "۰۰۱۲۳۴۵۶۷۹")).toBe(name);
  });

  it("depends on the key and on the code", () => {
    const name = pseudonym(KEY, "0012345679");
    expect(pseudonym(`${KEY}.`, "0012345679")).not.toBe(name);
    expect(pseudonym(KEY, "1234567891")).not.toBe(name);
  });

  it("is refused to what is no code, in words that do not hold it", () => {
    expect(() => pseudonym(KEY, "5998613771")).toThrow(/^not a national code: WRONG_CHECKSUM$/);
  });

  it("is refused to a key that can be guessed", () => {
    expect(() => pseudonym("short", "0012345679")).toThrow(RangeError);
  });
});
