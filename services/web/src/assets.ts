import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Asset = { readonly path: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

const require = createRequire(import.meta.url);

/** The first hexadecimal digits of a SHA-256 digest, enough to identify a file or a version of a page. */
export const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 16);

/** An asset with a digest of its content in its name, so that clients may cache it permanently. */
const asset = (name: string, type: string, content: Buffer): Asset => {
  const [stem, ending] = name.split(".");
  return { path: `/assets/${stem}-${digest(content)}.${ending}`, type, bytes: new Uint8Array(content) };
};

const font = asset(
  "vazirmatn.woff2",
  "font/woff2",
  readFileSync(require.resolve("vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2")),
);
const icon = asset("icon.svg", "image/svg+xml", readFileSync(new URL("./icon.svg", import.meta.url)));
/** In cascade order: later sheets override earlier ones. */
const sheets = ["base", "frame", "cards", "details", "sections", "print"].map((name) =>
  readFileSync(new URL(`./styles/${name}.css`, import.meta.url), "utf8"),
);
const css = sheets.join("\n").replace("/assets/vazirmatn.woff2", font.path);
const style = asset("page.css", "text/css; charset=utf-8", Buffer.from(css));

export const assetPaths = { font: font.path, icon: icon.path, style: style.path } as const;

const byPath = new Map([font, icon, style].map((each) => [each.path, each]));

export const assetAt = (path: string): Asset | undefined => byPath.get(path);
