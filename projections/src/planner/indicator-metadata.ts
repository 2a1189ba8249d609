import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";

/** A value that a dimension of an indicator takes in the data there is. */
export type ExistingValue = { readonly code: string; readonly label: Text };

/** What there is to know about an indicator before asking for its numbers. Events and official series alike. */
export type IndicatorMetadata = {
  readonly code: string;
  /** `EVENTS` where it is derived from the ledger, `SERIES` where it is an official series that was imported. */
  readonly kind: "EVENTS" | "SERIES";
  readonly theme: string;
  readonly title: Text;
  readonly meaning: Text;
  readonly notCounted: Text;
  readonly unit: string;
  readonly decimals: number;
  readonly definedBy: Text;
  readonly codes: { readonly ilo?: string; readonly sdg?: string; readonly eqavet?: string };
  readonly window: string | null;
  readonly dimensions: readonly {
    readonly id: string;
    readonly title: Text;
    readonly codelist: string | null;
  }[];
  readonly calendars: readonly Calendar[];
  readonly frequencies: readonly Frequency[];
  /** The types of event it rests on. */
  readonly events: readonly string[];
  /** The rules themselves, as SQL. */
  readonly methodology: readonly string[];
  /** True of a series of which nothing but simulation is known. */
  readonly isSimulated?: boolean;
};
