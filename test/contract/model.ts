import type { Expected } from "@karnameh/event-log/port";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { NewEngine, Promises } from "./engine.ts";
import { codeOf, event, readAll } from "./events.ts";

/** One event of a generated append: few ids and streams, so that they collide. */
type Sketch = { readonly n: number; readonly variant: number };
type Append = { readonly sketches: readonly Sketch[]; readonly expected: Expected | undefined };

const sketch = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  variant: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
});
const expected = fc.option(
  fc.oneof(fc.constantFrom<Expected>("none", "exists", "any"), fc.bigInt({ min: 0n, max: 6n })),
  { nil: undefined },
);
const append: fc.Arbitrary<Append> = fc.record({ sketches: fc.array(sketch, { maxLength: 40 }), expected });

const streamOf = (n: number): string => `enrolment-${n % 5}`;
const newEvent = ({ n, variant }: Sketch) => event(n, { stream: streamOf(n), data: { n, variant } });

/** The log as a plain list: what the promises say, without any of the engine's care. */
class Model {
  readonly recorded: Sketch[] = [];

  revisionOf(stream: string): bigint {
    return BigInt(this.recorded.filter(({ n }) => streamOf(n) === stream).length - 1);
  }

  #meets(wanted: Expected, stream: string): boolean {
    const revision = this.revisionOf(stream);
    if (wanted === "none") return revision < 0n;
    if (wanted === "exists") return revision >= 0n;
    return wanted === "any" || wanted === revision;
  }

  /** The positions, or the code of the refusal. */
  append({ sketches, expected: wanted }: Append): readonly bigint[] | string {
    const after = [...this.recorded];
    const positions: bigint[] = [];
    for (const one of sketches) {
      const at = after.findIndex(({ n }) => n === one.n);
      if (at >= 0 && after[at]?.variant !== one.variant) return "CONFLICT";
      if (at < 0 && wanted !== undefined && !this.#meets(wanted, streamOf(0))) return "WRONG_REVISION";
      positions.push(BigInt(at < 0 ? after.push(one) : at + 1));
    }
    this.recorded.splice(0, this.recorded.length, ...after);
    return positions;
  }
}

/** Promises 3 and 4, against a model. */
export const modelContract = (newEngine: NewEngine, { countsPositions, keepsOrder }: Promises): void => {
  it("records each id once, rejects other content and wrong revisions, and records nothing of rejected appends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(append, { maxLength: 12 }), async (appends) => {
        const engine = await newEngine();
        const log = await engine.open();
        const model = new Model();
        for (const one of appends) {
          const options =
            one.expected === undefined ? {} : { expected: new Map([[streamOf(0), one.expected]]) };
          const before = model.recorded.length;
          const foreseen = model.append(one);
          const appending = log.append(one.sketches.map(newEvent), options);
          if (typeof foreseen === "string") expect(await codeOf(appending)).toBe(foreseen);
          else {
            const recorded = model.recorded.length - before;
            const duplicates = one.sketches.length - recorded;
            expect(await appending).toMatchObject({ recorded, duplicates });
            if (countsPositions)
              expect(await appending).toMatchObject({
                head: BigInt(model.recorded.length),
                positions: foreseen,
              });
          }
        }
        const found = (await readAll(log)).map(({ data }) => Number(data["n"]));
        const wanted = model.recorded.map(({ n }) => n);
        if (keepsOrder) expect(found).toEqual(wanted);
        else expect(Map.groupBy(found, streamOf)).toEqual(Map.groupBy(wanted, streamOf));
        await log.close();
        await engine.dispose();
      }),
      { numRuns: 30, seed: 14020229 },
    );
  });
};
