import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const china = {
  memorandumId: "irn-chn-skills",
  title: { fa: "تفاهم‌نامهٔ ایران و چین", en: "Memorandum of Iran and China" },
  parties: [
    { organisationId: "mcls", country: "IRN" },
    { organisationId: "mohrss", country: "CHN" },
  ],
};
/** One account says it was signed in 1391, another says 2016: first the one was recorded, then it was corrected. */
const of1391 = record("MemorandumSigned", "2012-06-01", china, { id: "as of 1391", knownOn: "2023-08-01" });
const of2016 = record("MemorandumSigned", "2016-01-23", china, {
  corrects: "as of 1391",
  knownOn: "2023-09-01",
});

describe("the memorandum with China, of 1391 or of 2016", () => {
  let story: Story;
  const active = async (year: string, asOf: string) => {
    const [observed] = await story.observe({
      indicator: "active_memoranda",
      where: [{ dimension: "country", values: ["CHN"] }],
      period: { from: year, to: year },
      asOf,
    });
    return observed?.value ?? observed?.reason;
  };
  beforeAll(async () => {
    story = await beginStory({ indicators: ["active_memoranda"] });
    await story.record([of1391]);
    await story.record([of2016]);
  });
  afterAll(() => story.end());

  it("was active from 1391, as known in August 2023", async () => {
    expect(await active("1390", "2023-08-01")).toBe("NO_EVENTS");
    expect(await active("1391", "2023-08-01")).toBe(1);
    expect(await active("1394", "2023-08-01")).toBe(1);
  });

  it("was active from 1394, as known since September 2023", async () => {
    // What was stated of 1391 was corrected: nothing is known of a memorandum before the first that stands.
    expect(await active("1391", "2023-09-01")).toBe("NO_EVENTS");
    expect(await active("1394", "2023-09-01")).toBe(1);
    expect(await active("1402", "2023-09-01")).toBe(1);
  });
});
