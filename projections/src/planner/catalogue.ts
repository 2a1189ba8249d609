import type { Calendar, Frequency } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";

/** A value that a dimension of an indicator takes in the data there is. */
export type ExistingValue = { readonly code: string; readonly label: Text };

/** What there is to know about an indicator before asking for its numbers. Events and official series alike. */
export type IndicatorCard = {
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
};

export type ClaimRow = {
  readonly figureId: string;
  readonly documentId: string;
  readonly documentTitle: Text | null;
  readonly measure: string;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly qualifier: string;
  readonly unit: string;
  readonly kind: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly subject: Text;
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speakerOrganisation: string | null;
  readonly place: string;
  readonly knownOn: string;
};

/** A declared relation between figures that does not hold. Gap = left − the combination of the right. */
export type InconsistencyRow = {
  readonly relationId: string;
  readonly kind: string;
  readonly left: ClaimRow;
  readonly right: readonly ClaimRow[];
  readonly expected: number | null;
  readonly gap: number | null;
  /** The gap in percent of the left figure. */
  readonly gapPercent: number | null;
  readonly tolerance: number;
};

export type ReleaseRow = {
  readonly releaseId: string;
  readonly asOf: string;
  readonly periodTo: string;
  readonly indicators: readonly string[];
  readonly reason: Text;
  readonly nextOn: string | null;
};

/** How the read model stands: what the status page and `system` say. */
export type ModelStatus = {
  readonly position: string;
  readonly knownOn: string | null;
  readonly hash: string;
  readonly events: number;
  readonly setAside: readonly { readonly reason: string; readonly type: string; readonly count: number }[];
};

export type Page<T> = { readonly total: number; readonly items: readonly T[] };
