import { defineCube } from "../../engine/define-cube.ts";
import { ofPersons, ofThings } from "../../measures.ts";

/** Trainees who learn in host units, and the units that have any, as stocks. */
export const hosts = defineCube({
  name: "hosts",
  title: { fa: "واحدهای میزبان", en: "Host units" },
  subject: "host unit",
  reads: {
    host_agreement_signed: { subject: "establishment_id" },
    host_agreement_ended: { via: "host_agreement_signed", on: "agreement_id", lookup: "BY_VERSION" },
    course_scheduled: {
      via: "host_agreement_signed",
      on: "host_agreement_id",
      parentOn: "agreement_id",
      lookup: "BY_VERSION",
    },
    course_cancelled: { via: "course_scheduled", on: "course_id", lookup: "BY_VERSION" },
    trainee_enrolled: { via: "course_scheduled", on: "course_id", lookup: "BY_VERSION" },
    trainee_withdrew: { via: "trainee_enrolled", on: "enrolment_id", lookup: "BY_VERSION" },
    training_completed: { via: "trainee_enrolled", on: "enrolment_id", lookup: "BY_VERSION" },
    establishment_registered: { subject: "establishment_id", lookup: "BY_KEY" },
  },
  dimensions: ["province", "industry"],
  measures: {
    trainees: ofPersons({ fa: "کارآموزان واحدهای میزبان", en: "Trainees in host units" }, "stock"),
    host_units: ofThings({ fa: "واحدهای میزبان با کارآموز", en: "Host units with trainees" }, "stock"),
  },
  rule: new URL("./hosts.sql", import.meta.url),
});
