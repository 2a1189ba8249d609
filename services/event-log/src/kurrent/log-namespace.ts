import type { RecordedEvent, ResolvedEvent } from "@kurrent/kurrentdb-client";
import { isObject } from "../is-object.ts";

/** The version of the format in which events are kept. */
const VERSION = "1";

/** Separates the events of one log from everything else on its cluster, other logs included. */
export class LogNamespace {
  /** The stream whose one event names the log. */
  readonly identityStream: string;
  readonly #prefix: string;
  readonly #mark: string;

  /** `name` is empty for the only log of a cluster, which is the usual case. */
  constructor(name: string) {
    this.#prefix = name === "" ? "" : `${name}.`;
    this.#mark = name === "" ? VERSION : `${VERSION} ${name}`;
    this.identityStream = `${this.#prefix}karnameh-log`;
  }

  /** Only texts, because an append to several streams takes no other values. */
  metadata(recordedAt: string | undefined): Record<string, string> {
    return { karnameh: this.#mark, ...(recordedAt === undefined ? {} : { recordedAt }) };
  }

  streamOf(stream: string): string {
    return `${this.#prefix}${stream}`;
  }

  /** Whether an event was recorded in this log. */
  isOurs({ event }: ResolvedEvent): boolean {
    if (event === undefined || event.streamId === this.identityStream) return false;
    return isObject(event.metadata) && event.metadata["karnameh"] === this.#mark;
  }

  /** Why an event of this log is not what was recorded; undefined if it is. */
  validateRecord(event: RecordedEvent): string | undefined {
    if (!event.isJson || !isObject(event.data)) return "its data is not the JSON of an event";
    const { id, type, stream } = event.data;
    if (id !== event.id) return "its data is of an event with another id";
    if (type !== event.type) return "its data is of an event of another type";
    return event.streamId === this.streamOf(String(stream))
      ? undefined
      : "its data is of an event of another stream";
  }
}
