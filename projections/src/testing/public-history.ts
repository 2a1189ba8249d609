import { addDays } from "@karnameh/schema/calendar";
import type { Kind } from "./generated-event.ts";

const PROVINCES = ["IR-23", "IR-10", "IR-20"];
const DECILES = ["1", "2", "3"];
const MONTHS = ["1399-01", "1399-02", "1399-03"];
const ITEMS = ["CHEESE", "RICE"];
const COUNTRIES = ["CHN", "IRQ", "IRN"];
const CYCLES = ["MONTH", "MONTH", "QUARTER"];

/** Generated events of licences. */
const licensing: readonly Kind[] = [
  ({ a, b, c }) => [
    "LicenceApplied",
    {
      applicationId: `q${a % 4}`,
      kind: b % 3 ? "NEW" : "RENEWAL",
      area: PROVINCES[c % 3],
      ...(b % 3 ? {} : { licenceId: `i${a % 3}` }),
    },
  ],
  ({ a, b, c }, on) => [
    "LicenceGranted",
    {
      applicationId: `q${a % 4}`,
      licenceId: `i${b % 3}`,
      ...(c % 2 ? { endsOn: addDays(on, c * 40) } : {}),
    },
  ],
  ({ a, b }, on) => ["LicenceAutoIssued", { applicationId: `q${a % 4}`, licenceId: `i${b % 3}`, dueOn: on }],
  ({ a, b, c }, on) => [
    "LicenceApplicationAssessed",
    {
      applicationId: `q${a % 4}`,
      dueOn: on,
      isInTime: b % 3 === 0,
      ...(b % 3 < 2 ? { decidedOn: addDays(on, b % 3 ? 2 : -1), workingDays: c } : {}),
    },
  ],
  ({ a }) => ["LicenceRefused", { applicationId: `q${a % 4}`, grounds: "no workshop" }],
  ({ a, b }, on) => ["LicenceRenewed", { licenceId: `i${a % 3}`, endsOn: addDays(on, b * 50) }],
  ({ a, b }, on) => [
    "LicenceSuspended",
    { licenceId: `i${a % 3}`, ...(b % 2 ? { endsOn: addDays(on, b * 10) } : {}) },
  ],
  ({ a }) => ["LicenceReinstated", { licenceId: `i${a % 3}` }],
  ({ a }) => ["LicenceRevoked", { licenceId: `i${a % 3}` }],
  ({ a }) => ["LicenceExpired", { licenceId: `i${a % 3}` }],
];

/** Generated events of households, the coupon plan and prices. */
const welfare: readonly Kind[] = [
  ({ a, b }) => ["HouseholdRegistered", { householdId: `h${a % 3}`, area: PROVINCES[b % 3] }],
  ({ a, b }) => ["DecileAssigned", { householdId: `h${a % 3}`, decile: DECILES[b % 3] }],
  ({ a, b, c }) => [
    "PlanParametersSet",
    {
      planVersion: `v${a % 3}`,
      deciles: DECILES.slice(0, 1 + (b % 3)),
      basket: ITEMS.slice(0, 1 + (c % 2)),
      threshold: b * 100,
      bonus: c * 50,
      cycle: CYCLES[a % 3],
      basePeriod: c % 3 ? "1401-06" : "1402-06",
    },
  ],
  ({ a, b, c }) => ["BonusGranted", { householdId: `h${a % 3}`, month: MONTHS[b % 3], amount: c }],
  ({ a, b, c }) => [
    "BasketPriceObserved",
    { item: ITEMS[a % 2], price: b * 7 + 1, area: PROVINCES[c % 3], unit: c % 4 ? "KGM" : "C62" },
  ],
  ({ a, b, c }, on) => [
    "BasePriceFixed",
    { item: ITEMS[a % 2], price: b * 5, ...(c % 2 ? { endsOn: addDays(on, c * 60) } : {}) },
  ],
];

