import { describe, expect, it } from "vitest";
import { defineCodelist, NOT_APPLICABLE, rows, UNKNOWN } from "./codelist.ts";
import { codelist, codelists, titleOf } from "./codelists.ts";

const size = (id: string): number => codelist(id)?.codes.length ?? 0;

describe("code lists", () => {
  it("hold as many codes as their standards", () => {
    expect(size("CL_AREA")).toBe(32);
    expect(size("CL_ISIC4_SECTION")).toBe(21);
    expect(size("CL_ISIC4_DIVISION")).toBe(88);
    expect(size("CL_ISCO08_MAJOR")).toBe(10);
    expect(size("CL_ISCO08_SUB_MAJOR")).toBe(43);
    expect(size("CL_AGE5")).toBe(16);
    expect(size("CL_ISCED")).toBe(9);
    expect(size("CL_COUNTRY")).toBe(249);
  });

  it("are named once", () => {
    expect(new Set(codelists.map((list) => list.id)).size).toBe(codelists.length);
  });

  it("have every parent in the list that the parents come from", () => {
    for (const list of codelists) {
      const parents = new Set(codelist(list.parentCodelist ?? list.id)?.codes.map((entry) => entry.code));
      for (const { parent } of list.codes) if (parent !== undefined) expect(parents).toContain(parent);
    }
  });

  it("put an ISCO sub-major group under the major group of its first digit", () => {
    for (const { code, parent } of codelist("CL_ISCO08_SUB_MAJOR")?.codes ?? []) expect(parent).toBe(code[0]);
  });

  it("are titled in Persian letters, without Arabic yeh or kaf, and in English", () => {
    for (const { id, codes } of codelists)
      for (const { code, title } of codes) {
        expect(title.fa, `${id} ${code}`).toMatch(/[\u0600-\u06ff]/);
        expect(title.fa, `${id} ${code}`).not.toMatch(/[يكى٠-٩\u0640]/);
        expect(title.en, `${id} ${code}`).toMatch(/^[\u0020-\u024f’]+$/);
      }
  });

  it("refuse a code that is given twice, a special code and a missing parent", () => {
    const define = (table: Parameters<typeof rows>[0]) =>
      defineCodelist({ id: "CL_X", title: { fa: "ایکس", en: "X" }, source: "none", codes: rows(table) });
    expect(() =>
      define([
        ["A", "الف", "A"],
        ["A", "الف", "A"],
      ]),
    ).toThrow("CL_X has the code A twice");
    expect(() => define([[UNKNOWN, "نامعلوم", "Unknown"]])).toThrow("twice");
    expect(() => define([["A", "الف", "A", "B"]])).toThrow("CL_X has no B, the parent of A");
  });
});

describe("titleOf", () => {
  it("speaks both languages", () => {
    expect(titleOf("CL_AREA", "IR-03", "fa")).toBe("آذربایجان شرقی");
    expect(titleOf("CL_COUNTRY", "CHN", "en")).toBe("China");
    expect(titleOf("CL_COUNTRY", "CHN", "fa")).toBe("چین");
  });

  it("knows the special codes in every list", () => {
    expect(titleOf("CL_SEX", UNKNOWN, "fa")).toBe("نامعلوم");
    expect(titleOf("CL_AREA", NOT_APPLICABLE, "en")).toBe("Not applicable");
  });

  it("falls back on the code", () => {
    expect(titleOf("CL_AREA", "IR-99", "fa")).toBe("IR-99");
    expect(titleOf("CL_NOTHING", "A", "en")).toBe("A");
  });
});
