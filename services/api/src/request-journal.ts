import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { UNEXPECTED } from "./present-error.ts";

export type ApiLogger = {
  readonly error: (message: string, facts: Readonly<Record<string, unknown>>) => void;
};

/** Names each request, logs what was unexpected in it under that name, and tells the caller the name alone. */
export const requestJournal = (logger: ApiLogger): Plugin => {
  const names = new WeakMap<Request, string>();
  const nameOf = (request: Request): string => {
    const known = names.get(request) ?? randomUUID();
    names.set(request, known);
    return known;
  };
  const record = (error: unknown, request: Request): void => {
    if (!(error instanceof GraphQLError) || error.extensions["code"] !== UNEXPECTED) return;
    const requestId = nameOf(request);
    error.extensions["requestId"] = requestId;
    logger.error("a question met an unexpected error", {
      requestId,
      path: error.path,
      error: error.originalError,
    });
  };
  return {
    onResultProcess({ request, result }) {
      if ("errors" in result) for (const error of result.errors ?? []) record(error, request);
    },
    onResponse({ request, response }) {
      response.headers.set("x-request-id", nameOf(request));
      response.headers.set("cache-control", "no-store");
    },
  };
};
