import fc from "fast-check";
import { expect, it } from "vitest";
import { checksumOf, type Summed } from "./checksum.ts";

const number = fc.integer({ min: 0, max: 2 ** 40 });
const small = fc.integer({ min: 0, max: 2 ** 31 });
const row: fc.Arbitrary<Summed> = fc.record({
  position: number,
  source: small,
  type: small,
  stream: number,
  revision: small,
  recordedAt: fc.constantFrom("2021-03-21T08:00:00.000Z", "2021-03-21T08:00:00.001Z"),
  body: fc.string(),
});
const column = fc.constantFrom("position", "source", "type", "stream", "revision");

it("changes with any bit of any number of an event", () => {
  fc.assert(
    fc.property(row, column, fc.integer({ min: 0, max: 30 }), (one, name, bit) => {
      const flipped = { ...one, [name]: Math.abs(one[name] + (one[name] & (1 << bit) ? -1 : 1) * 2 ** bit) };
      expect(checksumOf(flipped)).not.toBe(checksumOf(one));
    }),
    { seed: 14000101 },
  );
});

it("changes with the instant and with the body", () => {
  const one = { position: 1, source: 1, type: 1, stream: 1, revision: 0 };
  const sums = ["2021-03-21T08:00:00.000Z", "2021-03-21T08:00:00.001Z"].flatMap((recordedAt) =>
    ['{"n":1}', '{"n":2}'].map((body) => checksumOf({ ...one, recordedAt, body })),
  );
  expect(new Set(sums).size).toBe(4);
});
