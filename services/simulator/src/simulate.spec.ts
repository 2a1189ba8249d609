import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readCloudEvent, writeCloudEvent } from "@karnameh/schema/cloud-event";
import type { NewEvent } from "@karnameh/schema/event";
import { describe, expect, it } from "vitest";
import { expectedEvents, simulate } from "./simulate.ts";
import type { Scale } from "./world.ts";

const SMALL: Scale = { people: 1500, years: 1, seed: 11 };

let shared: readonly NewEvent[] | undefined;

/** The events of a country that several tests read; it is simulated for the first of them. */
const sharedCountry = (): readonly NewEvent[] => {
  shared ??= [...simulate({ people: 6000, years: 2, seed: 6 })];
  return shared;
};

const fingerprint = (scale: Scale): string => {
  const hash = createHash("sha256");
  for (const event of simulate(scale)) hash.update(JSON.stringify(event));
  return hash.digest("hex");
};

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** MiB in use after a collection, typed arrays counted. */
const held = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const field = ({ data }: NewEvent, name: string): string => String(data[name]);

describe("a simulated country", () => {
  it("is the same for the same seed and another for another", () => {
    const print = fingerprint(SMALL);
    expect(fingerprint(SMALL)).toBe(print);
    expect(fingerprint({ ...SMALL, seed: 12 })).not.toBe(print);
  });

  it("comes in the order of recordedAt, with ids that are all different", () => {
    const ids = new Set<string>();
    let before = "";
    let count = 0;
    for (const event of sharedCountry()) {
      const { id, recordedAt = "" } = event;
      if (recordedAt < before) throw new Error(`${event.type} runs backwards at ${recordedAt}`);
      before = recordedAt;
      ids.add(id);
      count++;
    }
    expect(ids.size).toBe(count);
  });

  it("says only what the contracts accept, and that it is synthetic", () => {
    for (const event of simulate({ people: 1000, years: 3, seed: 3 })) {
      const wire: unknown = JSON.parse(JSON.stringify(writeCloudEvent(event)));
      expect(readCloudEvent(wire, { historical: true })).toEqual({ ok: true, event });
      expect(event.synthetic).toBe(true);
    }
  });

  it("never reports what has not happened yet, but for courses that are scheduled", () => {
    for (const { type, effectiveOn, recordedAt = "" } of simulate(SMALL)) {
      if (type !== "CourseScheduled" && recordedAt.slice(0, 10) < effectiveOn) {
        throw new Error(`${type} of ${effectiveOn} was recorded at ${recordedAt}`);
      }
    }
  });

  it("ends with what was known on its last day: lists of the last month and late reports are yet to come", () => {
    const months = new Set<string>();
    let last = "";
    for (const { type, recordedAt = "", data } of simulate(SMALL)) {
      last = recordedAt;
      if (type === "ContributionListSubmitted") months.add(String(data["month"]));
    }
    expect(last.slice(0, 10)).toBe("2022-03-20");
    expect(months).toContain("1400-11");
    expect(months).not.toContain("1400-12");
  });

  it("leaves courses open that end after its last day, and completes nearly all others", () => {
    const ends = new Map<string, string>();
    const enrolled = new Map<string, number>();
    const completed = new Map<string, number>();
    const count = (counts: Map<string, number>, course: string) =>
      counts.set(course, (counts.get(course) ?? 0) + 1);
    for (const event of simulate({ people: 6000, years: 1, seed: 7 })) {
      if (event.corrects !== undefined) continue;
      if (event.type === "CourseScheduled") ends.set(field(event, "courseId"), field(event, "endsOn"));
      if (event.type === "TraineeEnrolled") count(enrolled, field(event, "courseId"));
      if (event.type === "TrainingCompleted") count(completed, field(event, "courseId"));
    }
    const sum = (counts: Map<string, number>, from: string, to: string) =>
      [...counts].reduce((total, [course, n]) => {
        const end = ends.get(course) ?? "";
        return end >= from && end <= to ? total + n : total;
      }, 0);
    const rate = (from: string, to: string) => sum(completed, from, to) / sum(enrolled, from, to);
    expect(sum(enrolled, "2022-03-21", "9999")).toBeGreaterThan(100);
    expect(sum(completed, "2022-03-21", "9999")).toBe(0);
    expect(rate("2021-09-23", "2021-12-21")).toBeGreaterThan(0.85);
    expect(rate("2021-12-22", "2022-03-20")).toBeGreaterThan(0.8);
  });

  it("gives about as many events as was expected", () => {
    for (const scale of [
      { people: 6000, years: 1 },
      { people: 6000, years: 3 },
    ]) {
      let count = 0;
      for (const _ of simulate({ ...scale, seed: 4 })) count++;
      expect(count / expectedEvents(scale)).toBeGreaterThan(0.93);
      expect(count / expectedEvents(scale)).toBeLessThan(1.07);
    }
  });

  it("keeps only what is on its way: 300,000 events do not stay in memory", () => {
    const before = held();
    const events = simulate({ people: 200_000, years: 3, seed: 5 });
    for (let count = 0; count < 300_000; count++) {
      if (events.next().done) throw new Error(`only ${count} events came`);
    }
    expect(held() - before).toBeLessThan(150);
    expect(events.next().done).toBe(false);
  });
});

