import { randomUUID } from "node:crypto";
import type { Logger } from "@karnameh/runtime/logger";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { UNEXPECTED } from "./present-error.ts";

/** Gives each request an id, logs unexpected errors under it, and sends only the id to the client. */
export const requestLog = (logger: Pick<Logger, "error">): Plugin => {
  const ids = new WeakMap<Request, string>();
  const idOf = (request: Request): string => {
    const id = ids.get(request) ?? randomUUID();
    ids.set(request, id);
    return id;
  };
  const logError = (error: unknown, request: Request): void => {
    if (!(error instanceof GraphQLError) || error.extensions["code"] !== UNEXPECTED) return;
    const requestId = idOf(request);
    error.extensions["requestId"] = requestId;
    logger.error("unexpected error in a GraphQL query", {
      requestId,
      path: error.path,
      error: error.originalError,
    });
  };
  return {
    onResultProcess({ request, result }) {
      if ("errors" in result) for (const error of result.errors ?? []) logError(error, request);
    },
    onResponse({ request, response }) {
      response.headers.set("x-request-id", idOf(request));
      response.headers.set("cache-control", "no-store");
    },
  };
};
