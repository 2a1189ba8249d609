import { isUtf8 } from "node:buffer";
import { MAX_LINE_BYTES } from "./limits.ts";

/** One line without its end, or why there is no text of it. `line` counts from 1. */
export type Line = {
  readonly line: number;
  readonly text: string | undefined;
  readonly fault?: "NOT_UTF8" | "LINE_TOO_LONG";
};

/** How far a file was split into lines: the byte after the last complete line, and the number of lines. */
export type Boundary = { readonly offset: number; readonly line: number };

const LF = 10;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const split = (body: Buffer): (string | undefined)[] => {
  if (isUtf8(body)) return body.toString("utf8").split("\n");
  const lines: (string | undefined)[] = [];
  for (let start = 0; start <= body.length; ) {
    const at = body.indexOf(LF, start);
    const bytes = body.subarray(start, at < 0 ? body.length : at);
    lines.push(isUtf8(bytes) ? bytes.toString("utf8") : undefined);
    start = at < 0 ? body.length + 1 : at + 1;
  }
  return lines;
};

const toLine = (line: number, text: string | undefined): Line => {
  if (text === undefined) return { line, text, fault: "NOT_UTF8" };
  if (text.length > MAX_LINE_BYTES) return { line, text: undefined, fault: "LINE_TOO_LONG" };
  return { line, text: text.endsWith("\r") ? text.slice(0, -1) : text };
};

/**
 * Splits bytes that arrive in pieces into lines: LF or CRLF; a byte order mark at the start is skipped, a last line
 * without an end is taken, and lines that are not UTF-8 or longer than MAX_LINE_BYTES are marked.
 */
export class LineSplitter {
  #rest = Buffer.alloc(0);
  #tooLong = false;
  #offset: number;
  #line: number;

  constructor(from: Boundary = { offset: 0, line: 0 }) {
    this.#offset = from.offset;
    this.#line = from.line;
  }

  /** Where reading could begin again; undefined while a line beyond the limit is skipped. */
  boundary(): Boundary | undefined {
    return this.#tooLong ? undefined : { offset: this.#offset, line: this.#line };
  }

  push(piece: Buffer): Line[] {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const end = bytes.lastIndexOf(LF);
    const lines = end < 0 ? [] : this.#take(bytes.subarray(0, end), end + 1);
    this.#keep(bytes.subarray(end + 1));
    return lines;
  }

  /** The last line, if the file does not end with a line feed. */
  finish(): Line[] {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return rest.length === 0 && !this.#tooLong ? [] : this.#take(rest, rest.length);
  }

  #take(body: Buffer, bytes: number): Line[] {
    const marked = this.#offset === 0 && body.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const texts = split(marked ? body.subarray(3) : body);
    const lines = texts.map((text, index) => toLine(this.#line + index + 1, text));
    const first = lines[0];
    if (this.#tooLong && first !== undefined)
      lines[0] = { line: first.line, text: undefined, fault: "LINE_TOO_LONG" };
    this.#tooLong = false;
    this.#offset += bytes;
    this.#line += lines.length;
    return lines;
  }

  #keep(rest: Buffer): void {
    if (rest.length <= MAX_LINE_BYTES) {
      this.#rest = Buffer.from(rest);
      return;
    }
    this.#offset += rest.length;
    this.#tooLong = true;
    this.#rest = Buffer.alloc(0);
  }
}
