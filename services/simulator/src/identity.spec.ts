import { describe, expect, it } from "vitest";
import { namedId, pseudonym, thingId, timeOrderedId } from "./identity.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("ids", () => {
  it("are UUIDs of version 7 that begin with the instant", () => {
    const id = timeOrderedId(1_692_774_000_123, 0xffff_ffff, 0x0102_0304);
    expect(UUID.exec(id)?.[1]).toBe("7");
    expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(1_692_774_000_123);
  });

  it("sort by the instant", () => {
    const ids = [0, 1, 65_535, 65_536, 1_692_774_000_123].map((ms) =>
      timeOrderedId(ms, 0x9999_9999 - ms, ms),
    );
    expect(ids.toSorted()).toEqual(ids);
  });

  it("of a thing follow from its numbers", () => {
    expect(thingId(19_000, 1, 2, 3)).toBe(thingId(19_000, 1, 2, 3));
    expect(thingId(19_000, 1, 2, 3)).not.toBe(thingId(19_000, 1, 2, 4));
  });

  it("of a name are UUIDs of version 5", () => {
    expect(UUID.exec(namedId("figure/RF-01"))?.[1]).toBe("5");
    expect(namedId("figure/RF-01")).not.toBe(namedId("figure/RF-02"));
  });

  it("of persons are pseudonyms that do not meet", () => {
    const refs = new Set(Array.from({ length: 200_000 }, (_, person) => pseudonym(7, person)));
    expect(refs.size).toBe(200_000);
    expect(pseudonym(7, 0)).toMatch(/^[0-9a-f]{32}$/);
  });
});
