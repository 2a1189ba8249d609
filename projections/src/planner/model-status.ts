/** How the read model stands: what the status page and `system` say. */
export type ModelStatus = {
  readonly position: string;
  readonly knownOn: string | null;
  readonly hash: string;
  readonly events: number;
  readonly unprocessableEvents: readonly {
    readonly reason: string;
    readonly type: string;
    readonly count: number;
  }[];
};
