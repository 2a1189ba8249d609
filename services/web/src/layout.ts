import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { assetPaths } from "./assets.ts";
import { messages } from "./messages.ts";

/** Where the first page stands in each language. */
export const PATHS: Readonly<Record<Lang, string>> = { fa: "/", en: "/en" };
const OTHER: Readonly<Record<Lang, Lang>> = { fa: "en", en: "fa" };
export const DIRECTIONS: Readonly<Record<Lang, "rtl" | "ltr">> = { fa: "rtl", en: "ltr" };

export type PageParts = {
  readonly lang: Lang;
  readonly title?: string;
  readonly main: unknown;
  readonly foot?: unknown;
};

const head = ({ lang, title }: PageParts) => {
  const text = messages[lang];
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === undefined ? text.brand : `${title} – ${text.brand}`}</title>
<meta name="description" content="${text.description}"><meta name="color-scheme" content="light dark">
<link rel="preload" href="${assetPaths.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetPaths.style}"><link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
<link rel="alternate" hreflang="fa" href="${PATHS.fa}"><link rel="alternate" hreflang="en" href="${PATHS.en}"></head>`;
};

/** A whole page: language and direction, skip link, masthead, the given body and foot. No script. */
export const layout = (parts: PageParts) => {
  const { lang, main, foot } = parts;
  const text = messages[lang];
  const other = OTHER[lang];
  return html`<!doctype html>
<html lang="${lang}" dir="${DIRECTIONS[lang]}">${head(parts)}
<body><a class="skip" href="#main">${text.skip}</a>
<div class="page"><header class="masthead"><h1><a href="${PATHS[lang]}">${text.brand}</a></h1>
<a class="switch" href="${PATHS[other]}" lang="${other}" hreflang="${other}" dir="${DIRECTIONS[other]}" title="${text.languageSwitch}">${text.otherLanguage}</a>
<p>${text.tagline}</p></header>
<main id="main" tabindex="-1">${main}</main>
${foot}</div></body></html>`;
};
