import { contributionSplit } from "@karnameh/schema/contribution";
import { readNationalCode } from "@karnameh/schema/national-code";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import { assessed, certified, revoked } from "./words.ts";

describe("the contribution on a wage of 100,000,000 rial", () => {
  it("is 7 % of the worker, 20 + 3 % of the employer and 3 % of the state", () => {
    expect(contributionSplit(100_000_000, "2023-08-03")).toEqual({
      worker: 7_000_000,
      employer: 20_000_000,
      unemployment: 3_000_000,
      state: 3_000_000,
    });
  });
});

describe("a national code", () => {
  it.each(["0012345679", "9990000018", "1234567891", "0499370899"])("%s is valid", (code) => {
    expect(readNationalCode(code)).toEqual({ ok: true, code });
  });

  it("keeps its leading zeros, in digits of any script", () => {
    expect(readNationalCode("۰۴۹۹۳۷۰۸۹۹")).toEqual({ ok: true, code: "0499370899" });
    expect(readNationalCode("499370899")).toEqual({ ok: true, code: "0499370899" });
  });

  it("of ten ones passes the checksum and is refused all the same", () => {
    expect(readNationalCode("1111111111")).toEqual({ ok: false, reason: "REPEATED" });
  });

  it("5998613771 has a wrong check digit", () => {
    expect(readNationalCode("5998613771")).toEqual({ ok: false, reason: "WRONG_CHECKSUM" });
  });
});

describe("a national code in the free text of an event", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ indicators: ["certificates_issued"] });
  });
  afterAll(() => story.end());

  it("keeps the event out of the log, and what was stated next to it in", async () => {
    const slip = revoked("sara", { on: "2022-09-01" });
    const withCode = { ...slip, data: { ...slip.data, reason: "صاحب کد ۰۴۹۹۳۷۰۸۹۹ نیست" } };
    const imported = await story.tryToRecord([
      assessed("sara", { on: "2022-07-01" }),
      certified("sara", { on: "2022-08-01" }),
      withCode,
    ]);
    expect(imported).toMatchObject({ recorded: 2, refused: 1 });
    expect(imported.refusals).toContain("LOOKS_LIKE_NATIONAL_CODE");
    expect(imported.refusals).not.toMatch(/0499370899|۰۴۹۹۳۷۰۸۹۹/);
    expect(
      await story.value({ indicator: "certificates_issued", period: { from: "1401", to: "1401" } }),
    ).toBe(1);
  });
});
