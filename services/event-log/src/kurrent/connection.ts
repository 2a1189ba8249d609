import { KurrentDBClient, NotLeaderError } from "@kurrent/kurrentdb-client";
import { LogError } from "../port.ts";
import type { Address } from "./address.ts";
import { type Errand, failureOf, isLost } from "./failure.ts";
import type { Naming } from "./naming.ts";

/** Rejects after a while, because an append whose answer is lost never settles, whatever its deadline. */
export const within = async <T>(ms: number, what: string, promise: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** The client, made anew whenever the one there was may be of no more use. */
export class Connection {
  readonly shown: string;
  readonly naming: Naming;
  readonly #text: string;
  readonly #login: Address["login"];
  #client: KurrentDBClient | undefined;
  #isClosed = false;

  constructor({ text, shown, login }: Address, naming: Naming) {
    this.naming = naming;
    this.#login = login;
    this.#text = text;
    this.shown = shown;
  }

  get client(): KurrentDBClient {
    if (this.#isClosed) throw new LogError("UNAVAILABLE", `The event log ${this.shown} is closed.`);
    this.#client ??= this.#connect();
    return this.#client;
  }

  /**
   * Does something with the client, failing in the log's own words. Trap: when its first connection fails, a
   * client can never read again, so one that lost the cluster is given up. One that was told of another leader
   * is kept, because it goes there by itself.
   */
  async use<T>(errand: Errand, act: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.client;
    try {
      return await act(client);
    } catch (error) {
      const failure = failureOf(this.shown, errand, error);
      if (isLost(failure) && !(error instanceof NotLeaderError)) this.giveUp(client);
      throw failure;
    }
  }

  giveUp(client: KurrentDBClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.dispose().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#client?.dispose();
    this.#client = undefined;
  }

  /** Trap: the client's own complaint of an address repeats a part of it, so only ours is said. */
  #connect(): KurrentDBClient {
    try {
      const client = KurrentDBClient.connectionString(this.#text);
      const login = this.#login;
      if (login !== undefined) client.setCredentialsProvider(() => Promise.resolve(login));
      return client;
    } catch (error) {
      const isFile = error instanceof Error && /certificate/i.test(error.message);
      const what = isFile
        ? "names a certificate file that is not there"
        : "cannot be understood by the client";
      throw new LogError("BAD_ADDRESS", `The address of the event log ${this.shown} ${what}; correct it.`);
    }
  }
}
