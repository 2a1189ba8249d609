import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

const MAX_PAGES = 4;

/** Whether an Accept-Encoding header allows gzip; `gzip;q=0` forbids it. */
export const acceptsGzip = (header: string | undefined): boolean =>
  (header ?? "").split(",").some((each) => /^\s*(x-)?gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(each));

/** Creates a cache of compressed pages by ETag: each page is compressed once, however many readers request it. */
export const gzipCache = () => {
  const pages = new Map<string, Promise<Buffer<ArrayBuffer>>>();
  return (etag: string, page: string): Promise<Buffer<ArrayBuffer>> => {
    const cached = pages.get(etag);
    if (cached !== undefined) return cached;
    const compressed = compress(page);
    pages.set(etag, compressed);
    const oldest = pages.size > MAX_PAGES ? pages.keys().next().value : undefined;
    if (oldest !== undefined) pages.delete(oldest);
    return compressed;
  };
};