/** Reports come at most so late: what was known so long before the end names nothing that is unknown at the end. */
const LATE_DAYS = 130;

/** What each kind of id refers to: the type that brings the thing into being, and the field there if it is another. */
const REFERENCES: readonly (readonly [type: string, field: string, of: string, as?: string])[] = [
  ["CourseScheduled", "standardId", "SkillStandardPublished"],
  ["TraineeEnrolled", "courseId", "CourseScheduled"],
  ["TraineeEnrolled", "personRef", "WorkerRegistered"],
  ["TraineeWithdrew", "enrolmentId", "TraineeEnrolled"],
  ["AttendanceRecorded", "enrolmentId", "TraineeEnrolled"],
  ["TrainingCompleted", "enrolmentId", "TraineeEnrolled"],
  ["TrainingCompleted", "courseId", "CourseScheduled"],
  ["AssessmentTaken", "personRef", "WorkerRegistered"],
  ["AssessmentGraded", "assessmentId", "AssessmentTaken"],
  ["CertificateIssued", "standardId", "SkillStandardPublished"],
  ["CertificateRevoked", "certificateId", "CertificateIssued"],
  ["EmploymentStarted", "personRef", "WorkerRegistered"],
  ["EmploymentStarted", "establishmentId", "EstablishmentRegistered"],
  ["EmploymentEnded", "spellId", "EmploymentStarted"],
  ["RetirementForecasted", "establishmentId", "EstablishmentRegistered"],
  ["HiringRequested", "establishmentId", "EstablishmentRegistered"],
  ["CandidateReferred", "requestId", "HiringRequested"],
  ["HireConfirmed", "referralId", "CandidateReferred"],
  ["HireConfirmed", "spellId", "EmploymentStarted"],
  ["ContributionListSubmitted", "establishmentId", "EstablishmentRegistered"],
  ["CoverageStarted", "personRef", "WorkerRegistered"],
  ["CoverageEnded", "coverageId", "CoverageStarted"],
  ["CourseScheduled", "programmeId", "ProgrammeDefined"],
  ["CourseScheduled", "hostAgreementId", "HostAgreementSigned", "agreementId"],
  ["HostAgreementSigned", "establishmentId", "EstablishmentRegistered"],
  ["AssessmentTaken", "siteId", "AssessmentSiteCommissioned"],
  ["PlacementVerified", "enrolmentId", "TraineeEnrolled"],
  ["EmployerSatisfactionReported", "spellId", "EmploymentStarted"],
  ["CandidateRejected", "referralId", "CandidateReferred"],
  ["RetirementTaken", "spellId", "EmploymentEnded"],
  ["ContributionPaid", "listId", "ContributionListSubmitted"],
  ["BenefitEnded", "benefitId", "BenefitAwarded"],
  ["VacancyFilled", "vacancyId", "VacancyOpened"],
  ["VacancyWithdrawn", "vacancyId", "VacancyOpened"],
  ["LabourStatusObserved", "wave", "SurveyWaveFielded"],
  ["LicenceGranted", "applicationId", "LicenceApplied"],
  ["LicenceAutoIssued", "applicationId", "ApplicantEligibilityConfirmed"],
  ["LicenceApplicationAssessed", "applicationId", "LicenceApplied"],
  ["ContributionListAssessed", "listId", "ContributionListSubmitted"],
  ["ContributionListMissed", "establishmentId", "EstablishmentRegistered"],
  ["HouseholdRegistered", "headRef", "WorkerRegistered", "personRef"],
  ["DecileAssigned", "householdId", "HouseholdRegistered"],
  ["CouponPurchaseMade", "storeId", "StoreJoined"],
  ["BonusGranted", "planVersion", "PlanParametersSet"],
  ["BonusExpired", "householdId", "BonusGranted"],
  ["MembershipReported", "organisationId", "SocialPartnerRegistered"],
  ["CollectiveAgreementLapsed", "agreementId", "CollectiveAgreementSigned"],
  ["MeetingHeld", "meetingId", "MeetingConvened"],
  ["DecisionAdopted", "meetingId", "MeetingHeld"],
  ["DisputeDecided", "disputeId", "DisputeFiled"],
  ["DisputeAppealed", "disputeId", "DisputeDecided"],
  ["StoppageEnded", "stoppageId", "StoppageStarted"],
  ["CompetitionResultRecorded", "competitionId", "CompetitionAnnounced"],
];

