import { defineCube } from "../../engine/define-cube.ts";
import { ofThings } from "../../measures.ts";

/** Trainers who were trained across a border, as public bodies count them. */
export const trainersExchanged = defineCube({
  name: "trainers_exchanged",
  title: { fa: "مربیان مبادله‌شده", en: "Trainers exchanged" },
  subject: "exchange",
  reads: { trainers_trained: { subject: "exchange_id" } },
  dimensions: ["country", "direction"],
  measures: { trainers: ofThings({ fa: "مربیان", en: "Trainers" }) },
  rule: new URL("./trainers.sql", import.meta.url),
});