/** Generated events of insurers, benefits and payments. */
const insurance: readonly Kind[] = [
  ({ a, b, c }) => [
    "CoverageSnapshotReported",
    {
      organisationId: `z${a % 2}`,
      mainInsured: b,
      dependants: c,
      pensioners: a,
      pensionDependants: 1,
    },
  ],
  ({ a, b, c }, on) => [
    "BenefitAwarded",
    {
      benefitId: `f${a % 3}`,
      personRef: `p${b % 4}`,
      branch: "OLD_AGE",
      monthly: 5,
      ...(c % 2 ? { endsOn: addDays(on, c * 30) } : {}),
    },
  ],
  ({ a }) => ["BenefitEnded", { benefitId: `f${a % 3}`, reason: "TERM" }],
  ({ a, b, c }) => [
    "ContributionListAmended",
    {
      listId: `l${a % 3}`,
      ...(c % 4 ? { month: `1399-0${1 + (b % 5)}` } : {}),
      lines: [{ personRef: `p${b % 4}`, days: c % 3 === 1 ? 0 : 10, insurableWage: c * 100 }],
    },
  ],
  ({ a, b, c }, on) => [
    "ContributionListAssessed",
    {
      listId: `l${a % 3}`,
      establishmentId: `b${b % 3}`,
      month: "1399-01",
      dueOn: addDays(on, -c),
      isOnTime: b % 2 === 0,
      daysLate: b % 2,
      calendarVersion: "kept",
      ruleVersion: "article-39",
    },
  ],
  ({ a, b, c }, on) => [
    "ContributionListMissed",
    {
      establishmentId: `b${a % 3}`,
      month: "1399-01",
      isSmallWorkshop: b % 2 === 0,
      calendarVersion: `kept-${c}`,
      ruleVersion: on,
    },
  ],
  ({ a, b, c }) => ["ContributionPaid", { listId: `l${a % 3}`, worker: b, employer: c, unemployment: 1 }],
];

/** Generated events of other countries, and of official series. */
const abroad: readonly Kind[] = [
  ({ a, b, c }) => [
    "TrainersTrained",
    { exchangeId: `e${a % 3}`, country: COUNTRIES[b % 2], direction: c % 2 ? "IN" : "OUT", persons: c },
  ],
  ({ a, b, c }, on) => [
    "MemorandumSigned",
    {
      memorandumId: `u${a % 3}`,
      parties: ["IRN", COUNTRIES[b % 3], COUNTRIES[c % 3]].map((country, n) => ({
        organisationId: `party${n}`,
        country,
      })),
      ...(c % 2 ? { endsOn: addDays(on, c * 50) } : {}),
    },
  ],
  ({ a, b }, on) => [
    "MemorandumAmended",
    { memorandumId: `u${a % 3}`, ...(b % 3 ? { endsOn: addDays(on, b * 70) } : {}) },
  ],
  ({ a }) => ["MemorandumLapsed", { memorandumId: `u${a % 3}` }],
  ({ a, b }, on) => [
    "CompetitionAnnounced",
    { competitionId: `k${a % 2}`, name: { fa: "مسابقه" }, host: COUNTRIES[b % 3], startsOn: on, endsOn: on },
  ],
  ({ a, b, c }) => [
    "CompetitionResultRecorded",
    {
      competitionId: `k${a % 2}`,
      skill: `s${b % 2}`,
      medal: ["GOLD", "NONE", "BRONZE"][c % 3],
      ...(b % 3 ? { competitorRef: `p${c % 2}` } : {}),
    },
  ],
  ({ a, b, c }, on) => [
    "ObservationImported",
    {
      datasetId: `d${b % 3}`,
      series: ["SP.POP.TOTL", "NY.GDP.MKTP.KD", "EMP_2EMP_SEX_STE_NB_A"][a % 3],
      refArea: COUNTRIES[b % 2],
      frequency: c % 4 ? "A" : "Q",
      period: "2020",
      vintageOn: addDays(on, b * 20),
      ...(c % 3 ? { value: b * 1.5 + c } : {}),
    },
  ],
];

/** Generated events of parties that agree, refer and consult. */
const dealing: readonly Kind[] = [
  ({ a, b }) => [
    "RecruitmentAgreementSigned",
    { agreementId: `r${a % 3}`, organisationId: `o${b % 3}`, isExclusiveForReplacement: b % 2 === 0 },
  ],
  ({ a, b }) => [
    "HostAgreementSigned",
    { agreementId: `t${a % 3}`, establishmentId: `b${b % 3}`, unitKind: "GUILD", capacity: 3 },
  ],
  ({ a, b }) => [
    "HiringRequested",
    { requestId: `x${a % 3}`, establishmentId: `b${b % 3}`, isco08: "72", posts: 1 },
  ],
  ({ a, b }) => [
    "CandidateReferred",
    { referralId: `r${a}`, requestId: `x${b % 3}`, personRef: `p${a % 4}` },
  ],
  ({ a, b, c }) => [
    "OpinionFiled",
    {
      consultationId: `c${a % 2}`,
      party: ["WORKER", "EMPLOYER", "GOV"][b % 3],
      stance: "FOR",
      ...(c % 2 ? { organisationId: `o${c % 3}` } : {}),
    },
  ],
];

/** Generated events of licences, welfare, insurers, other countries and the dealings of the parties. */
export const publicKinds: readonly Kind[] = [...licensing, ...welfare, ...insurance, ...abroad, ...dealing];
