import { KurrentDBClient, NotLeaderError } from "@kurrent/kurrentdb-client";
import { LogError } from "../port.ts";
import type { Address } from "./address.ts";
import { failureOf, isUnavailable, type Operation } from "./failure.ts";
import type { LogNamespace } from "./log-namespace.ts";

/** The client of a cluster, replaced by a new one whenever it may have become useless. */
export class KurrentConnection {
  readonly redactedAddress: string;
  readonly namespace: LogNamespace;
  readonly #text: string;
  readonly #login: Address["login"];
  #client: KurrentDBClient | undefined;
  #isClosed = false;

  constructor({ text, redacted, login }: Address, namespace: LogNamespace) {
    this.namespace = namespace;
    this.#login = login;
    this.#text = text;
    this.redactedAddress = redacted;
  }

  get client(): KurrentDBClient {
    if (this.#isClosed) throw new LogError("UNAVAILABLE", `The event log ${this.redactedAddress} is closed.`);
    this.#client ??= this.#connect();
    return this.#client;
  }

  /**
   * Runs an operation with the client and turns its errors into LogError. Trap: when its first connection fails, a
   * client can never read again, so a client that lost the cluster is dropped. A client that was referred to another
   * leader is kept, because it connects there by itself.
   */
  async use<T>(operation: Operation, act: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.client;
    try {
      return await act(client);
    } catch (error) {
      const failure = failureOf(this.redactedAddress, operation, error);
      if (isUnavailable(failure) && !(error instanceof NotLeaderError)) this.#drop(client);
      throw failure;
    }
  }

  #drop(client: KurrentDBClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.dispose().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#client?.dispose();
    this.#client = undefined;
  }

  /** Trap: the client's own message about an address repeats a part of it, so it is replaced. */
  #connect(): KurrentDBClient {
    try {
      const client = KurrentDBClient.connectionString(this.#text);
      const login = this.#login;
      if (login !== undefined) client.setCredentialsProvider(() => Promise.resolve(login));
      return client;
    } catch (error) {
      const isFile = error instanceof Error && /certificate/i.test(error.message);
      const what = isFile
        ? "names a certificate file that does not exist"
        : "cannot be understood by the client";
      throw new LogError(
        "BAD_ADDRESS",
        `The address of the event log ${this.redactedAddress} ${what}; correct it.`,
      );
    }
  }
}
