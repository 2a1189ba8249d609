import type { Text } from "@karnameh/schema/text";
import type { Measure, MeasureKind } from "./engine/cube.ts";

/** A count of persons, or of things each of which belongs to one person: protected by a cell key. */
export const ofPersons = (title: Text, kind: MeasureKind = "flow"): Measure => ({
  kind,
  title,
  isProtected: true,
  type: "BIGINT",
});

/** A sum of hours with two decimals. */
export const ofHours = (title: Text): Measure => ({
  kind: "flow",
  title,
  isProtected: false,
  type: "DECIMAL(18,2)",
});

/** A count of public things: posts, forecasts, licences of legal entities. */
export const ofThings = (title: Text, kind: MeasureKind = "flow"): Measure => ({
  kind,
  title,
  isProtected: false,
  type: "BIGINT",
});

/** A count of public things that exists from a day to another: agreements, memoranda, licences. */
export const ofStanding = (title: Text): Measure => ({ ...ofThings(title), kind: "stock" });

/** An amount with two decimals: prices, days of a stoppage. */
export const ofAmounts = (title: Text): Measure => ({ ...ofThings(title), type: "DECIMAL(18,2)" });
/** Persons that a sample stands for, by its weights: never protected, for the observed are no known persons. */
export const ofWeights = (title: Text): Measure => ({
  kind: "flow",
  title,
  isProtected: false,
  type: "DECIMAL(18,2)",
});