describe("references of a simulated country", () => {
  const events = new Map<string, NewEvent[]>();
  const types = new Map<string, NewEvent>();
  let end = 0;
  for (const event of sharedCountry()) {
    const ofType = events.get(event.type);
    if (ofType === undefined) events.set(event.type, [event]);
    else ofType.push(event);
    types.set(event.id, event);
    end = Date.parse((event.recordedAt ?? "").slice(0, 10));
  }
  const isRecent = ({ recordedAt = "" }: NewEvent) => end - Date.parse(recordedAt) <= LATE_DAYS * 86_400_000;

  it.each(REFERENCES.map(([type, name, of, as = name]) => [type, name, of, as] as const))(
    "%s names a %s that some %s brought into being, or will late",
    (type, name, of, as) => {
      const known = new Set((events.get(of) ?? []).map((event) => field(event, as)));
      const named = (events.get(type) ?? []).filter(({ data }) => data[name] !== undefined);
      const lost = named.filter((event) => !known.has(field(event, name)));
      expect(known.size).toBeGreaterThan(0);
      expect(lost.filter((event) => !isRecent(event))).toEqual([]);
      // One in twenty reports is late: of a few, one may be.
      expect(lost.length).toBeLessThanOrEqual(Math.max(1, 0.05 * named.length));
    },
  );

  it("corrections stand after what they corrected, in its stream and of its type", () => {
    const corrections = [...types.values()].filter(
      ({ corrects, type }) => corrects !== undefined && type !== "EventRetracted",
    );
    for (const { corrects = "", recordedAt = "", type, stream } of corrections) {
      const original = types.get(corrects);
      expect(original).toMatchObject({ type, stream });
      expect((original?.recordedAt ?? "") < recordedAt).toBe(true);
    }
    expect(corrections.length / types.size).toBeGreaterThan(0.007);
    expect(corrections.length / types.size).toBeLessThan(0.014);
  });

  it("retractions name the type of what they take back, once each", () => {
    const retractions = events.get("EventRetracted") ?? [];
    for (const retraction of retractions) {
      expect(types.get(retraction.corrects ?? "")?.type).toBe(field(retraction, "retractedType"));
    }
    expect(new Set(retractions.map(({ corrects }) => corrects)).size).toBe(retractions.length);
    expect(retractions.length / types.size).toBeGreaterThan(0.0015);
    expect(retractions.length / types.size).toBeLessThan(0.004);
  });
});
