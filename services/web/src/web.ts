import type { ModelStatus } from "@karnameh/projections/planner/catalogue";
import type { Planner } from "@karnameh/projections/planner/port";
import type { Logger } from "@karnameh/runtime/logger";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import type { Lang } from "@karnameh/schema/text";
import { type Context, Hono } from "hono";
import { raw } from "hono/html";
import { assetAt, assetPaths, digest } from "./assets.ts";
import { gatherFront, modelKey } from "./front.ts";
import { type ExampleQuery, frontPage } from "./front-page.ts";
import { layout } from "./layout.ts";
import { messages } from "./messages.ts";
import { noticePage } from "./notice-page.ts";
import { isRebuilding } from "./reading.ts";
import { rememberSqueezed, takesGzip } from "./squeezed.ts";
import { systemFooter } from "./system-footer.ts";

export type WebOptions = {
  /** The planner of the model that answers now: another one after a rebuild. */
  readonly planner: () => Planner;
  readonly live: () => Promise<ReaderStatus>;
  readonly exampleQueries?: readonly ExampleQuery[];
  readonly logger: Pick<Logger, "error">;
};

type Body = { readonly markup: string; readonly isSettled: boolean };

/** No script, no style but the app's own, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const FOREVER = "public, max-age=31536000, immutable";
const BODIES_KEPT = 8;

/** What the running code would say of any data: another build is another page. */
const BUILD = digest(
  [messages.fa, messages.en].map((each) => JSON.stringify(each)).join() + assetPaths.style,
);

/** Whether a reader already holds this version. Weak comparison, as RFC 9110 wants it for If-None-Match. */
const holds = (header: string | undefined, etag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/** Bodies of the first page by the state of the model they tell; many readers of a new state wait for one making. */
const rememberBodies = (make: (status: ModelStatus, lang: Lang) => Promise<Body>) => {
  const bodies = new Map<string, Promise<Body>>();
  return (status: ModelStatus, lang: Lang): Promise<Body> => {
    const key = `${lang} ${modelKey(status)}`;
    const known = bodies.get(key);
    if (known !== undefined) return known;
    const made = make(status, lang);
    bodies.set(key, made);
    const forget = (): void => void bodies.delete(key);
    made.then(({ isSettled }) => isSettled || forget(), forget);
    const oldest = bodies.size > BODIES_KEPT ? bodies.keys().next().value : undefined;
    if (oldest !== undefined) bodies.delete(oldest);
    return made;
  };
};

const bodyMaker =
  ({ planner, exampleQueries = [], logger }: WebOptions) =>
  async (status: ModelStatus, lang: Lang): Promise<Body> => {
    const front = await gatherFront(planner(), status);
    for (const reading of front.readings)
      if ("error" in reading)
        logger.error("an indicator was not answered", {
          indicator: reading.card.code,
          cause: reading.error,
        });
    return { markup: String(await frontPage(front, exampleQueries, lang)), isSettled: front.isSettled };
  };

/** Answers with a page that may be kept by its tag, or with 304 where the reader already holds it. */
const tagger = () => {
  const squeezed = rememberSqueezed();
  return async (context: Context, etag: string, page: string): Promise<Response> => {
    const isSqueezed = takesGzip(context.req.header("Accept-Encoding"));
    // One tag for two encodings is a weak one.
    context.header("ETag", isSqueezed ? `W/${etag}` : etag);
    context.header("Cache-Control", "no-cache");
    context.header("Vary", "Accept-Encoding");
    if (holds(context.req.header("If-None-Match"), etag)) return context.body(null, 304);
    if (!isSqueezed) return context.html(page);
    context.header("Content-Encoding", "gzip");
    context.header("Content-Type", "text/html; charset=UTF-8");
    return context.body(await squeezed(etag, page));
  };
};

const notice = async (
  context: Context,
  { live, logger }: WebOptions,
  lang: Lang,
  error: unknown,
): Promise<Response> => {
  context.header("Cache-Control", "no-store");
  if (!isRebuilding(error)) {
    logger.error("a page was not made", { path: context.req.path, cause: error });
    return context.html(noticePage("failed", lang), 500);
  }
  context.header("Retry-After", "5");
  return context.html(noticePage("rebuilding", lang, systemFooter(await live(), undefined, lang)), 503);
};

const front = (options: WebOptions, lang: Lang) => {
  const bodyOf = rememberBodies(bodyMaker(options));
  const answerTagged = tagger();
  return async (context: Context): Promise<Response> => {
    try {
      const [status, live] = await Promise.all([options.planner().status(), options.live()]);
      const { markup, isSettled } = await bodyOf(status, lang);
      const foot = String(await systemFooter(live, status, lang));
      const page = String(await layout({ lang, main: raw(markup), foot: raw(foot) }));
      if (isSettled)
        return answerTagged(context, `"${digest([BUILD, lang, modelKey(status), foot].join("\n"))}"`, page);
      context.header("Cache-Control", "no-store");
      return context.html(page);
    } catch (error) {
      return notice(context, options, lang, error);
    }
  };
};

/** The pages: `/` in Persian, `/en` in English, and their assets. Everything else is not found, in both languages. */
export const createWeb = (options: WebOptions): Hono => {
  const app = new Hono({ strict: false });
  app.use(async (context, next) => {
    await next();
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
  });
  app.get("/", front(options, "fa"));
  app.get("/en", front(options, "en"));
  app.get("/assets/:name", (context) => {
    const asset = assetAt(context.req.path);
    if (asset === undefined) return context.notFound();
    return context.body(asset.bytes, 200, { "Content-Type": asset.type, "Cache-Control": FOREVER });
  });
  app.notFound((context) => {
    context.header("Cache-Control", "no-store");
    return context.html(noticePage("notFound", /^\/en(\/|$)/.test(context.req.path) ? "en" : "fa"), 404);
  });
  return app;
};
