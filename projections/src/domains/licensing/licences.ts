import { defineCube } from "../../engine/define-cube.ts";
import { ofStanding, ofThings } from "../../measures.ts";

/** Licences in force as a stock, its changes, and the acts that cause them; renewals are separate. */
export const licences = defineCube({
  name: "licences",
  title: { fa: "مجوزها", en: "Licences" },
  subject: "licence",
  reads: {
    licence_granted: { subject: "licence_id" },
    licence_auto_issued: { subject: "licence_id" },
    licence_renewed: { subject: "licence_id" },
    licence_suspended: { subject: "licence_id" },
    licence_reinstated: { subject: "licence_id" },
    licence_revoked: { subject: "licence_id" },
    licence_expired: { subject: "licence_id" },
    licence_applied: {
      via: ["licence_granted", "licence_auto_issued"],
      on: "application_id",
      lookup: "BY_KEY",
    },
  },
  dimensions: ["province", "provider"],
  measures: {
    in_force: ofStanding({ fa: "مجوزهای معتبر", en: "Licences in force" }),
    net_change: ofThings({ fa: "تغییر خالص", en: "Net change" }),
    issued: ofThings({ fa: "مجوزهای تازه", en: "New licences" }),
    renewed: ofThings({ fa: "تمدیدها", en: "Renewals" }),
    revoked: ofThings({ fa: "ابطال‌ها", en: "Revocations" }),
  },
  rule: new URL("./licences.sql", import.meta.url),
});
