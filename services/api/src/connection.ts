import { limits } from "@karnameh/projections/planner/limits";
import type { Page, PageRequest } from "@karnameh/projections/planner/page";
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

const DEFAULT_PAGE_SIZE = 50;

/** The arguments of every paged list. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ description: `Maximum number of items. Default: ${DEFAULT_PAGE_SIZE}.` }),
  after: t.string({ description: "`endCursor` of the previous page." }),
}));

type PageArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

const cursorOf = (list: string, offset: number): string =>
  Buffer.from(`${list}:${offset}`).toString("base64url");

const offsetOf = (list: string, cursor: string): number => {
  const [name, offset, ...rest] = Buffer.from(cursor, "base64url").toString().split(":");
  if (name === list && rest.length === 0 && /^\d{1,9}$/.test(offset ?? "")) return Number(offset);
  const hint = `Use the endCursor of a page of ${list}, or omit \`after\` for the first page.`;
  throw refusal("BAD_CURSOR", `'${cursor}' is not a cursor of ${list}.`, hint);
};

/** Converts the arguments of a list. Throws a refusal for a page that is too large or a cursor of another list. */
export const pageRequestOf = (list: string, { first, after }: PageArguments): PageRequest => {
  const size = first ?? DEFAULT_PAGE_SIZE;
  const facts = { requested: size, limit: limits.pageSize };
  const hint = `Request at most ${limits.pageSize} items, then continue with \`after: endCursor\`.`;
  if (size < 0) throw refusal("BAD_PAGE", `A page cannot have ${size} items.`, hint, facts);
  if (size > limits.pageSize) {
    const message = `A page of ${size} items is ${size - limits.pageSize} over the limit.`;
    throw refusal("TOO_LARGE", message, hint, facts);
  }
  return { first: size, after: typeof after === "string" ? offsetOf(list, after) : 0 };
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
  description: "Pagination of a list.",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "True if there is a next page." }),
    endCursor: t.exposeString("endCursor", {
      nullable: true,
      description: "Cursor for the next page, used as `after`; null if this page is empty.",
    }),
  }),
});

/** The connection type of a list: `<Name>Connection` and `<Name>Edge`. */
export const connectionType = <T>(name: string, node: OutputRef<T>) => {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `An edge: one ${name} and its cursor.`,
    fields: (t) => ({
      cursor: t.exposeString("cursor", {
        description: "Cursor, used as `after` to continue after this item.",
      }),
      node: t.field({ type: node, description: "The item.", resolve: (parent) => parent.node as never }),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `One page of a list of ${name} items.`,
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        description: "Items of this page.",
        resolve: (parent) => parent.nodes as never,
      }),
      edges: t.field({
        type: [edge],
        description: "Items of this page with their cursors.",
        resolve: (parent) => parent.edges,
      }),
      totalCount: t.exposeInt("totalCount", { description: "Number of items on all pages." }),
      pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Pagination." }),
    }),
  });
};
