import type { RecordedEvent, ResolvedEvent } from "@kurrent/kurrentdb-client";

/** The version of this way to keep events. */
const VERSION = "1";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** How the events of one log are told from whatever else its cluster holds, other logs among it. */
export class Naming {
  /** The stream whose one event names the log. */
  readonly identityStream: string;
  readonly #prefix: string;
  readonly #mark: string;

  /** `name` is empty for the one log that a cluster has as a rule. */
  constructor(name: string) {
    this.#prefix = name === "" ? "" : `${name}.`;
    this.#mark = name === "" ? VERSION : `${VERSION} ${name}`;
    this.identityStream = `${this.#prefix}karnameh-log`;
  }

  /** Texts only, because an append to several streams takes nothing else. */
  metadata(recordedAt: string | undefined): Record<string, string> {
    return { karnameh: this.#mark, ...(recordedAt === undefined ? {} : { recordedAt }) };
  }

  streamOf(stream: string): string {
    return `${this.#prefix}${stream}`;
  }

  /** Whether an event is one that was recorded in this log. */
  isOurs({ event }: ResolvedEvent): boolean {
    if (event === undefined || event.streamId === this.identityStream) return false;
    return isObject(event.metadata) && event.metadata["karnameh"] === this.#mark;
  }

  /** What is wrong with an event of ours, if anything is. */
  flawOf(event: RecordedEvent): string | undefined {
    if (!event.isJson || !isObject(event.data)) return "its data is not the JSON of an event";
    const { id, type, stream } = event.data;
    if (id !== event.id) return "its data is of an event with another id";
    if (type !== event.type) return "its data is of an event of another type";
    return event.streamId === this.streamOf(String(stream))
      ? undefined
      : "its data is of an event of another stream";
  }
}
