import type { Context } from "hono";
import { acceptsGzip, gzipCache } from "./gzip.ts";

/** Whether If-None-Match has this tag. Weak comparison, as RFC 9110 requires. */
const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/** Creates a responder that sends a page with its ETag, or 304 if the client has the same version. */
export const cachedResponder = () => {
  const compress = gzipCache();
  return async (context: Context, etag: string, page: string): Promise<Response> => {
    const isGzip = acceptsGzip(context.req.header("Accept-Encoding"));
    // The same tag for two encodings must be weak.
    context.header("ETag", isGzip ? `W/${etag}` : etag);
    context.header("Cache-Control", "no-cache");
    context.header("Vary", "Accept-Encoding");
    if (matches(context.req.header("If-None-Match"), etag)) return context.body(null, 304);
    if (!isGzip) return context.html(page);
    context.header("Content-Encoding", "gzip");
    context.header("Content-Type", "text/html; charset=UTF-8");
    return context.body(await compress(etag, page));
  };
};
