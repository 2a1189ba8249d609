import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Who came to the meetings of tripartite bodies, by the seats of each party. */
export const attendance = defineCube({
  name: "attendance",
  title: { fa: "حضور در جلسه‌ها", en: "Meeting attendance" },
  subject: "meeting",
  reads: {
    meeting_held: { subject: "meeting_id" },
    meeting_held_attendance: { subject: "meeting_id" },
    body_constituted_seats: { via: "meeting_held", on: "body_id", lookup: "BY_VERSION" },
  },
  dimensions: ["body", "seat"],
  measures: {
    seats: ofThings({ fa: "کرسی‌های جلسه‌ها", en: "Seats of the meetings" }),
    present: ofThings({ fa: "حاضران", en: "Persons present" }),
  },
  rule: new URL("./attendance.sql", import.meta.url),
});
