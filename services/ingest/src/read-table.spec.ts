import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable } from "./read-table.ts";

let file: string;

beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), "karnameh-table-")), "table.csv");
});
afterAll(() => rmSync(join(file, ".."), { recursive: true, force: true }));

const readRows = async (content: string | Uint8Array) => {
  writeFileSync(file, content);
  return Array.fromAsync((await openTable(file)).rows());
};
const readCells = async (content: string | Uint8Array) =>
  (await readRows(content)).map(({ cells }) => Object.values(cells));

const bigEndian = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

describe("openTable", () => {
  it("reads the same rows and lines whatever ends each line, also in the middle of a table", async () => {
    const cell = fc.constantFrom("x", "۱۲", '"a,b"', '"a\nb"', "");
    const line = fc.tuple(cell, cell, fc.constantFrom("\n", "\r\n", "\r"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom("", "\ufeff"),
        async (lines, mark) => {
          const text = (end?: string) =>
            ["h1,h2", ...lines.map(([one, two]) => `${one},${two}`)]
              .map((each, at) => each + (end ?? lines[at % lines.length]?.[2] ?? ""))
              .join("");
          expect(await readRows(mark + text())).toEqual(await readRows(text("\n")));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("counts the line on which a row ends, with empty lines and line ends inside of quotes", async () => {
    const rows = await readRows('a,b\r\n\r\n1,"x\ry\r\nz"\r3,4\n,\n5,6');
    expect(rows.map(({ line }) => line)).toEqual([5, 6, 8]);
  });

  it.each([
    ["gzip", gzipSync("a,b\n۱,2\n")],
    ["UTF-16, little end first", Buffer.from("\ufeffa,b\r\n۱,2\r\n", "utf16le")],
    ["UTF-16, big end first", bigEndian("a,b\r۱,2")],
    ["UTF-16 in gzip", gzipSync(Buffer.from("\ufeffa\tb\n۱\t2", "utf16le"))],
    ["semicolons", "a;b\n۱;2\n"],
    ["tabs", "a\tb\n۱\t2\n"],
    ["a comma at the end of each row", "a,b,\n۱,2,\n"],
    ["its header in front of both parts", "a,b\na,b\n۱,2\na,b\n"],
  ])("reads a table in %s", async (_name, content) => {
    expect(await readCells(content)).toEqual([["۱", "2"]]);
  });

  it("keeps decimal commas in a table of semicolons", async () => {
    expect(await readCells('"a, one";b\n9,6;1,25\n')).toEqual([["9,6", "1,25"]]);
  });

  it.each([
    ["a,b\n1,2,3\n", "wider"],
    ["a,b\n1\n", "shorter"],
  ])("says that a row of %j is %s than the header", async (content, part) => {
    expect(await readRows(content)).toMatchObject([
      { line: 2, fault: { code: "ROW_WIDTH", message: expect.stringContaining(part) } },
    ]);
  });

  it.each(["Ø§ÛŒØ±Ø§Ù†", "C\u00c3\u00b4te", "Ir\ufffdn"])(
    "says that %s was decoded wrongly",
    async (text) => {
      expect(await readRows(`a,b\n1,${text}\n`)).toMatchObject([
        { fault: { code: "CELL_INVALID", path: "b" } },
      ]);
    },
  );

  it.each(["Ørsted", "São Tomé", "Côte d’Ivoire", "Türkiye", "Åland", "ایران"])("takes %s", async (text) => {
    expect((await readRows(`a,b\n1,${text}\n`))[0]?.fault).toBeUndefined();
  });

  it.each([
    ["NOT_UTF8", Buffer.from("a,b\n1,2\n", "utf16le")],
    ["NOT_UTF8", Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xc7, 0x2c, 0x31)],
    ["NOT_UTF8", Uint8Array.of(...Buffer.from("a,b\n1,"), 0xd8)],
    ["TABLE_BROKEN", gzipSync("a,b\n1,2\n").subarray(0, 20)],
    ["TABLE_BROKEN", 'a,b\n1,"2\n'],
    ["TABLE_BROKEN", "a,a\n1,2\n"],
    ["TABLE_BROKEN", "a,b,c\n1,2,3\nb,a,c\n2,1,3\n"],
  ])("stops with %s where the file is no table", async (code, content) => {
    await expect(readRows(content)).rejects.toMatchObject({ name: "IngestError", code });
  });
});
