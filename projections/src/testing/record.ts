import { type FactColumn, factTable } from "@karnameh/schema/columns";
import { contract } from "@karnameh/schema/contracts";
import type { NewEvent } from "@karnameh/schema/event";
import { person, type Said, said, uuid } from "./ledger.ts";

type Data = Readonly<Record<string, unknown>>;

/** What specs rarely care about, by event type. */
const UNSPOKEN: Readonly<Record<string, Data>> = {
  WorkerRegistered: { birthYear: 1990, sex: "F", homeArea: "IR-23", education: "ISCED11_3" },
  EstablishmentRegistered: {
    organisationId: "saipa",
    name: { fa: "سایپا", en: "Saipa" },
    isic4: "29",
    area: "IR-23",
    sector: "PUBLIC",
  },
  EmploymentStarted: {
    establishmentId: "plant",
    isco08: "72",
    statusEmp: "1",
    contract: "FIXED",
    weeklyHours: 44,
    isInsured: true,
    channel: "DIRECT",
  },
  EmploymentEnded: { reason: "RESIGN" },
  RetirementForecasted: { qualifier: "APPROX" },
  SkillStandardPublished: { title: { fa: "جوشکاری" }, isco08: ["72"], hours: 120, standardVersion: 1 },
  CourseScheduled: {
    standardId: "welding",
    providerId: "tvto-1",
    provider: "STATE_CENTRE",
    programme: "GENERAL",
    area: "IR-23",
    plannedHours: 120,
    capacity: 20,
  },
  TraineeEnrolled: { feePaid: 0 },
  TrainingCompleted: { totalHours: 120 },
  AssessmentTaken: { standardId: "welding", area: "IR-23", mode: "PRACTICAL" },
  AssessmentSiteCommissioned: { kind: "PRACTICAL_WORKSHOP", area: "IR-23", seats: 10 },
  ProgrammeDefined: { title: { fa: "نخلستان" }, programme: "NAKHLESTAN" },
  HostAgreementSigned: { establishmentId: "plant", unitKind: "INDUSTRIAL", capacity: 10 },
  HiringRequested: { establishmentId: "plant", isco08: "72", posts: 1 },
  PlacementVerified: { evidence: "INSURANCE" },
  VacancyOpened: { establishmentId: "plant", isco08: "72", posts: 1 },
  LabourStatusObserved: {
    surveyId: "lfs",
    wave: "1400-q1",
    sex: "F",
    age: 30,
    area: "IR-23",
    wantsMoreHours: false,
    isAvailableForMore: false,
    isInEducation: false,
    weight: 100,
  },
  SurveyWeightsCalibrated: { surveyId: "lfs", wave: "1400-q1", benchmark: "census", method: "raking" },
  CertificateIssued: { standardId: "welding" },
  CertificateRevoked: { reason: "forged" },
  CoverageStarted: { scheme: "COMPULSORY" },
  ContributionListSubmitted: { establishmentId: "plant", isSmallWorkshop: false },
  SocialPartnerRegistered: {
    name: { fa: "انجمن صنفی" },
    party: "WORKER",
    kind: "TRADE_UNION",
    level: "ENTERPRISE",
    area: "IR-23",
  },
  CollectiveAgreementSigned: { level: "ENTERPRISE", parties: ["union", "saipa"], topics: ["WAGE"] },
  BodyConstituted: { name: { fa: "شورای عالی کار" }, quorum: 7, minMeetingsPerMonth: 1, termYears: 2 },
  DisputeFiled: {
    kind: "INDIVIDUAL",
    subject: "WAGE",
    filedBy: "WORKER",
    establishmentId: "plant",
    area: "IR-23",
    workers: 1,
  },
  DisputeConciliated: { outcome: "SETTLED" },
  DisputeDecided: { stage: "INQUIRY", outcome: "FOR_WORKER" },
  DisputeAppealed: { stage: "SETTLEMENT", appealedBy: "EMPLOYER" },
  StoppageStarted: { kind: "STRIKE", isic4: "29", area: "IR-23" },
  StoppageEnded: { outcome: "AGREEMENT", thresholdRule: "all" },
  LicenceApplied: {
    organisationId: "school",
    kind: "NEW",
    standardIds: ["welding"],
    provider: "PRIVATE_SCHOOL",
    area: "IR-23",
  },
  LicenceApplicationAssessed: { allowedWorkingDays: 3, calendarVersion: "1400-1", ruleVersion: "rule-1" },
  LicenceAutoIssued: { calendarVersion: "1400-1", ruleVersion: "rule-1", workingDays: 3 },
  LicenceSuspended: { reason: "VIOLATION" },
  LicenceReinstated: { reason: "REMEDIED" },
  LicenceRevoked: { reason: "VIOLATION" },
  PlanParametersSet: {
    threshold: 2_000_000,
    bonus: 1_200_000,
    basis: "PERSON",
    cycle: "MONTH",
    basket: ["CHEESE", "RICE"],
    basePeriod: "1401-06",
  },
  HouseholdRegistered: { headRef: "head", area: "IR-23" },
  DecileAssigned: { methodVersion: "1" },
  BonusGranted: { amount: 1_200_000, planVersion: "v1", purchaseIds: ["purchase"] },
  BasketPriceObserved: { area: "IR-23", unit: "KGM" },
  BasePriceFixed: { unit: "KGM", basePeriod: "1401-06" },
  MemorandumSigned: { title: { fa: "تفاهم‌نامه" }, isDomestic: false },
  EventRetracted: { reason: "it did not happen" },
  FigureReported: {
    documentId: "d1",
    measure: "trainees",
    qualifier: "EQ",
    unit: "PERSONS",
    kind: "FLOW",
    subject: { fa: "کارآموختگان" },
    place: "p. 1",
    extraction: "HUMAN",
    confidence: 1,
  },
};

const named = ({ type }: FactColumn, value: unknown): unknown =>
  type === "UUID" ? uuid(String(value)) : type === "PERSON" ? person(String(value)) : value;

const namedFields = (columns: readonly FactColumn[], data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => {
      const column = columns.find(({ path }) => path.length === 1 && path[0] === field);
      return [field, column && value !== undefined ? named(column, value) : value];
    }),
  );

/**
 * An event recorded in a few words: identifiers and persons by readable names, what is not said as `UNSPOKEN` has
 * it. Throws for what the contract would refuse.
 */
export const record = (
  type: string,
  on: string,
  data: Data,
  words: Omit<Said, "type" | "on" | "data"> = {},
): NewEvent => {
  const known = contract(type);
  if (!known) throw new RangeError(`there is no event ${type}`);
  const { columns, children } = factTable(known);
  const whole: Record<string, unknown> = { ...namedFields(columns, { ...UNSPOKEN[type], ...data }) };
  for (const { path, scalar, columns: own } of children) {
    const [field] = path;
    const [first] = own;
    const lines = whole[field];
    if (!Array.isArray(lines) || !first) continue;
    whole[field] = lines.map((line) => (scalar ? named(first, line) : namedFields(own, line)));
  }
  return said({ type, on, data: known.data.parse(whole), ...words });
};
