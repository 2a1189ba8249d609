import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineEvent, earlierContract } from "./contract.ts";
import { contract } from "./contracts.ts";
import type { EarlierVersions } from "./earlier.ts";
import { upcast } from "./earlier.ts";
import { count, flag, slug, text } from "./field.ts";

const probe = (earlier: EarlierVersions, version = 2) =>
  defineEvent({
    type: "ProbeMade",
    version,
    context: "system",
    title: { fa: "آزمایش", en: "Probe" },
    meaning: { fa: "آزمایش", en: "Probe" },
    effectiveOn: { fa: "روز", en: "Day" },
    producers: ["system"],
    stream: { category: "probe", key: "probeId" },
    data: {
      probeId: slug("probe"),
      depth: count("metres"),
      note: text().optional(),
      tags: z.array(slug("tag")).optional(),
      isDry: flag(),
    },
    earlier,
    check: ({ depth, isDry }) => (isDry && depth > 0 ? "a dry probe has no depth" : undefined),
  });

const told = { added: { isDry: false }, renamed: { depth: "metres", note: "remark" } };
const first = earlierContract(probe({ 1: told }), 1);

describe("an earlier version", () => {
  it("has the old names and not what came later", () => {
    expect(Object.keys(first?.data.shape ?? {})).toEqual(["probeId", "metres", "remark", "tags"]);
    expect(first?.version).toBe(1);
    expect(first?.data.safeParse({ probeId: "a", metres: 3 }).success).toBe(true);
    expect(first?.data.safeParse({ probeId: "a", metres: 3, isDry: true }).success).toBe(false);
    expect(first?.data.safeParse({ probeId: "a", depth: 3 }).success).toBe(false);
  });

  it("reads in the words of the newest", () => {
    expect(upcast({ probeId: "a", metres: 3, remark: "cold" }, told)).toEqual({
      probeId: "a",
      depth: 3,
      note: "cold",
      isDry: false,
    });
  });

  it("is held to the checks of the newest", () => {
    const dry = earlierContract(probe({ 1: { ...told, added: { isDry: true } } }), 1);
    expect(dry?.check?.({ probeId: "a", metres: 3 })).toBe("a dry probe has no depth");
    expect(dry?.check?.({ probeId: "a", metres: 0 })).toBeUndefined();
  });

  it("is not there where it was not told", () => {
    expect(earlierContract(probe({ 1: told }), 2)).toBeUndefined();
    const retracted = contract("EventRetracted");
    expect(retracted && earlierContract(retracted, 1)).toBeUndefined();
  });
});

describe("a contract with earlier versions that cannot be read", () => {
  it.each<[EarlierVersions, number, string]>([
    [{}, 2, "defines the earlier versions"],
    [{ 1: told }, 3, "defines the earlier versions"],
    [{ 1: { added: { colour: "red" } } }, 2, "adds colour, which is not a field"],
    [{ 1: { added: { isDry: "yes" } } }, 2, "adds isDry with an invalid value"],
    [{ 1: { renamed: { colour: "color" } } }, 2, "renames colour, which is not a field"],
    [{ 1: { renamed: { probeId: "id" } } }, 2, "is the key of the stream"],
    [{ 1: { renamed: { tags: "labels" } } }, 2, "renames tags, which is a list"],
    [{ 1: { renamed: { depth: "note" } } }, 2, "uses the name note again for something else"],
  ])("is refused when it is defined: %j of version %i", (earlier, version, fault) => {
    expect(() => probe(earlier, version)).toThrow(fault);
  });
});
