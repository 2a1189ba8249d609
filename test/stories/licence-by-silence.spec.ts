import { person, said, uuid } from "@karnameh/projections/testing/ledger";
import type { NewEvent } from "@karnameh/schema/event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginStory, type Story } from "./story.ts";

const TEHRAN = "IR-23";

const applied = (name: string, on: string): NewEvent =>
  said({
    type: "LicenceApplied",
    on,
    data: {
      applicationId: uuid(name),
      applicantRef: person(name),
      kind: "NEW",
      standardIds: ["arc-welder"],
      area: TEHRAN,
    },
  });

const eligible = (name: string, on: string): NewEvent =>
  said({ type: "ApplicantEligibilityConfirmed", on, data: { applicationId: uuid(name) } });

const granted = (name: string, on: string, knownOn = on): NewEvent =>
  said({
    type: "LicenceGranted",
    on,
    knownOn,
    data: { applicationId: uuid(name), licenceId: uuid(`licence of ${name}`) },
  });

const resubmitted = (name: string, on: string): NewEvent =>
  said({ type: "ApplicationResubmitted", on, data: { applicationId: uuid(name) } });

const returned = (name: string, on: string): NewEvent =>
  said({ type: "ApplicationReturned", on, data: { applicationId: uuid(name), missing: ["floor-plan"] } });

/** The cabinet closes Tuesday 10 and Wednesday 11 Mordad 1402 for the heat, and says so on the Monday before. */
const heat = ["2023-08-01", "2023-08-02"].map((date) =>
  said({
    type: "ClosureDeclared",
    on: date,
    knownOn: "2023-07-31",
    data: { closureId: `heat-${date}`, calendarVersion: "kept-1402", area: "IR", reason: "HEAT" },
  }),
);

/**
 * Four apply for a school on Sunday 8 Mordad 1402 (30 July 2023) and are found eligible the same day. Three working days
 * follow: Monday the ninth; not Tuesday and Wednesday, which are closed; Thursday the twelfth; not Friday; Saturday
 * the fourteenth, 5 August. Until that day is over the authority may decide.
 */
describe("a licence that is issued by silence", () => {
  let story: Story;
  const filed = "2023-07-30";
  const names = ["aram", "bita", "cyrus", "dara"];
  beforeAll(async () => {
    story = await beginStory({
      indicators: ["licence_decided_in_time_rate", "licence_decision_working_days_median"],
      history: names.flatMap((name) => [applied(name, filed), eligible(name, filed)]),
      begins: filed,
    });
    await story.record(heat);
    // Bita is granted hers on the last day; Cyrus has to hand in a floor plan.
    await story.record([returned("cyrus", "2023-08-03"), granted("bita", "2023-08-05")]);
  });
  afterAll(() => story.end());

  const issuedTo = async () => {
    const issued = await story.recorded("LicenceAutoIssued");
    return names.filter((name) => issued.some(({ data }) => data["applicationId"] === uuid(name)));
  };

  it("is not issued while Saturday lasts", async () => {
    expect(await story.pass("2023-08-05")).toBe(0);
  });

  it("is issued at the end of Saturday to whom nobody answered", async () => {
    // Two licences, and what became of three applications; that of Cyrus lies with him.
    expect(await story.pass("2023-08-06")).toBe(5);
    expect(await issuedTo()).toEqual(["aram", "dara"]);
    expect(await story.recorded("LicenceAutoIssued")).toMatchObject([
      { effectiveOn: "2023-08-05", data: { dueOn: "2023-08-05", workingDays: 3 } },
      { effectiveOn: "2023-08-05", data: { dueOn: "2023-08-05", workingDays: 3 } },
    ]);
  });

  it("is not issued again on any later day", async () => {
    expect(await story.pass("2023-08-07")).toBe(0);
    expect(await story.pass("2023-08-08")).toBe(0);
  });

  it("is withdrawn where it comes to light that it had been granted in time", async () => {
    await story.record([granted("dara", "2023-08-03", "2023-08-08")]);
    // The licence is withdrawn, and her application took two working days.
    expect(await story.pass("2023-08-08")).toBe(2);
    const [withdrawn] = await story.recorded("EventRetracted");
    const issued = await story.recorded("LicenceAutoIssued");
    expect(withdrawn?.corrects).toBe(issued.find(({ data }) => data["applicationId"] === uuid("dara"))?.id);
  });

  it("comes three working days after a returned application came back", async () => {
    // Wednesday the ninth; then Thursday, Saturday and Sunday the thirteenth of August.
    await story.record([resubmitted("cyrus", "2023-08-09")]);
    expect(await story.pass("2023-08-13")).toBe(0);
    expect(await story.pass("2023-08-14")).toBe(2);
    const issued = await story.recorded("LicenceAutoIssued");
    expect(issued.at(-1)).toMatchObject({
      effectiveOn: "2023-08-13",
      data: { applicationId: uuid("cyrus") },
    });
  });

  it("is part of what was decided in time, by the day on which the time was over", async () => {
    // Aram, Bita and Dara on 5 August, Cyrus on the thirteenth: all within three working days of the last filing.
    const asked = {
      calendar: "GREGORIAN",
      frequency: "MONTH",
      period: { from: "2023-08", to: "2023-08" },
    } as const;
    expect(await story.observe({ indicator: "licence_decided_in_time_rate", ...asked })).toMatchObject([
      { numerator: 4, denominator: 4, value: 100 },
    ]);
    // Dara 2, Aram and Bita 3; Cyrus, with Monday before his return and three days after it, 4.
    expect(await story.value({ indicator: "licence_decision_working_days_median", ...asked })).toBe(3);
  });
});
