import { record } from "@karnameh/projections/testing/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const about = { disputeId: "dismissal" };
const untilInquiry = [
  record("DisputeFiled", "2022-04-10", { ...about, subject: "DISMISSAL" }),
  record("DisputeConciliated", "2022-04-20", { ...about, outcome: "NOT_SETTLED" }),
  record("DisputeDecided", "2022-05-10", { ...about, stage: "INQUIRY", outcome: "FOR_WORKER" }),
];
const untilSettlement = [
  record("DisputeAppealed", "2022-05-20", about),
  record("DisputeDecided", "2022-07-09", {
    ...about,
    stage: "SETTLEMENT",
    outcome: "IN_PART",
    awarded: 90_000_000,
  }),
  record("DisputeEnforced", "2022-08-01", { ...about, paid: 90_000_000 }),
];

describe("a dismissal that goes through both boards", () => {
  let story: Story;
  const period = { from: "1401", to: "1401" };
  const days = (asOf?: string) =>
    story.observe({ indicator: "dispute_days_median", period, ...(asOf === undefined ? {} : { asOf }) });
  beforeAll(async () => {
    story = await beginStory({ indicators: ["dispute_days_median", "dispute_settlement_share"] });
    await story.record(untilInquiry);
    await story.record(untilSettlement);
  });
  afterAll(() => story.end());

  it("seemed to be over after the 30 days of the board of inquiry", async () => {
    expect(await days("2022-05-15")).toMatchObject([{ value: 30 }]);
  });

  it("was open again when the employer appealed", async () => {
    expect(await days("2022-05-20")).toMatchObject([{ value: null, reason: "NO_DENOMINATOR" }]);
  });

  it("took 90 days in the end, and was decided, not settled", async () => {
    expect(await days()).toMatchObject([{ value: 90 }]);
    expect(await story.value({ indicator: "dispute_settlement_share", period })).toBe(0);
  });
});
