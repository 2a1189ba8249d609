import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import type { Lang } from "@karnameh/schema/text";
import { type Context, Hono } from "hono";
import { raw } from "hono/html";
import { assetAt, assetPaths, digest } from "./assets.ts";
import { contentCache, modelKey } from "./content-cache.ts";
import { cachedResponder } from "./http-cache.ts";
import { isRebuilding } from "./indicator-snapshot.ts";
import { layout } from "./layout.ts";
import { messages } from "./messages.ts";
import { noticePage } from "./notice-page.ts";
import { type ExampleQuery, type Page, pathIn } from "./page.ts";
import { routes } from "./routes.ts";
import { systemFooter } from "./system-footer.ts";

export type WebOptions = {
  /** The planner of the current read model: another one after a rebuild. */
  readonly planner: () => Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly exampleQueries?: readonly ExampleQuery[];
  readonly logger: Pick<Logger, "error">;
  /** Default: the pages of routes.ts. */
  readonly pages?: readonly Page[];
};

/** No script, no style except the site's own, nothing from another origin. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Changes with the texts of the layout and the style sheet, so that a new version has new ETags. */
const BUILD = digest(
  [messages.fa, messages.en].map((each) => JSON.stringify(each)).join() + assetPaths.style,
);

const errorResponse = async (
  context: Context,
  { live, logger }: WebOptions,
  lang: Lang,
  error: unknown,
): Promise<Response> => {
  context.header("Cache-Control", "no-store");
  if (!isRebuilding(error)) {
    logger.error("a page could not be rendered", { path: context.req.path, cause: error });
    return context.html(noticePage("failed", lang), 500);
  }
  context.header("Retry-After", "5");
  return context.html(noticePage("rebuilding", lang, systemFooter(await live(), undefined, lang)), 503);
};

const contentRenderer =
  (page: Page, { planner, exampleQueries = [], logger }: WebOptions, lang: Lang) =>
  async (status: ModelStatus) => {
    const content = await page.render({ planner: planner(), status, lang, exampleQueries });
    for (const { indicator, error } of content.failures)
      logger.error("an indicator could not be read", { indicator, cause: error });
    return { markup: String(await content.main), isCacheable: content.isCacheable };
  };

const pageHandler = (page: Page, options: WebOptions, lang: Lang) => {
  const { path } = page;
  const { live, planner, pages = routes } = options;
  const contentOf = contentCache(contentRenderer(page, options, lang));
  const respond = cachedResponder();
  const title = page.title?.(messages[lang]);
  return async (context: Context): Promise<Response> => {
    try {
      const [status, readerStatus] = await Promise.all([planner().status(), live()]);
      const content = await contentOf(status);
      const footer = String(await systemFooter(readerStatus, status, lang));
      const parts = { lang, path, title, pages, main: raw(content.markup), footer: raw(footer) };
      const document = String(await layout(parts));
      const version = [BUILD, lang, path, modelKey(status), content.digest, footer].join("\n");
      if (content.isCacheable) return await respond(context, `"${digest(version)}"`, document);
      context.header("Cache-Control", "no-store");
      return context.html(document);
    } catch (error) {
      return errorResponse(context, options, lang, error);
    }
  };
};

/** The web site: each page in Persian and English, and the assets. Every other path is 404, in both languages. */
export const createWeb = (options: WebOptions): Hono => {
  const app = new Hono({ strict: false });
  app.use(async (context, next) => {
    await next();
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
  });
  for (const page of options.pages ?? routes)
    for (const lang of ["fa", "en"] as const)
      app.get(pathIn(lang, page.path), pageHandler(page, options, lang));
  app.get("/assets/:name", (context) => {
    const asset = assetAt(context.req.path);
    if (asset === undefined) return context.notFound();
    return context.body(asset.bytes, 200, { "Content-Type": asset.type, "Cache-Control": IMMUTABLE });
  });
  app.notFound((context) => {
    context.header("Cache-Control", "no-store");
    return context.html(noticePage("notFound", /^\/en(\/|$)/.test(context.req.path) ? "en" : "fa"), 404);
  });
  return app;
};
