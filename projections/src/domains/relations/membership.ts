import { defineCube } from "../../engine/define-cube.ts";
import { ofStanding } from "../../measures.ts";

/** Members that organisations of workers and employers report, as a stock. */
export const membership = defineCube({
  name: "membership",
  title: { fa: "عضویت در تشکل‌ها", en: "Membership of social partners" },
  subject: "organisation",
  reads: {
    membership_reported: { subject: "organisation_id" },
    social_partner_dissolved: { subject: "organisation_id" },
    social_partner_registered: { subject: "organisation_id", lookup: "BY_KEY" },
    social_partner_registered_isic4: { subject: "organisation_id", lookup: "BY_VERSION" },
  },
  dimensions: ["province", "industry", "party", "partner_kind"],
  measures: {
    members: ofStanding({ fa: "اعضا", en: "Members" }),
    employee_members: ofStanding({ fa: "اعضای مزد و حقوق‌بگیر", en: "Members who are employees" }),
  },
  rule: new URL("./membership.sql", import.meta.url),
});
