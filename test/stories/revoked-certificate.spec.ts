import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";
import { assessed, certified, registered, revoked } from "./words.ts";

const NAMES = ["aram", "bita", "cyrus", "dara", "elham"];

/** Five are assessed in Tir 1401 and four certified; one certificate is revoked in Tir 1402, after the ninety days. */
describe("a certificate that is revoked", () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({
      indicators: ["certificates_issued", "certification_rate"],
      history: [
        ...NAMES.map((name) => registered(name)),
        ...NAMES.map((name) => assessed(name, { on: "2022-07-01" })),
        ...NAMES.slice(0, 4).map((name) => certified(name, { on: "2022-08-01" })),
        registered("farhad", { on: "2023-06-20" }),
      ],
    });
    await story.record([revoked("dara", { on: "2023-07-02" })]);
  });
  afterAll(() => story.end());

  const period = { from: "1401", to: "1401" };
  const asOf = "2023-07-01";

  it("lowers the certification rate of 1401 from four of five to three of five, today", async () => {
    const rate = { indicator: "certification_rate", period };
    expect(await story.observe(rate)).toMatchObject([{ value: 60, numerator: 3, denominator: 5 }]);
    expect(await story.observe({ ...rate, asOf })).toMatchObject([
      { value: 80, numerator: 4, denominator: 5 },
    ]);
  });

  it("leaves the count of 1401 on the day on which the revocation became known, not before", async () => {
    const issued = { indicator: "certificates_issued", period };
    expect(await story.value(issued)).toBe(3);
    expect(await story.value({ ...issued, asOf })).toBe(4);
  });
});
