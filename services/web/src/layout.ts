import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { assetPaths } from "./assets.ts";
import { messages } from "./messages.ts";
import { type Page, pathIn } from "./page.ts";

const OTHER: Readonly<Record<Lang, Lang>> = { fa: "en", en: "fa" };
export const DIRECTIONS: Readonly<Record<Lang, "rtl" | "ltr">> = { fa: "rtl", en: "ltr" };

export type LayoutParts = {
  readonly lang: Lang;
  /** Path of this page, without its language; the language switch leads to the same path. */
  readonly path: string;
  readonly title?: string | undefined;
  /** The pages in the navigation: those with a title. */
  readonly pages?: readonly Page[];
  readonly main: unknown;
  readonly footer?: unknown;
};

const head = ({ lang, path, title }: LayoutParts) => {
  const text = messages[lang];
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === undefined ? text.brand : `${title} – ${text.brand}`}</title>
<meta name="description" content="${text.description}"><meta name="color-scheme" content="light dark">
<link rel="preload" href="${assetPaths.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetPaths.style}"><link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
<link rel="alternate" hreflang="fa" href="${pathIn("fa", path)}"><link rel="alternate" hreflang="en" href="${pathIn("en", path)}"></head>`;
};

const navigation = ({ lang, path, pages = [] }: LayoutParts) => {
  const text = messages[lang];
  const links = pages.flatMap((page) => {
    if (!page.title) return [];
    const current = page.path === path && html` aria-current="page"`;
    return [html`<li><a href="${pathIn(lang, page.path)}"${current}>${page.title(text)}</a></li>`];
  });
  return links.length > 0 && html`<nav class="contents" aria-label="${text.pages}"><ul>${links}</ul></nav>`;
};

/** A complete HTML document: language and direction, skip link, header, navigation, content, footer. No script. */
export const layout = (parts: LayoutParts) => {
  const { lang, path, main, footer } = parts;
  const text = messages[lang];
  const other = OTHER[lang];
  return html`<!doctype html>
<html lang="${lang}" dir="${DIRECTIONS[lang]}">${head(parts)}
<body><a class="skip" href="#main">${text.skip}</a>
<div class="page"><header class="masthead"><h1><a href="${pathIn(lang, "/")}">${text.brand}</a></h1>
<a class="switch" href="${pathIn(other, path)}" lang="${other}" hreflang="${other}" dir="${DIRECTIONS[other]}" title="${text.languageSwitch}">${text.otherLanguage}</a>
<p>${text.tagline}</p>${navigation(parts)}</header>
<main id="main" tabindex="-1">${main}</main>
${footer}</div></body></html>`;
};
