import { Agent, request } from "node:http";
import { BenchError } from "./bench-error.ts";

/** A GraphQL response. */
export type GraphQLResponse = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
};

export type Client = {
  /** Resolves when the response is complete; rejects if there is no response. */
  post(body: string): Promise<string>;
  close(): void;
};

/** A client with one connection that it keeps, so that only queries are timed. */
export const createClient = (url: string): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const target = new URL("graphql", url);
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
        const sent = request(target, { agent, method: "POST", headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
          response.once("error", reject);
        });
        sent.once("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
};

/** The response's data. Throws BenchError if it has none. */
export const dataOf = (text: string): unknown => {
  const { data, errors } = JSON.parse(text) as GraphQLResponse;
  if (errors !== undefined || data === undefined || data === null)
    throw new BenchError(`The server rejected a query: ${errors?.[0]?.message ?? text.slice(0, 200)}`);
  return data;
};
