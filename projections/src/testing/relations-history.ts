import { addDays } from "@karnameh/schema/calendar";
import type { Kind } from "./generated-event.ts";

const PROVINCES = ["IR-23", "IR-10", "IR-20"];

/** Generated events of the three parties: a few organisations, agreements, bodies, disputes and stoppages. */
export const relationsKinds: readonly Kind[] = [
  ({ a, b, c }) => [
    "SocialPartnerRegistered",
    {
      organisationId: `o${a % 3}`,
      party: b % 3 ? "WORKER" : "EMPLOYER",
      kind: c % 2 ? "TRADE_UNION" : "FEDERATION",
      isic4: c % 3 ? ["29"] : ["29", "25", "85"].slice(0, b % 4),
      area: PROVINCES[c % 3],
    },
  ],
  ({ a }) => ["SocialPartnerDissolved", { organisationId: `o${a % 3}` }],
  ({ a, b, c }) => [
    "MembershipReported",
    { organisationId: `o${a % 3}`, members: b * 3 + c, employeeMembers: b * 3 },
  ],
  ({ a, b, c }, on) => [
    "CollectiveAgreementSigned",
    {
      agreementId: `g${a % 3}`,
      employees: b * 10,
      level: c % 2 ? "SECTOR" : "ENTERPRISE",
      ...(c % 3 ? { endsOn: addDays(on, b * 60) } : {}),
      ...(b % 2 ? { area: PROVINCES[c % 3], isic4: "29" } : {}),
    },
  ],
  ({ a, b, c }, on) => [
    "CollectiveAgreementRenewed",
    { agreementId: `g${a % 3}`, employees: b * 10 + c, ...(c % 2 ? { endsOn: addDays(on, b * 90) } : {}) },
  ],
  ({ a }) => ["CollectiveAgreementLapsed", { agreementId: `g${a % 3}` }],
  ({ a, b, c }) => [
    "BodyConstituted",
    {
      bodyId: `y${a % 2}`,
      seats: [
        { seat: "GOV", persons: b % 3 },
        { seat: "EMPLOYER", persons: 3 },
        { seat: "WORKER", persons: c % 4 },
      ],
      quorum: b % 4 ? 3 : 2,
      minMeetingsPerMonth: c % 5 ? 1 : 0,
    },
  ],
  ({ a, b, c }) => [
    "MeetingHeld",
    {
      meetingId: `m${a}`,
      bodyId: `y${b % 2}`,
      attendance: [
        { seat: "GOV", persons: c % 2 },
        { seat: "EMPLOYER", persons: b % 3 },
        { seat: "WORKER", persons: c % 3 },
      ],
    },
  ],
  ({ a, b, c }) => [
    "DisputeFiled",
    {
      disputeId: `d${a % 4}`,
      filedBy: b % 3 ? "WORKER" : "EMPLOYER",
      establishmentId: `b${c % 3}`,
      area: PROVINCES[b % 3],
      subject: c % 2 ? "WAGE" : "DISMISSAL",
    },
  ],
  ({ a, b }) => [
    "DisputeConciliated",
    { disputeId: `d${a % 4}`, outcome: b % 2 ? "SETTLED" : "NOT_SETTLED" },
  ],
  ({ a, b }) => [
    "DisputeDecided",
    { disputeId: `d${a % 4}`, outcome: b % 2 ? "FOR_WORKER" : "FOR_EMPLOYER" },
  ],
  ({ a }) => ["DisputeAppealed", { disputeId: `d${a % 4}` }],
  ({ a, b, c }) => [
    "StoppageStarted",
    {
      stoppageId: `w${a % 3}`,
      workersInvolved: b * 20,
      kind: c % 3 ? "STRIKE" : "LOCKOUT",
      area: PROVINCES[c % 3],
    },
  ],
  ({ a, b }) => ["StoppageScopeChanged", { stoppageId: `w${a % 3}`, workersInvolved: b * 30 }],
  ({ a, b, c }) => ["StoppageEnded", { stoppageId: `w${a % 3}`, daysNotWorked: b * 40 + c / 2 }],
];
