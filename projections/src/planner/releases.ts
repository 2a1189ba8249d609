import type { Text } from "@karnameh/schema/text";

export type ReleaseRow = {
  readonly releaseId: string;
  readonly asOf: string;
  readonly periodTo: string;
  readonly indicators: readonly string[];
  readonly reason: Text;
  readonly nextOn: string | null;
  readonly isSynthetic: boolean;
};
