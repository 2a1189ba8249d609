import type { Page } from "@karnameh/projections/planner/catalogue";
import { limits } from "@karnameh/projections/planner/limits";
import type { PageRequest } from "@karnameh/projections/planner/port";
import type { OutputRef } from "@pothos/core";
import { builder } from "./builder.ts";
import { refusal } from "./refusal.ts";

type Edge<T> = { readonly cursor: string; readonly node: T };
type Connection<T> = {
  readonly nodes: readonly T[];
  readonly edges: readonly Edge<T>[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

const DEFAULT_PAGE = 50;

const cursorOf = (list: string, rank: number): string => Buffer.from(`${list}:${rank}`).toString("base64url");

const rankOf = (list: string, cursor: string): number => {
  const [name, rank, ...rest] = Buffer.from(cursor, "base64url").toString().split(":");
  if (name === list && rest.length === 0 && /^\d{1,9}$/.test(rank ?? "")) return Number(rank);
  const hint = `Give the endCursor of a page of ${list}, or leave it out for the first page.`;
  throw refusal("BAD_CURSOR", `'${cursor}' is no cursor of ${list}.`, hint);
};

type PageArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

/** The slice of a list that was asked for. Throws a refusal for a page too large and a cursor of another list. */
export const sliceOf = (list: string, { first, after }: PageArguments): PageRequest => {
  const size = first ?? DEFAULT_PAGE;
  const facts = { asked: size, limit: limits.pageSize };
  const hint = `Ask for at most ${limits.pageSize} and go on with after: endCursor.`;
  if (size < 0) throw refusal("BAD_PAGE", `A page cannot have ${size} items.`, hint, facts);
  if (size > limits.pageSize)
    throw refusal("TOO_LARGE", `A page of ${size} is ${size - limits.pageSize} too many.`, hint, facts);
  return { first: size, after: typeof after === "string" ? rankOf(list, after) : 0 };
};

export const connectionOf = <T>(
  list: string,
  { after }: PageRequest,
  { items, total }: Page<T>,
): Connection<T> => {
  const end = after + items.length;
  return {
    nodes: items,
    edges: items.map((node, index) => ({ cursor: cursorOf(list, after + index + 1), node })),
    totalCount: total,
    pageInfo: { hasNextPage: end < total, endCursor: items.length > 0 ? cursorOf(list, end) : null },
  };
};

const PageInfo = builder.objectRef<Connection<unknown>["pageInfo"]>("PageInfo").implement({
  description: "Where a page of a list ends.",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether the list goes on." }),
    endCursor: t.exposeString("endCursor", {
      nullable: true,
      description: "Give it as `after` to go on; null where the page is empty.",
    }),
  }),
});

/** The connection type of a list: `<Name>Connection` and `<Name>Edge`. */
export const connectionType = <T>(name: string, node: OutputRef<T>) => {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `A ${name} and its place in the list.`,
    fields: (t) => ({
      cursor: t.exposeString("cursor", { description: "Give it as `after` to go on behind this item." }),
      node: t.field({ type: node, description: "The item.", resolve: (parent) => parent.node as never }),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `One page of a list: ${name}.`,
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        description: "The items of this page.",
        resolve: (parent) => parent.nodes as never,
      }),
      edges: t.field({
        type: [edge],
        description: "The same items with their cursors.",
        resolve: (parent) => parent.edges,
      }),
      totalCount: t.exposeInt("totalCount", { description: "Items of the whole list." }),
      pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Where this page ends." }),
    }),
  });
};
