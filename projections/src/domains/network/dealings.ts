import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Recorded contacts between two of the three parties. The subject's hash only groups facts while a batch is posted. */
export const dealings = defineCube({
  name: "dealings",
  title: { fa: "تعامل‌های طرف‌های روابط کار", en: "Contacts between the parties" },
  subject: "agreement, referral, list, meeting, consultation or dispute",
  reads: {
    collective_agreement_signed: { subject: "hash(agreement_id)" },
    recruitment_agreement_signed: { subject: "hash(agreement_id)" },
    host_agreement_signed: { subject: "hash(agreement_id)" },
    candidate_referred: { subject: "hash(referral_id)" },
    contribution_list_submitted: { subject: "hash(list_id)" },
    meeting_held: { subject: "hash(meeting_id)" },
    meeting_held_attendance: { subject: "hash(meeting_id)" },
    opinion_filed: { subject: "hash(consultation_id)" },
    dispute_filed: { subject: "hash(dispute_id)" },
    hiring_requested: { via: "candidate_referred", on: "request_id", lookup: "BY_VERSION" },
    establishment_registered: {
      via: ["hiring_requested", "host_agreement_signed", "contribution_list_submitted", "dispute_filed"],
      on: "establishment_id",
      lookup: "BY_VERSION",
    },
  },
  dimensions: ["dealing", "party", "counterparty", "organisation"],
  measures: { dealings: ofThings({ fa: "تعامل‌ها", en: "Contacts" }) },
  rule: new URL("./dealings.sql", import.meta.url),
});
