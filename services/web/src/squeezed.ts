import { promisify } from "node:util";
import { gzip } from "node:zlib";

const squeeze = promisify(gzip);

const PAGES_KEPT = 4;

/** Whether the reader takes gzip; `gzip;q=0` refuses it. */
export const takesGzip = (header: string | undefined): boolean =>
  (header ?? "").split(",").some((each) => /^\s*(x-)?gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(each));

/** Pages in a tenth of their bytes, each squeezed once however many readers ask for it. */
export const rememberSqueezed = () => {
  const pages = new Map<string, Promise<Buffer<ArrayBuffer>>>();
  return (etag: string, page: string): Promise<Buffer<ArrayBuffer>> => {
    const known = pages.get(etag);
    if (known !== undefined) return known;
    const made = squeeze(page);
    pages.set(etag, made);
    const oldest = pages.size > PAGES_KEPT ? pages.keys().next().value : undefined;
    if (oldest !== undefined) pages.delete(oldest);
    return made;
  };
};
