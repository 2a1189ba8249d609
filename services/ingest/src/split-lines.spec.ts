import { describe, expect, it } from "vitest";
import { MAX_LINE_BYTES } from "./limits.ts";
import { LineSplitter } from "./split-lines.ts";

const split = (bytes: Buffer, size: number) => {
  const splitter = new LineSplitter();
  const lines = [];
  for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...lines, ...splitter.finish()].map(({ line, text, fault }) => fault ?? `${line}:${text}`);
};

const whole = ["1:a", "2:", "3:سلام", "4:last"];

describe("LineSplitter", { timeout: 240_000 }, () => {
  it.each([1, 2, 3, 1000])("finds the same lines in pieces of %i bytes", (size) => {
    expect(split(Buffer.from("a\n\nسلام\nlast"), size)).toEqual(whole);
  });

  it("takes CRLF and a byte order mark for what they are", () => {
    expect(split(Buffer.from("\ufeffa\r\n\r\nسلام\r\nlast\r\n"), 7)).toEqual(whole);
  });

  it("marks the one line that is not UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from("a\n"), Buffer.from([0xff, 0xfe]), Buffer.from("\nb\n")]);
    expect(split(bytes, 100)).toEqual(["1:a", "NOT_UTF8", "3:b"]);
  });

  it("passes over a line beyond the limit without holding it, and goes on behind it", () => {
    const bytes = Buffer.from(`a\n${"x".repeat(3 * MAX_LINE_BYTES)}\nb\n`);
    expect(split(bytes, MAX_LINE_BYTES / 2)).toEqual(["1:a", "LINE_TOO_LONG", "3:b"]);
    expect(split(bytes, bytes.length)).toEqual(["1:a", "LINE_TOO_LONG", "3:b"]);
  });

  it("says where reading could begin again, and counts lines on from there", () => {
    const splitter = new LineSplitter();
    splitter.push(Buffer.from("\ufeffa\nb\nrest"));
    expect(splitter.boundary()).toEqual({ offset: 7, line: 2 });
    const again = new LineSplitter({ offset: 7, line: 2 });
    expect(again.push(Buffer.from("rest\n"))).toEqual([{ line: 3, text: "rest" }]);
  });

  it("names no such place inside a line beyond the limit", () => {
    const splitter = new LineSplitter();
    splitter.push(Buffer.from("x".repeat(2 * MAX_LINE_BYTES)));
    expect(splitter.boundary()).toBeUndefined();
  });
});
